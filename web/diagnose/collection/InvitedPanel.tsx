import { listInvitations } from '@milepost/contract/diagnose/collection'
import { Button } from 'antd'
import { DataTable } from '../../parts/DataTable.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useAsk } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { en, zh } from './text.ts'

type InvitedPanelProps = {
  readonly waveId: string
  readonly strata: readonly { readonly code: string; readonly name: { readonly zh: string; readonly en: string } }[]
  readonly onAgain: (invitationId: string) => void
}

export function InvitedPanel({ waveId, strata, onAgain }: InvitedPanelProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const { invitations } = useAsk(listInvitations, { waveId })
  const levelOf = (code: string) => {
    const found = strata.find((one) => one.code === code)
    return found ? pick(found.name) : code
  }
  return (
    <Panel title={text.list} sentence={text.listSay}>
      <DataTable
        label={text.list}
        onPhone="cards"
        rows={invitations}
        rowKey={(row) => row.invitationId}
        columns={[
          { key: 'name', title: text.name, value: (row) => row.name },
          { key: 'level', title: text.level, value: (row) => levelOf(row.stratum), filter: true, width: 200 },
          { key: 'link', title: text.links, value: (row) => (row.hasLink ? text.has : '–'), width: 120 },
          {
            key: 'sending',
            title: text.sending,
            value: (row) => (row.sending === 'sent' ? `${text.standings.sent} ${row.sentOn ?? ''}` : text.standings[row.sending]),
            show: (row) =>
              row.sending === 'failed' ? (
                <span title={row.fault}>{text.failedBecause(row.fault)}</span>
              ) : row.sending === 'sent' ? (
                `${text.standings.sent} ${row.sentOn ?? ''}`
              ) : (
                text.standings[row.sending]
              ),
            filter: true,
            width: 240,
          },
          {
            key: 'acts',
            title: '',
            value: () => null,
            acts: true,
            width: 160,
            show: (row) =>
              row.hasLink && (
                <Button size="small" onClick={() => onAgain(row.invitationId)}>
                  {text.again}
                </Button>
              ),
          },
        ]}
      />
    </Panel>
  )
}
