import { readCalibration } from '@milepost/contract/appraise/appraisals'
import { readCommittee, readDecision } from '@milepost/contract/appraise/decision'
import type { OutputOf } from '@milepost/contract/endpoint'
import { Alert, Button, Tag } from 'antd'
import { useState } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { LinkButton } from '../../parts/LinkButton.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { PrintButton } from '../../parts/PrintButton.tsx'
import { useAskMaybe } from '../../platform/asking.ts'
import { Reading } from '../../platform/frame/Reading.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { useMay } from '../../platform/session.tsx'
import '../appraise.css'
import { CycleChoice } from '../CycleChoice.tsx'
import { useCyclePaper } from '../papers.ts'
import { StaleNote } from '../reopening/StaleNote.tsx'
import { useChosenCycle } from '../useChosenCycle.ts'
import { AND, gradeName } from '../words.ts'
import { CommitteeDialog } from './CommitteeDialog.tsx'
import { DecisionForm } from './DecisionForm.tsx'
import { en, zh } from './text.ts'
import { VoteLine } from './VoteFields.tsx'

type Changed = NonNullable<OutputOf<typeof readDecision>['decision']>['changed'][number]

export function DecisionPage() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const chosen = useChosenCycle()
  const asked = chosen.cycle && { cycleId: chosen.cycle.cycleId }
  const calibration = useAskMaybe(readCalibration, asked).answer
  const committee = useAskMaybe(readCommittee, asked).answer
  const decided = useAskMaybe(readDecision, asked).answer
  const mayDecide = useMay('grade.decide')
  const mayCompose = useMay('appraisal.open')
  const paper = useCyclePaper(chosen.cycle?.cycleId ?? '')
  const [composing, setComposing] = useState(false)
  const decision = decided?.decision ?? null
  if (!chosen.cycle || !calibration || !committee || !decided)
    return (
      <>
        <PageHead title={text.title} sentence={text.sentence} />
        {chosen.cycle && <Reading />}
      </>
    )
  const { seats, people } = calibration
  // after a reopening only the reopened are decided; what is decided stands
  const toDecide = people.filter((one) => one.state !== 'decided' && one.state !== 'final')
  return (
    <>
      <PageHead
        title={text.title}
        sentence={text.sentence}
        beside={<CycleChoice chosen={chosen} />}
        primary={decision && <PrintButton />}
        more={decision ? [{ key: 'minutes', text: text.minutesPaper, onClick: () => paper.start('minutes') }] : []}
      />
      <StaleNote cycle={chosen.cycle} page="/appraise/decision" />
      <Panel
        title={text.committee}
        sentence={text.committeeSays}
        acts={mayCompose && !decision && <Button onClick={() => setComposing(true)}>{text.edit}</Button>}
      >
        {committee.findings.map((finding) => (
          <Alert key={finding.en} type="warning" showIcon title={pick(finding)} />
        ))}
        <p className="mp-tags">
          {committee.members.map((member) => (
            <Tag key={member.personId}>
              {member.name} · {text.classes[member.memberClass]}
            </Tag>
          ))}
        </p>
      </Panel>
      {decision && (
        <Panel
          title={text.decidedOnBy(decision.decidedOn, decision.recordedBy)}
          sentence={text.presentSays(decision.present.join(pick(AND)))}
        >
          <p style={{ whiteSpace: 'pre-wrap' }}>{decision.minutes}</p>
          <VoteLine vote={decision.vote} />
          <h3 className="mp-part">{text.changed}</h3>
          {decision.changed.length === 0 ? (
            <p>{text.noneChanged}</p>
          ) : (
            <DataTable
              label={text.changed}
              plain
              onPhone="cards"
              rows={decision.changed}
              rowKey={(row) => row.name}
              columns={[
                { key: 'name', title: text.name, value: (row) => row.name, width: 120 },
                { key: 'from', title: text.proposed, value: (row) => pick(gradeName(row.from)), width: 120 },
                { key: 'to', title: text.grade, value: (row) => pick(gradeName(row.to)), width: 120 },
                { key: 'reason', title: text.reasonGiven, value: (row) => row.reason },
                ...(decision.changed.some(({ vote }) => vote !== null)
                  ? [
                      {
                        key: 'vote',
                        title: text.ownVote,
                        value: (row: Changed) => (row.vote === null ? '–' : text.ownVoteTaken),
                        show: (row: Changed) => (row.vote === null ? '–' : <VoteLine vote={row.vote} />),
                        width: 260,
                      },
                    ]
                  : []),
              ]}
            />
          )}
        </Panel>
      )}
      {!decision && !seats && (
        <Empty
          title={text.notYet}
          sentence={text.notYetSays}
          next={<LinkButton href={`/appraise/calibration?year=${chosen.cycle.year}`}>{text.toCalibration}</LinkButton>}
        />
      )}
      {toDecide.length > 0 && seats && (
        <DecisionForm
          key={[seats.revision, ...committee.members.map((one) => one.personId)].join(' ')}
          cycleId={chosen.cycle.cycleId}
          seats={seats.seats}
          ties={seats.ties}
          people={toDecide}
          taken={people.filter((one) => !toDecide.includes(one) && one.grade === 'excellent').length}
          committee={committee}
          mayDecide={mayDecide}
        />
      )}
      {composing && <CommitteeDialog cycleId={chosen.cycle.cycleId} members={committee.members} onClose={() => setComposing(false)} />}
    </>
  )
}
