import { MoreOutlined } from '@ant-design/icons'
import { type AccountRow, setAccountState, unlockAccount } from '@milepost/contract/institution/accounts'
import { App, Button, Dropdown } from 'antd'
import { useDo } from '../../platform/asking.ts'
import type { CallRefused } from '../../platform/call.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { useActor, useMay } from '../../platform/session.tsx'
import { en, zh } from './text.ts'

export type AccountActions = { readonly onLink: (accountId: string) => void; readonly onRoles: (accountId: string) => void }

/** What may be done with one account; nothing with one's own. */
export function AccountMenu({ account, onLink, onRoles }: AccountActions & { readonly account: AccountRow }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const { message } = App.useApp()
  const actor = useActor()
  const mayCreate = useMay('account.create')
  const mayGrant = useMay('account.grant')
  const changing = useDo(setAccountState)
  const unlocking = useDo(unlockAccount)
  const { accountId } = account
  const own = actor.accountId === accountId
  const say = (refused: CallRefused) => message.error(pick(refused.text))
  const acts = [
    ...(mayGrant && !own ? [{ key: 'roles', label: text.setRoles, run: () => onRoles(accountId) }] : []),
    ...(mayCreate && account.state === 'active' ? [{ key: 'link', label: text.link, run: () => onLink(accountId) }] : []),
    ...(mayCreate && account.lockedUntil !== null
      ? [{ key: 'unlock', label: text.unlock, run: () => unlocking.run({ accountId }).catch(say) }]
      : []),
    ...(mayCreate && !own
      ? [
          account.state === 'active'
            ? { key: 'disable', label: text.disable, run: () => changing.run({ accountId, state: 'disabled' }).catch(say) }
            : { key: 'enable', label: text.enable, run: () => changing.run({ accountId, state: 'active' }).catch(say) },
        ]
      : []),
  ]
  if (acts.length === 0) return null
  return (
    <Dropdown
      trigger={['click']}
      menu={{ items: acts.map(({ key, label }) => ({ key, label })), onClick: ({ key }) => acts.find((act) => act.key === key)?.run() }}
    >
      <Button type="text" size="small" icon={<MoreOutlined aria-hidden />} aria-label={text.more(account.displayName)} />
    </Dropdown>
  )
}
