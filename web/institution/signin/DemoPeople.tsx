import { signInToDemo } from '@milepost/contract/institution/session'
import { ROLE_NAMES } from '@milepost/terms/roles'
import { useState } from 'react'
import { useDoing } from '../../platform/asking.ts'
import { call } from '../../platform/call.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { type Session, useForgetEverything } from '../../platform/session.tsx'
import { type DemoGroup, demoGroups } from './demoGroups.ts'
import { en, zh } from './text.ts'

const SHOWN = 3

/** The people of the demonstration, one click each. */
export function DemoPeople({ accounts }: { readonly accounts: Session['demoAccounts'] }) {
  const text = useText({ zh, en })
  const forget = useForgetEverything()
  const entering = useDoing(async (username: string) => {
    await call(signInToDemo, { username })
    await forget()
  })
  return (
    <section className="mp-demo" aria-labelledby="demo-people">
      <h1 id="demo-people">{text.demoTitle}</h1>
      <p className="mp-soft">{text.demoHint}</p>
      {entering.refused !== null && <RefusalNote refused={entering.refused} />}
      <div className="mp-demo-groups">
        {demoGroups(accounts).map((group) => (
          <Group key={group.role} group={group} busy={entering.busy} onEnter={entering.start} />
        ))}
      </div>
    </section>
  )
}

type GroupProps = { readonly group: DemoGroup; readonly busy: boolean; readonly onEnter: (username: string) => void }

function Group({ group, busy, onEnter }: GroupProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const [all, setAll] = useState(false)
  const { role, accounts } = group
  const shown = all ? accounts : accounts.slice(0, SHOWN)
  return (
    <div className="mp-demo-group">
      <h2>{pick(ROLE_NAMES[role])}</h2>
      <p>{text.roles[role]}</p>
      <ul>
        {shown.map(({ username, name, unit }) => (
          <li key={username}>
            <button type="button" disabled={busy} onClick={() => onEnter(username)}>
              <span>{name}</span>
              {unit !== null && <span className="mp-soft">{pick(unit)}</span>}
            </button>
          </li>
        ))}
      </ul>
      {accounts.length > SHOWN && (
        <button type="button" className="mp-text-button" onClick={() => setAll(!all)}>
          {all ? text.fewer : text.morePeople(accounts.length - SHOWN)}
        </button>
      )}
    </div>
  )
}
