import { openLink, useLink } from '@milepost/contract/institution/session'
import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { Field } from '../../parts/Field.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useGo, useParam } from '../../platform/address.tsx'
import { useAskMaybe, useDoing } from '../../platform/asking.ts'
import { call } from '../../platform/call.ts'
import { LanguageSwitch } from '../../platform/frame/LanguageSwitch.tsx'
import { Mark } from '../../platform/frame/Mark.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useFieldError } from '../../platform/useFieldError.ts'
import { en, zh } from './linkText.ts'
import { NewPassword } from './NewPassword.tsx'
import './signin.css'

const spendLink = useLink

/** A one-time link: the first administrator, or a new password. */
export function LinkPage() {
  const text = useText({ zh, en })
  const token = useParam('token')
  const { answer, refused } = useAskMaybe(openLink, { token })
  return (
    <div className="mp-link-page">
      <div className="mp-signin-top">
        <LanguageSwitch />
      </div>
      <main>
        <h1 className="mp-link-brand">
          <Mark /> {text.product}
        </h1>
        {answer === null && refused !== null && <RefusalNote refused={refused} />}
        {answer !== null && <LinkForm token={token} {...answer} />}
      </main>
    </div>
  )
}

type LinkFormProps = {
  readonly token: string
  readonly purpose: 'first-administrator' | 'set-password'
  readonly username: string | null
  readonly institution: { zh: string; en: string }
}

function LinkForm({ token, purpose, username, institution }: LinkFormProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const go = useGo()
  const [password, setPassword] = useState<string | null>(null)
  const [chosenName, setChosenName] = useState('')
  const [displayName, setDisplayName] = useState('')
  const first = purpose === 'first-administrator'
  const saving = useDoing(async (secret: string) => {
    await call(spendLink, { token, password: secret, ...(first ? { username: chosenName, displayName } : {}) })
  })
  const wrong = useFieldError(saving.refused)
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (password !== null) saving.start(password)
  }
  if (saving.succeeded)
    return (
      <Panel title={text.done} sentence={text.doneSay}>
        <Button type="primary" onClick={() => go('/')}>
          {text.signIn}
        </Button>
      </Panel>
    )
  return (
    <Panel
      title={<span>{first ? text.first : text.set}</span>}
      sentence={first ? text.firstSay(pick(institution)) : text.setSay(pick(institution), username ?? '')}
    >
      <form className="mp-form" onSubmit={save}>
        {first && (
          <>
            <Field label={text.displayName} error={wrong('/displayName')}>
              {(control) => (
                <Input {...control} value={displayName} onChange={({ target }) => setDisplayName(target.value)} autoComplete="name" />
              )}
            </Field>
            <Field label={text.username} hint={text.usernameHint} error={wrong('/username')}>
              {(control) => (
                <Input
                  {...control}
                  value={chosenName}
                  onChange={({ target }) => setChosenName(target.value)}
                  autoComplete="username"
                  autoCapitalize="none"
                />
              )}
            </Field>
          </>
        )}
        <NewPassword wrong={wrong('/password')} onChange={setPassword} />
        {saving.refused !== null && <RefusalNote refused={saving.refused} />}
        <Button
          type="primary"
          htmlType="submit"
          size="large"
          loading={saving.busy}
          disabled={password === null || (first && (chosenName.trim().length < 3 || displayName.trim() === ''))}
        >
          {text.go}
        </Button>
      </form>
    </Panel>
  )
}
