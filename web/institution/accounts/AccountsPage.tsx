import {
  createAccountsForPeople,
  grantUnitHeads,
  issueLinks,
  type OneTimeLink,
  readAccounts,
} from '@milepost/contract/institution/accounts'
import { ROLE_NAMES } from '@milepost/terms/roles'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useAsk, useDo } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useMay } from '../../platform/session.tsx'
import { CreateDialog } from './CreateDialog.tsx'
import { LinksDialog } from './LinksDialog.tsx'
import { RolesDialog } from './RolesDialog.tsx'
import { en, zh } from './text.ts'
import { useAccountColumns } from './useAccountColumns.tsx'
import './accounts.css'

/** System administrator: accounts and links. Security administrator: roles. The same list, different acts. */
export function AccountsPage() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const mayCreate = useMay('account.create')
  const mayGrant = useMay('account.grant')
  const { accounts, peopleWithout, headsWithoutRole, vacantRoles } = useAsk(readAccounts, {})
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [creating, setCreating] = useState(false)
  const [granting, setGranting] = useState<string | null>(null)
  const [links, setLinks] = useState<readonly OneTimeLink[] | null>(null)
  const forPeople = useDo(createAccountsForPeople)
  const heads = useDo(grantUnitHeads)
  const issuing = useDo(issueLinks)
  const issue = (accountIds: string[]) =>
    issuing.run({ accountIds }).then(
      (issued) => setLinks(issued.links),
      () => undefined,
    )
  const columns = useAccountColumns({ onLink: (accountId) => issue([accountId]), onRoles: setGranting })
  const refused = forPeople.refused ?? heads.refused ?? issuing.refused
  const chosen = accounts.find(({ accountId }) => accountId === granting)

  const primary = mayCreate ? (
    peopleWithout > 0 ? (
      <Button type="primary" loading={forPeople.busy} onClick={() => forPeople.start({})}>
        {text.createForPeople(peopleWithout)}
      </Button>
    ) : (
      <Button type="primary" onClick={() => setCreating(true)}>
        {text.create}
      </Button>
    )
  ) : (
    mayGrant &&
    headsWithoutRole > 0 && (
      <Button type="primary" loading={heads.busy} onClick={() => heads.start({})}>
        {text.grantHeads(headsWithoutRole)}
      </Button>
    )
  )
  const more = mayCreate && peopleWithout > 0 ? [{ key: 'create', text: text.create, onClick: () => setCreating(true) }] : []
  const tools = mayCreate && (
    <Button disabled={selected.size === 0} loading={issuing.busy} onClick={() => issue([...selected])}>
      {text.issue(selected.size)}
    </Button>
  )

  return (
    <>
      <PageHead title={text.title} sentence={text.sentence} primary={primary} more={more} />
      <div className="mp-stack">
        {refused !== null && <RefusalNote refused={refused} />}
        {vacantRoles.length > 0 && (
          <Alert
            type="warning"
            showIcon
            title={text.vacant(vacantRoles.map((role) => pick(ROLE_NAMES[role])).join(' · '))}
            description={vacantRoles.includes('security-admin') ? text.vacantSay : text.vacantGrant}
          />
        )}
        {forPeople.outcome !== null && (
          <Alert
            type={forPeople.outcome.usernamesTaken.length > 0 ? 'warning' : 'success'}
            showIcon
            title={text.created(forPeople.outcome.created)}
            description={forPeople.outcome.usernamesTaken.length > 0 && text.taken(forPeople.outcome.usernamesTaken.join(' · '))}
          />
        )}
        {heads.outcome !== null && <Alert type="success" showIcon title={text.granted(heads.outcome.granted)} />}
        <Panel>
          <DataTable
            label={text.title}
            columns={columns}
            rows={accounts}
            rowKey={({ accountId }) => accountId}
            selection={mayCreate ? { selected, onChange: setSelected } : undefined}
            tools={tools}
            exportAs={text.exportAs}
            onPhone="cards"
            empty={<Empty title={text.emptyTitle} sentence={text.emptySay} />}
          />
        </Panel>
      </div>
      {creating && <CreateDialog firstOffered={vacantRoles.includes('security-admin')} onClose={() => setCreating(false)} />}
      {chosen !== undefined && <RolesDialog account={chosen} onClose={() => setGranting(null)} />}
      {links !== null && <LinksDialog links={links} onClose={() => setLinks(null)} />}
    </>
  )
}
