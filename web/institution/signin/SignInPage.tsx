import { useEffect } from 'react'
import { LanguageSwitch } from '../../platform/frame/LanguageSwitch.tsx'
import { Mark } from '../../platform/frame/Mark.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { useForgetEverything, useSession } from '../../platform/session.tsx'
import { DemoPeople } from './DemoPeople.tsx'
import { RoadPicture } from './RoadPicture.tsx'
import { SignInForm } from './SignInForm.tsx'
import { en, zh } from './text.ts'
import './signin.css'

/** The first thing anybody sees: what this is, and the way in. */
export function SignInPage() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const forget = useForgetEverything()
  const { institution, institutions, demoAccounts } = useSession()
  useEffect(() => {
    document.title = `${text.title} · ${text.product}`
  }, [text])
  const demo = demoAccounts.length > 0
  const only = institutions.length === 1 ? institutions[0] : undefined
  const name = institution?.name ?? only?.name
  return (
    <div className="mp-signin" data-demo={demo}>
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
        {demo && <DemoPeople accounts={demoAccounts} />}
        <div className="mp-signin-way">
          {demo ? <h2>{text.byPassword}</h2> : <h1>{text.title}</h1>}
          {name !== undefined && <p className="mp-soft">{pick(name)}</p>}
          <SignInForm institutions={institutions} atOnce={!demo} onIn={forget} />
        </div>
      </main>
    </div>
  )
}
