import { createAccount } from '@milepost/contract/institution/accounts'
import { Checkbox, Input, Modal } from 'antd'
import { useState } from 'react'
import { Field } from '../../parts/Field.tsx'
import { useDo } from '../../platform/asking.ts'
import { useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useFieldError } from '../../platform/useFieldError.ts'
import { en, zh } from './text.ts'

type CreateDialogProps = { readonly firstOffered: boolean; readonly onClose: () => void }

export function CreateDialog({ firstOffered, onClose }: CreateDialogProps) {
  const text = useText({ zh, en })
  const [username, setUsername] = useState('')
  const [displayName, setDisplayName] = useState('')
  const [first, setFirst] = useState(firstOffered)
  const creating = useDo(createAccount)
  const wrong = useFieldError(creating.refused)
  const create = () =>
    creating
      .run({ username, displayName, ...(firstOffered && first ? { firstSecurityAdministrator: true } : {}) })
      .then(onClose, () => undefined)
  return (
    <Modal
      open
      title={text.create}
      okText={text.create}
      cancelText={text.cancel}
      okButtonProps={{ loading: creating.busy, disabled: username.trim().length < 3 || displayName.trim() === '' }}
      onOk={create}
      onCancel={onClose}
      width={460}
    >
      <form className="mp-form" onSubmit={(event) => event.preventDefault()}>
        <p className="mp-soft">{text.createSay}</p>
        <Field label={text.displayName} error={wrong('/displayName')}>
          {(control) => <Input {...control} value={displayName} onChange={({ target }) => setDisplayName(target.value)} autoFocus />}
        </Field>
        <Field label={text.username} hint={text.usernameHint} error={wrong('/username')}>
          {(control) => <Input {...control} value={username} autoCapitalize="none" onChange={({ target }) => setUsername(target.value)} />}
        </Field>
        {firstOffered && (
          <div>
            <Checkbox checked={first} onChange={({ target }) => setFirst(target.checked)}>
              {text.firstSecurity}
            </Checkbox>
            <p className="mp-field-hint">{text.firstSecuritySay}</p>
          </div>
        )}
        {creating.refused !== null && <RefusalNote refused={creating.refused} />}
      </form>
    </Modal>
  )
}
