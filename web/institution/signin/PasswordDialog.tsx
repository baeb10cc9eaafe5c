import { changePassword } from '@milepost/contract/institution/session'
import { App, Input, Modal } from 'antd'
import { useState } from 'react'
import { Field } from '../../parts/Field.tsx'
import { useDo } from '../../platform/asking.ts'
import { useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useFieldError } from '../../platform/useFieldError.ts'
import { en, zh } from './linkText.ts'
import { NewPassword } from './NewPassword.tsx'

export function PasswordDialog({ onClose }: { readonly onClose: () => void }) {
  const text = useText({ zh, en })
  const { message } = App.useApp()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState<string | null>(null)
  const changing = useDo(changePassword)
  const wrong = useFieldError(changing.refused)
  const change = () => {
    if (next === null) return
    changing.run({ current, next }).then(
      () => {
        message.success(text.changed)
        onClose()
      },
      () => undefined,
    )
  }
  return (
    <Modal
      open
      title={text.change}
      okText={text.go}
      cancelText={text.cancel}
      okButtonProps={{ disabled: current === '' || next === null, loading: changing.busy }}
      onOk={change}
      onCancel={onClose}
      width={440}
    >
      <form className="mp-form" onSubmit={(event) => event.preventDefault()}>
        <Field label={text.current} error={wrong('/current')}>
          {(control) => (
            <Input.Password
              {...control}
              value={current}
              onChange={({ target }) => setCurrent(target.value)}
              autoComplete="current-password"
              autoFocus
            />
          )}
        </Field>
        <NewPassword wrong={wrong('/next')} onChange={setNext} />
        {changing.refused !== null && <RefusalNote refused={changing.refused} />}
      </form>
    </Modal>
  )
}
