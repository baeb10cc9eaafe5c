import { startDraft } from '@milepost/contract/diagnose/drafts'
import { Input, Modal, Segmented } from 'antd'
import { useState } from 'react'
import { Field } from '../../parts/Field.tsx'
import { useGo } from '../../platform/address.tsx'
import { useDo } from '../../platform/asking.ts'
import { useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { en, zh } from './text.ts'

export type StartFrom = {
  readonly code: string
  readonly title: { readonly zh: string; readonly en: string }
  readonly questionnaireId: string | null
}

export function StartDialog({ from, onClose }: { readonly from: StartFrom; readonly onClose: () => void }) {
  const text = useText({ zh, en })
  const go = useGo()
  const [code, setCode] = useState(from.code)
  const [title, setTitle] = useState(from.title)
  const [kind, setKind] = useState<'blank' | 'library'>('blank')
  const starting = useDo(startDraft)
  const start = async () => {
    const { draftId } = await starting.run({
      code,
      title,
      from: from.questionnaireId === null ? { kind } : { kind: 'questionnaire', questionnaireId: from.questionnaireId },
    })
    go(`/diagnose/drafts/${draftId}`)
  }
  const codeFits = /^[\w-]{2,40}$/.test(code)
  return (
    <Modal
      open
      title={from.questionnaireId === null ? text.new : text.copy}
      okText={text.start}
      cancelText={text.cancel}
      okButtonProps={{ disabled: !codeFits || title.zh.trim() === '' }}
      confirmLoading={starting.busy}
      onCancel={onClose}
      onOk={() => void start().catch(() => undefined)}
    >
      {starting.refused && <RefusalNote refused={starting.refused} />}
      {from.questionnaireId === null && (
        <Field label={text.startFrom}>
          {() => (
            <Segmented
              value={kind}
              onChange={setKind}
              options={[
                { value: 'blank', label: text.blank },
                { value: 'library', label: text.library },
              ]}
            />
          )}
        </Field>
      )}
      <Field label={text.nameZh}>
        {(control) => <Input {...control} value={title.zh} onChange={({ target }) => setTitle({ ...title, zh: target.value })} />}
      </Field>
      <Field label={text.nameEn}>
        {(control) => <Input {...control} lang="en" value={title.en} onChange={({ target }) => setTitle({ ...title, en: target.value })} />}
      </Field>
      <Field label={text.code} hint={text.codeHint}>
        {(control) => (
          <Input
            {...control}
            value={code}
            disabled={from.questionnaireId !== null}
            onChange={({ target }) => setCode(target.value.trim())}
          />
        )}
      </Field>
    </Modal>
  )
}
