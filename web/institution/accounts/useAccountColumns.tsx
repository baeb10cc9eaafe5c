import type { AccountRow } from '@milepost/contract/institution/accounts'
import { ROLE_NAMES } from '@milepost/terms/roles'
import type { Column } from '../../parts/Column.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { type AccountActions, AccountMenu } from './AccountMenu.tsx'
import { stateOf } from './stateOf.ts'
import { en, zh } from './text.ts'

export function useAccountColumns(actions: AccountActions): readonly Column<AccountRow>[] {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const rolesOf = ({ roles }: AccountRow) => (roles.length === 0 ? text.noRoles : roles.map((role) => pick(ROLE_NAMES[role])).join(' · '))
  return [
    { key: 'username', title: text.username, value: ({ username }) => username },
    { key: 'displayName', title: text.displayName, value: ({ displayName }) => displayName },
    {
      key: 'unit',
      title: text.unit,
      value: ({ person }) => (person?.unit ? pick(person.unit) : null),
      text: ({ person }) => (person?.unit ? pick(person.unit) : '–'),
      filter: true,
    },
    { key: 'roles', title: text.roles, value: rolesOf, filter: true },
    {
      key: 'state',
      title: text.state,
      value: (account) => text.states[stateOf(account)],
      show: (account) => (
        <span className="mp-account-state" data-state={stateOf(account)}>
          {text.states[stateOf(account)]}
        </span>
      ),
      filter: true,
    },
    {
      key: 'acts',
      title: text.acts,
      value: () => null,
      show: (account) => <AccountMenu account={account} {...actions} />,
      acts: true,
      width: 80,
    },
  ]
}
