import { type PublicSnapshot, publicSnapshot } from '@milepost/contract/open/publications'
import { collectSnapshot } from '@milepost/contract/open/sideBySide'
import { Alert, Input, Modal } from 'antd'
import { useState } from 'react'
import { Field } from '../../parts/Field.tsx'
import { useDo } from '../../platform/asking.ts'
import { useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useFieldError } from '../../platform/useFieldError.ts'
import { en, zh } from './text.ts'

/** Brings in the published file of an institution elsewhere, or its name alone. */
export function CollectDialog({ onClose }: { readonly onClose: () => void }) {
  const text = useText({ zh, en })
  const collecting = useDo(collectSnapshot)
  const wrong = useFieldError(collecting.refused)
  const [code, setCode] = useState('')
  const [name, setName] = useState({ zh: '', en: '' })
  const [snapshot, setSnapshot] = useState<PublicSnapshot | null | 'none-such'>(null)
  const read = async (file: File | undefined) => {
    if (!file) return
    const parsed = publicSnapshot.safeParse(
      await file
        .text()
        .then(JSON.parse)
        .catch(() => null),
    )
    setSnapshot(parsed.success ? parsed.data : 'none-such')
    if (parsed.success) setName(parsed.data.institution)
  }
  const known = snapshot === 'none-such' ? null : snapshot
  const collect = async () => {
    await collecting.run({ code, name: { zh: name.zh || name.en, en: name.en || name.zh }, snapshot: known })
  }
  const hash = collecting.outcome?.hash ?? null
  return (
    <Modal
      open
      title={text.collect}
      okText={text.save}
      cancelText={text.cancel}
      onCancel={onClose}
      onOk={() => void collect().catch(() => undefined)}
      confirmLoading={collecting.busy}
      okButtonProps={{ disabled: code.trim() === '' || `${name.zh}${name.en}`.trim() === '' || snapshot === 'none-such' }}
    >
      <div className="mp-form">
        <p>{text.collectSays}</p>
        {collecting.refused && <RefusalNote refused={collecting.refused} />}
        {collecting.succeeded && <Alert type="success" showIcon title={hash === null ? text.notPublished : text.hash(hash.slice(0, 16))} />}
        <Field
          label={text.choose}
          hint={known ? text.read(known.institution.zh, known.year) : undefined}
          error={snapshot === 'none-such' ? text.notSnapshot : undefined}
        >
          {({ id }) => (
            <input id={id} type="file" accept=".json,application/json" onChange={({ target }) => void read(target.files?.[0])} />
          )}
        </Field>
        <Field label={text.code} error={wrong('/code')}>
          {(control) => <Input {...control} maxLength={40} value={code} onChange={({ target }) => setCode(target.value)} />}
        </Field>
        <Field label={text.nameZh} error={wrong('/name/zh')}>
          {(control) => (
            <Input {...control} maxLength={120} value={name.zh} onChange={({ target }) => setName({ ...name, zh: target.value })} />
          )}
        </Field>
        <Field label={text.nameEn} error={wrong('/name/en')}>
          {(control) => (
            <Input {...control} maxLength={120} value={name.en} onChange={({ target }) => setName({ ...name, en: target.value })} />
          )}
        </Field>
      </div>
    </Modal>
  )
}
