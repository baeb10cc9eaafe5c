import { signIn } from '@milepost/contract/institution/session'
import { Button, Input } from 'antd'
import { type FormEvent, lazy, Suspense, useState } from 'react'
import { Field } from '../../parts/Field.tsx'
import { useDoing } from '../../platform/asking.ts'
import { call } from '../../platform/call.ts'
import { useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import type { Session } from '../../platform/session.tsx'
import { en, zh } from './text.ts'

/** Most installations hold one institution and never load this. */
const InstitutionChoice = lazy(async () => ({ default: (await import('./InstitutionChoice.tsx')).InstitutionChoice }))

type SignInFormProps = Pick<Session, 'institutions'> & {
  readonly atOnce: boolean
  /** What is done once somebody is in. */
  readonly onIn: () => Promise<void>
}

/** User name and password; the institution only where there are several. */
export function SignInForm({ institutions, atOnce, onIn }: SignInFormProps) {
  const text = useText({ zh, en })
  const [institution, setInstitution] = useState<string | undefined>(institutions.length === 1 ? institutions[0]?.code : undefined)
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const several = institutions.length > 1
  const entering = useDoing(async () => {
    await call(signIn, { institution, username, password })
    await onIn()
  })
  const enter = (event: FormEvent) => {
    event.preventDefault()
    entering.start(undefined)
  }
  return (
    <form className="mp-form" onSubmit={enter}>
      {several && (
        <Suspense fallback={null}>
          <InstitutionChoice institutions={institutions} chosen={institution} onChoose={setInstitution} />
        </Suspense>
      )}
      <Field label={text.username}>
        {(control) => (
          <Input
            {...control}
            value={username}
            onChange={(event) => setUsername(event.target.value)}
            autoComplete="username"
            autoCapitalize="none"
            autoFocus={atOnce}
            required
          />
        )}
      </Field>
      <Field label={text.password}>
        {(control) => (
          <Input.Password
            {...control}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
            autoComplete="current-password"
            required
          />
        )}
      </Field>
      {entering.refused !== null && <RefusalNote refused={entering.refused} />}
      <Button type="primary" htmlType="submit" size="large" block loading={entering.busy} disabled={several && institution === undefined}>
        {text.go}
      </Button>
      <p className="mp-field-hint">{text.forgot}</p>
    </form>
  )
}
