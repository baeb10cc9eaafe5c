import { saveMethods } from '@milepost/contract/choose/choice'
import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { Field } from '../../parts/Field.tsx'
import { useDo } from '../../platform/asking.ts'
import { useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import type { Choice } from './choice.ts'
import { en, zh } from './text.ts'

type Method = Choice['methods'][number]
type MethodDialogProps = {
  readonly choice: Choice
  /** null: a new one. */
  readonly method: Method | null
  readonly settle: () => Promise<void>
  readonly revision: () => number
  readonly follow: (revision: number) => void
  readonly onClose: () => void
}

const EMPTY = { zh: '', en: '' }

/** A method's name, summary, advantages and disadvantages, a line each, Chinese and English side by side. */
export function MethodDialog({ choice, method, settle, revision, follow, onClose }: MethodDialogProps) {
  const text = useText({ zh, en })
  const saving = useDo(saveMethods)
  const [typed, setTyped] = useState<Method>(method ?? { code: '', name: EMPTY, summary: EMPTY, pros: [], cons: [] })
  const save = async (methods: readonly Method[]) => {
    await settle()
    follow((await saving.run({ choiceId: choice.choiceId, revision: revision(), methods: [...methods] })).revision)
    onClose()
  }
  const others = choice.methods.filter(({ code }) => code !== method?.code)
  const whole = method === null ? [...choice.methods, typed] : choice.methods.map((one) => (one.code === method.code ? typed : one))
  const both = (label: { zh: string; en: string }, part: 'name' | 'summary', rows: number) =>
    (['zh', 'en'] as const).map((language) => (
      <Field key={`${part} ${language}`} label={label[language]}>
        {(control) => (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: rows }}
            lang={language}
            value={typed[part][language]}
            onChange={({ target }) => setTyped({ ...typed, [part]: { ...typed[part], [language]: target.value } })}
          />
        )}
      </Field>
    ))
  const points = (label: { zh: string; en: string }, part: 'pros' | 'cons') =>
    (['zh', 'en'] as const).map((language) => (
      <Field key={`${part} ${language}`} label={label[language]} hint={text.aLineEach}>
        {(control) => (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: 3 }}
            lang={language}
            value={typed[part].map((one) => one[language]).join('\n')}
            onChange={({ target }) => setTyped({ ...typed, [part]: withLines(typed[part], language, target.value) })}
          />
        )}
      </Field>
    ))
  return (
    <Modal
      open
      title={method === null ? text.addMethod : text.editMethod}
      width={760}
      okText={text.save}
      cancelText={text.cancel}
      confirmLoading={saving.busy}
      okButtonProps={{ disabled: typed.code.trim() === '' || (typed.name.zh.trim() === '' && typed.name.en.trim() === '') }}
      onOk={() => void save(whole.map(tidy)).catch(() => undefined)}
      onCancel={onClose}
      footer={(_, { OkBtn, CancelBtn }) => (
        <>
          {method !== null && others.length >= 2 && (
            <Button danger onClick={() => void save(others).catch(() => undefined)} style={{ float: 'left' }}>
              {text.dropMethod}
            </Button>
          )}
          <CancelBtn />
          <OkBtn />
        </>
      )}
    >
      <div className="mp-form">
        {saving.refused !== null && <RefusalNote refused={saving.refused} />}
        <Field label={text.code} hint={text.codeHint}>
          {(control) => (
            <Input
              {...control}
              maxLength={20}
              disabled={method !== null}
              value={typed.code}
              onChange={({ target }) => setTyped({ ...typed, code: target.value })}
            />
          )}
        </Field>
        <div className="mp-pairs">
          {both(text.nameIn, 'name', 1)}
          {both(text.summaryIn, 'summary', 2)}
          {points(text.prosIn, 'pros')}
          {points(text.consIn, 'cons')}
        </div>
      </div>
    </Modal>
  )
}

function withLines(points: Method['pros'], language: 'zh' | 'en', words: string): Method['pros'] {
  const lines = words.split('\n')
  const other = language === 'zh' ? 'en' : 'zh'
  const length = Math.max(lines.length, points.filter((one) => one[other] !== '').length)
  return Array.from({ length }, (_, at) => ({ ...(points[at] ?? EMPTY), [language]: lines[at] ?? '' }))
}

const tidy = (method: Method): Method => {
  const kept = (points: Method['pros']) => points.filter(({ zh, en }) => zh.trim() !== '' || en.trim() !== '')
  return { ...method, code: method.code.trim(), pros: kept(method.pros), cons: kept(method.cons) }
}
