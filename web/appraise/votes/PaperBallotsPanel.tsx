import { listPaperBallots, type readVote, voidVoteBallot } from '@milepost/contract/appraise/democraticVotes'
import type { OutputOf } from '@milepost/contract/endpoint'
import { Button } from 'antd'
import { useState } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useAskMaybe, useDo } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { useMay } from '../../platform/session.tsx'
import { dayOf } from '../words.ts'
import { en, zh } from './text.ts'

type Vote = OutputOf<typeof readVote>
type Ballot = OutputOf<typeof listPaperBallots>['ballots'][number]

/** The paper typed in, and what was voided of it with the results before and after. */
export function PaperBallotsPanel({ vote }: { readonly vote: Vote }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const mayVoid = useMay('vote.void')
  const ballots = useAskMaybe(listPaperBallots, mayVoid ? { voteId: vote.voteId } : null).answer?.ballots ?? []
  const voiding = useDo(voidVoteBallot)
  const [chosen, setChosen] = useState<Ballot | null>(null)
  if (ballots.length === 0) return null
  const groupName = (code: string) => pick(vote.groups.find((one) => one.code === code)?.name ?? { zh: code, en: code })
  return (
    <Panel title={text.ballots} sentence={text.ballotsSay} folds>
      <DataTable
        label={text.ballots}
        onPhone="cards"
        rows={ballots}
        rowKey={(row) => row.ballotId}
        columns={[
          { key: 'ballot', title: text.ballot, value: (row) => text.ballotNo(row.batch, row.paperNo), width: 170 },
          { key: 'batch', title: text.batch, value: (row) => row.batch, filter: true, width: 120 },
          { key: 'group', title: text.group, value: (row) => groupName(row.group), filter: true, width: 160 },
          { key: 'by', title: text.enteredBy, value: (row) => row.enteredBy, width: 140 },
          {
            key: 'acts',
            title: '',
            value: () => null,
            acts: true,
            width: 130,
            show: (row) =>
              row.voided ? (
                text.voided
              ) : !row.mayVoid ? (
                <span className="mp-soft">{text.othersVoid}</span>
              ) : (
                <Button size="small" onClick={() => setChosen(row)}>
                  {text.void}
                </Button>
              ),
          },
        ]}
      />
      {vote.voided.length > 0 && <h3 className="mp-part">{text.voidLog}</h3>}
      {vote.voided.map((one) => (
        <div key={`${one.batch} ${one.paperNo}`} className="mp-under">
          <strong>{text.ballotNo(one.batch, one.paperNo)}</strong> · {dayOf(one.voidedAt)} {one.voidedBy} · {one.reason}
          {one.changes.length === 0 ? (
            <div className="mp-soft">{text.noChange}</div>
          ) : (
            <details>
              <summary>{text.changedMany(one.changes.length)}</summary>
              <ul>
                {one.changes.map((change) => (
                  <li key={pick(change.name)}>{text.changed(pick(change.name), change.before ?? '–', change.after ?? '–')}</li>
                ))}
              </ul>
            </details>
          )}
        </div>
      ))}
      {chosen && (
        <FormDialog
          title={text.voidTitle(chosen.batch, chosen.paperNo)}
          sentence={vote.closedOn === null ? text.voidOpenSays : text.voidCountedSays}
          fields={[{ key: 'reason', label: text.reason, kind: 'area' }]}
          start={{}}
          acting={voiding}
          okText={text.void}
          onSave={({ reason = '' }) => voiding.run({ voteId: vote.voteId, ballotId: chosen.ballotId, reason })}
          onClose={() => setChosen(null)}
        />
      )}
    </Panel>
  )
}
