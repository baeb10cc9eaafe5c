import { saveCode } from '@milepost/contract/diagnose/voices'
import { Checkbox, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { Field } from '../../parts/Field.tsx'
import { useDo } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useFieldError } from '../../platform/useFieldError.ts'
import type { CodeRow } from './given.ts'
import { en, zh } from './text.ts'

type CodeDialogProps = { readonly code: CodeRow | null; readonly codes: readonly CodeRow[]; readonly onClose: () => void }

export function CodeDialog({ code, codes, onClose }: CodeDialogProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const saving = useDo(saveCode)
  const errorAt = useFieldError(saving.refused)
  const [given, setGiven] = useState({
    code: code?.code ?? '',
    parent: code?.parent ?? null,
    name: code?.name ?? { zh: '', en: '' },
    description: code?.description ?? '',
    retired: code?.retired ?? false,
  })
  const save = async () => {
    await saving.run(given)
    onClose()
  }
  const tops = codes.filter((one) => one.parent === null && one.code !== given.code)
  return (
    <Modal
      open
      title={code ? `${text.change} · ${code.code}` : text.addCode}
      okText={text.save}
      cancelText={text.cancel}
      okButtonProps={{ disabled: given.code === '' }}
      confirmLoading={saving.busy}
      onCancel={onClose}
      onOk={() => void save().catch(() => undefined)}
    >
      {saving.refused && <RefusalNote refused={saving.refused} />}
      <div className="mp-form">
        <Field label={text.code} error={errorAt('/code')}>
          {(control) => (
            <Input
              {...control}
              disabled={code !== null}
              value={given.code}
              placeholder="P2-time"
              onChange={({ target }) => setGiven({ ...given, code: target.value.trim() })}
            />
          )}
        </Field>
        <Field label={text.parent} error={errorAt('/parent')}>
          {(control) => (
            <Select
              {...control}
              value={given.parent ?? ''}
              options={[
                { value: '', label: text.topLevel },
                ...tops.map((one) => ({ value: one.code, label: `${one.code} ${pick(one.name)}` })),
              ]}
              onChange={(parent) => setGiven({ ...given, parent: parent === '' ? null : parent })}
            />
          )}
        </Field>
        <Field label={text.name} error={errorAt('/name/zh')}>
          {(control) => (
            <Input
              {...control}
              value={given.name.zh}
              onChange={({ target }) => setGiven({ ...given, name: { ...given.name, zh: target.value } })}
            />
          )}
        </Field>
        <Field label={text.nameEn}>
          {(control) => (
            <Input
              {...control}
              value={given.name.en}
              onChange={({ target }) => setGiven({ ...given, name: { ...given.name, en: target.value } })}
            />
          )}
        </Field>
        <Field label={text.description}>
          {(control) => (
            <Input.TextArea
              {...control}
              value={given.description}
              onChange={({ target }) => setGiven({ ...given, description: target.value })}
            />
          )}
        </Field>
        <Checkbox checked={given.retired} onChange={({ target }) => setGiven({ ...given, retired: target.checked })}>
          {text.retired}
        </Checkbox>
      </div>
    </Modal>
  )
}
