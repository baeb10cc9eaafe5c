import { useEffect } from 'react'
import { Mark } from '../../platform/frame/Mark.tsx'
import { LanguageSwitch } from '../../platform/frame/LanguageSwitch.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { useSession } from '../../platform/session.tsx'
import { DemoPeople } from './DemoPeople.tsx'
import { RoadPicture } from './RoadPicture.tsx'
import { SignInForm } from './SignInForm.tsx'
import { en, zh } from './text.ts'
import './signin.css'

/** The first thing anybody sees: what this is, and the way in. */
export function SignInPage() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const { institution, institutions, demoAccounts } = useSession()
  useEffect(() => {
    document.title = `${text.title} · ${text.product}`
  }, [text])
  const only = institutions.length === 1 ? institutions[0] : undefined
  const name = institution?.name ?? only?.name
  return (
    <div className="mp-signin" data-demo={demoAccounts.length > 0}>
      <header className="mp-signin-side">
        <div className="mp-signin-brand">
          <Mark size={40} />
          <div>
            <strong>{text.product}</strong>
            <span>{text.claim}</span>
          </div>
        </div>
        <RoadPicture />
        <p>{text.road}</p>
      </header>
      <main className="mp-signin-main">
        <div className="mp-signin-top">
          <LanguageSwitch />
        </div>
        <div className="mp-signin-way">
          <h1>{text.title}</h1>
          {name !== undefined && <p className="mp-soft">{pick(name)}</p>}
          <SignInForm institutions={institutions} />
        </div>
        {demoAccounts.length > 0 && <DemoPeople accounts={demoAccounts} />}
      </main>
    </div>
  )
}
