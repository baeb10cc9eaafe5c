import { signInToDemo } from '@milepost/contract/institution/session'
import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { useDoing } from '../../platform/asking.ts'
import { call } from '../../platform/call.ts'
import { LanguageSwitch } from '../../platform/frame/LanguageSwitch.tsx'
import { useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { type Session, useActor, useComeBack, useSession } from '../../platform/session.tsx'
import { SignInForm } from './SignInForm.tsx'
import { en, zh } from './text.ts'
import './signin.css'

/** Over the page of somebody whose session has ended. The page is covered whole and keeps what was typed. */
export function SignInAgain({ ended }: { readonly ended: Session }) {
  const text = useText({ zh, en })
  const dialog = useRef<HTMLDialogElement>(null)
  const actor = useActor()
  const { institution, institutions } = useSession()
  const comeBack = useComeBack()
  const entering = useDoing(async (username: string) => {
    await call(signInToDemo, { username })
    await comeBack()
  })
  useEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    return () => shown?.close()
  }, [])
  const same = ended.demoAccounts.filter(({ name }) => name === actor.name)
  return (
    <dialog
      ref={dialog}
      className="mp-signin-again"
      aria-labelledby="sign-in-again"
      onCancel={(event) => event.preventDefault()}
      onKeyDown={(event) => event.key === 'Escape' && event.stopPropagation()}
    >
      <div className="mp-signin-top">
        <LanguageSwitch />
      </div>
      <h1 id="sign-in-again">{text.again}</h1>
      <p>{text.againSay(actor.name)}</p>
      {entering.refused !== null && <RefusalNote refused={entering.refused} />}
      {same.map(({ username, name }) => (
        <Button key={username} type="primary" size="large" block loading={entering.busy} onClick={() => entering.start(username)}>
          {text.asOne(name)}
        </Button>
      ))}
      {same.length === 0 && (
        <SignInForm institutions={institutions.filter(({ code }) => code === institution?.code)} atOnce onIn={comeBack} />
      )}
      <button type="button" className="mp-text-button" onClick={() => location.reload()}>
        {text.asOther}
      </button>
    </dialog>
  )
}
