import { closeVote, issueVoteLinks, readVote, remindVoters } from '@milepost/contract/appraise/democraticVotes'
import { DECIDED_GRADES } from '@milepost/terms/grades'
import { Alert, Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { type Issued, LinksPanel } from '../../parts/links/LinksPanel.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useGo, useParam } from '../../platform/address.tsx'
import { useAsk, useDo } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useMay } from '../../platform/session.tsx'
import '../appraise.css'
import { AND, gradeName } from '../words.ts'
import { PaperBallotsPanel } from './PaperBallotsPanel.tsx'
import { ResultTable } from './ResultTable.tsx'
import { en, zh } from './text.ts'
import { VotersPanel } from './VotersPanel.tsx'

/** One vote: codes to hand out, progress, paper, and the result once it is counted. */
export function VotePage() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const go = useGo()
  const vote = useAsk(readVote, { voteId: useParam('voteId') })
  const mayRun = useMay('vote.run')
  const issuing = useDo(issueVoteLinks)
  const reminding = useDo(remindVoters)
  const closing = useDo(closeVote)
  const [issued, setIssued] = useState<Issued>([])
  const { voteId } = vote
  const isOpen = vote.closedOn === null
  const toMake = vote.groups.reduce((sum, one) => sum + (one.way === 'online' ? one.invited - one.linksMade : 0), 0)
  const groupName = (code: string) => pick(vote.groups.find((one) => one.code === code)?.name ?? { zh: code, en: code })
  const make = async (invitationId?: string) => {
    const { invitations } = await issuing.run(invitationId ? { voteId, invitationId } : { voteId })
    setIssued(invitations.map((one) => ({ ...one, stratum: groupName(one.stratum) })))
  }
  const close = (
    <Popconfirm title={text.close} description={text.closeSay} okText={text.close} onConfirm={() => closing.start({ voteId })}>
      <Button type={toMake > 0 ? 'default' : 'primary'} loading={closing.busy}>
        {text.close}
      </Button>
    </Popconfirm>
  )
  const worth = DECIDED_GRADES.map((code) => `${pick(gradeName(code))} ${vote.worth[code] ?? ''}`).join(pick(AND))
  const counted = vote.subjects.flatMap(({ item, name, result }) => (result === null ? [] : [{ key: item, name, result }]))
  return (
    <>
      <PageHead
        title={pick(vote.name)}
        sentence={`${vote.opensOn} – ${vote.closedOn ?? vote.closesOn ?? ''}${vote.closedBy === null ? '' : ` · ${text.by(vote.closedBy)}`}`}
        back={{ href: '/appraise/votes', text: text.back }}
        primary={
          mayRun &&
          isOpen && (
            <>
              {toMake > 0 && (
                <Button type="primary" loading={issuing.busy} onClick={() => void make().catch(() => undefined)}>
                  {text.links(toMake)}
                </Button>
              )}
              {close}
            </>
          )
        }
        more={
          mayRun && isOpen
            ? [
                { key: 'remind', text: text.remind, onClick: () => reminding.start({ voteId }) },
                { key: 'paper', text: text.paper, onClick: () => go(`/appraise/votes/${voteId}/paper`) },
              ]
            : []
        }
      />
      {[issuing.refused, reminding.refused, closing.refused].map(
        (refused) => refused && <RefusalNote key={refused.code} refused={refused} />,
      )}
      {reminding.outcome && (
        <Alert type="success" showIcon title={text.reminded(reminding.outcome.remindedAbout)} style={{ marginBottom: 16 }} />
      )}
      {issued.length > 0 && <LinksPanel issued={issued} />}
      {counted.length > 0 && (
        <Panel title={text.result} sentence={text.resultSay(worth)}>
          <ResultTable label={text.result} first={text.subjects} rows={counted} groups={vote.groups} />
        </Panel>
      )}
      <Panel title={text.progress} sentence={isOpen ? text.progressSay : undefined}>
        <DataTable
          label={text.progress}
          plain
          rows={vote.groups}
          rowKey={(row) => row.code}
          columns={[
            { key: 'group', title: text.group, value: (row) => pick(row.name) },
            { key: 'way', title: text.way, value: (row) => text.ways[row.way], width: 180 },
            { key: 'weight', title: text.weight, kind: 'number', value: (row) => row.weightBp / 100, width: 90 },
            { key: 'invited', title: text.invited, kind: 'number', value: (row) => row.invited, width: 90 },
            { key: 'links', title: text.linksMade, kind: 'number', value: (row) => row.linksMade, width: 100 },
            {
              key: 'voted',
              title: text.voted,
              kind: 'number',
              value: (row) => row.voted,
              show: (row) => {
                if (row.voted === null) return text.hidden
                if (row.overfull) return `${row.voted} ! ${text.overfull}`
                return isOpen && row.way === 'online' ? text.about(row.voted) : row.voted
              },
              width: 150,
            },
          ]}
        />
        {counted.length === 0 && (
          <p className="mp-soft">
            {text.notYet} {vote.subjects.map((one) => pick(one.name)).join(pick(AND))}
          </p>
        )}
      </Panel>
      <PaperBallotsPanel vote={vote} />
      {mayRun && isOpen && <VotersPanel voteId={voteId} groupName={groupName} onAgain={(one) => void make(one).catch(() => undefined)} />}
    </>
  )
}
