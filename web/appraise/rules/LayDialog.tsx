import { layRules, tryRules } from '@milepost/contract/appraise/rules'
import { Alert, Button, Input, Modal } from 'antd'
import { useRef, useState } from 'react'
import { DayField } from '../../parts/DayField.tsx'
import { Field } from '../../parts/Field.tsx'
import { useDo } from '../../platform/asking.ts'
import { useDraft } from '../../platform/draft.ts'
import { useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useFieldError } from '../../platform/useFieldError.ts'
import { DifferencesTable } from './DifferencesTable.tsx'
import { NumbersPart } from './NumbersPart.tsx'
import { changesOf, type NumberGroup, sumOf, type Typed } from './numbers.ts'
import { en, zh } from './text.ts'

const START = { nameZh: '', nameEn: '', source: '', inForceFrom: '', changes: '{}', typed: {} as Typed }

/** A pack is written or read from a file, its differences looked at, and only then laid. */
export function LayDialog({ groups, onClose }: { readonly groups: readonly NumberGroup[]; readonly onClose: () => void }) {
  const text = useText({ zh, en })
  const draft = useDraft('/appraise/rules lay own', START)
  const { nameZh, nameEn, source, inForceFrom, changes, typed } = draft.value
  const set = (part: Partial<typeof START>) => draft.set({ ...draft.value, ...part })
  const trying = useDo(tryRules)
  const laying = useDo(layRules)
  const refused = laying.refused ?? trying.refused
  const wrong = useFieldError(refused)
  const [notJson, setNotJson] = useState<string | null>(null)
  const file = useRef<HTMLInputElement>(null)
  const isUnequal = groups.some((group) => group.isWhole && sumOf(group, typed) !== 100)
  const isShort = isUnequal || [nameZh, nameEn, source, inForceFrom, changes].some((one) => one.trim() === '')
  const send = async (act: 'look' | 'lay') => {
    let read: Record<string, unknown>
    try {
      read = JSON.parse(changes) as Record<string, unknown>
      setNotJson(null)
    } catch (fault) {
      return setNotJson(text.notJson(fault instanceof Error ? fault.message : String(fault)))
    }
    const pack = { name: { zh: nameZh, en: nameEn }, source, inForceFrom, changes: changesOf(groups, typed, read) }
    if (act === 'look') return void (await trying.run(pack))
    await laying.run(pack)
    draft.forget()
    onClose()
  }
  return (
    <Modal
      open
      width={820}
      title={text.lay}
      onCancel={onClose}
      footer={[
        <Button key="close" onClick={onClose}>
          {text.close}
        </Button>,
        <Button key="look" disabled={isShort} loading={trying.busy} onClick={() => void send('look').catch(() => undefined)}>
          {text.look}
        </Button>,
        <Button
          key="lay"
          type="primary"
          disabled={isShort || !trying.outcome}
          loading={laying.busy}
          onClick={() => void send('lay').catch(() => undefined)}
        >
          {text.save}
        </Button>,
      ]}
    >
      <div className="mp-form">
        {refused && <RefusalNote refused={refused} />}
        <div className="mp-vote-fields">
          <Field label={text.nameZh} error={wrong('/name/zh')}>
            {(control) => <Input {...control} value={nameZh} onChange={({ target }) => set({ nameZh: target.value })} />}
          </Field>
          <Field label={text.nameEn} error={wrong('/name/en')}>
            {(control) => <Input {...control} value={nameEn} onChange={({ target }) => set({ nameEn: target.value })} />}
          </Field>
          <Field label={text.sourceField} error={wrong('/source')}>
            {(control) => <Input {...control} value={source} onChange={({ target }) => set({ source: target.value })} />}
          </Field>
          <Field label={text.inForceFrom} error={wrong('/inForceFrom')}>
            {(control) => <DayField control={control} value={inForceFrom} onChange={(day) => set({ inForceFrom: day })} />}
          </Field>
        </div>
        <NumbersPart groups={groups} typed={typed} onType={(next) => set({ typed: next })} />
        <details open={changes.trim() !== '{}' || notJson !== null}>
          <summary>{text.more}</summary>
          <Field label={text.changes} hint={text.changesHint} error={notJson ?? wrong('/changes')}>
            {(control) => (
              <Input.TextArea
                {...control}
                className="mp-ballot-stack"
                rows={10}
                value={changes}
                onChange={({ target }) => set({ changes: target.value })}
              />
            )}
          </Field>
          <div>
            <input
              ref={file}
              type="file"
              accept=".json,application/json"
              hidden
              onChange={({ target }) => void target.files?.[0]?.text().then((words) => set({ changes: words }))}
            />
            <Button onClick={() => file.current?.click()}>{text.upload}</Button>
          </div>
        </details>
        {trying.outcome && (
          <>
            <Alert type="info" showIcon title={text.differencesSay} />
            <DifferencesTable rows={trying.outcome.differences} groups={groups} />
          </>
        )}
      </div>
    </Modal>
  )
}
