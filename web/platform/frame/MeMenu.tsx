import { DownOutlined, UserOutlined } from '@ant-design/icons'
import { signOut } from '@milepost/contract/institution/session'
import { ROLE_NAMES } from '@milepost/terms/roles'
import { Dropdown } from 'antd'
import { Suspense, useState } from 'react'
import { useGo } from '../address.tsx'
import { useDoing } from '../asking.ts'
import { call } from '../call.ts'
import { forgetDrafts } from '../draft.ts'
import { useHouse } from '../house.tsx'
import { useLanguage, useText } from '../language.tsx'
import { useActor, useForgetEverything } from '../session.tsx'
import { en, zh } from './text.ts'

/** Who I am here, and what I can do about it. */
export function MeMenu({ short }: { readonly short: boolean }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const actor = useActor()
  const { PasswordDialog } = useHouse()
  const forget = useForgetEverything()
  const go = useGo()
  const [changing, setChanging] = useState(false)
  const leaving = useDoing(async () => {
    await call(signOut, {})
    forgetDrafts()
    await forget()
    go('/')
  })
  const roles = actor.roles.map((role) => pick(ROLE_NAMES[role]))
  const items = [
    { key: 'who', label: <WhoIAm name={actor.name} roles={roles.join(pick({ zh: '、', en: ', ' }))} />, disabled: true },
    { type: 'divider' as const },
    { key: 'my-data', label: text.myData },
    { key: 'password', label: text.password },
    { key: 'leave', label: text.signOut, disabled: leaving.busy },
  ]
  const chosen = ({ key }: { key: string }) => {
    if (key === 'my-data') go('/open/my-data')
    else if (key === 'password') setChanging(true)
    else leaving.start(undefined)
  }
  return (
    <>
      <Dropdown trigger={['click']} placement="bottomRight" menu={{ items, onClick: chosen }}>
        <button type="button" className="mp-me" title={text.me}>
          <UserOutlined aria-hidden />
          <span className={short ? 'mp-unseen' : 'mp-me-name'}>{actor.name}</span>
          {!short && <span className="mp-me-role">{roles[0]}</span>}
          {!short && <DownOutlined aria-hidden className="mp-me-down" />}
        </button>
      </Dropdown>
      {changing && (
        <Suspense fallback={null}>
          <PasswordDialog onClose={() => setChanging(false)} />
        </Suspense>
      )}
    </>
  )
}

function WhoIAm({ name, roles }: { readonly name: string; readonly roles: string }) {
  return (
    <span className="mp-who">
      <strong>{name}</strong>
      <span>{roles}</span>
    </span>
  )
}
