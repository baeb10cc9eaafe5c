import { listVoters } from '@milepost/contract/appraise/democraticVotes'
import { Button } from 'antd'
import { DataTable } from '../../parts/DataTable.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useAskMaybe } from '../../platform/asking.ts'
import { useText } from '../../platform/language.tsx'
import { en, zh } from './text.ts'

type VotersPanelProps = {
  readonly voteId: string
  readonly groupName: (code: string) => string
  readonly onAgain: (invitationId: string) => void
}

export function VotersPanel({ voteId, groupName, onAgain }: VotersPanelProps) {
  const text = useText({ zh, en })
  const voters = useAskMaybe(listVoters, { voteId }).answer?.voters ?? []
  if (voters.length === 0) return null
  return (
    <Panel title={text.voters} sentence={text.votersSay} folds>
      <DataTable
        label={text.voters}
        rows={voters}
        rowKey={(row) => row.invitationId}
        columns={[
          { key: 'name', title: text.name, value: (row) => row.name },
          { key: 'group', title: text.group, value: (row) => groupName(row.stratum), filter: true, width: 180 },
          { key: 'link', title: text.linksMade, value: (row) => (row.hasLink ? text.hasLink : '–'), width: 120 },
          {
            key: 'acts',
            title: '',
            value: () => null,
            acts: true,
            width: 170,
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
