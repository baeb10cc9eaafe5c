import { readAppraisal } from '@milepost/contract/appraise/appraisals'
import type { OutputOf } from '@milepost/contract/endpoint'
import { DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { percentOfBasisPoints, written } from '../../parts/figures.ts'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { PrintButton } from '../../parts/PrintButton.tsx'
import { PageLink, useArrive } from '../../platform/address.tsx'
import { useAskMaybe } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import '../appraise.css'
import { useActor, useMay } from '../../platform/session.tsx'
import { CycleChoice } from '../CycleChoice.tsx'
import { OthersPanel } from '../others/OthersPanel.tsx'
import { usePersonPaper } from '../papers.ts'
import { NominationsPanel } from '../raters/NominationsPanel.tsx'
import { RatingsGivenPanel } from '../rating/RatingsGivenPanel.tsx'
import { ResultPanel } from '../results/ResultPanel.tsx'
import { useChosenCycle } from '../useChosenCycle.ts'
import { VotesOnPanel } from '../votes/VotesOnPanel.tsx'
import { ALSO, AND, COLON, GROUPS, gradeName, STANDINGS, STATES } from '../words.ts'
import { SegmentsPanel } from './SegmentsPanel.tsx'
import { StandingPanel } from './StandingPanel.tsx'
import { en, zh } from './text.ts'

type AppraisalSheetProps = { readonly personId: string /** null: the person's name. */; readonly title: string | null }
type Head = OutputOf<typeof readAppraisal>['heads'][number]

/** One person's appraisal: participation with its article, heads and weights, groups of raters, the decision by name. */
export function AppraisalSheet({ personId, title }: AppraisalSheetProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const chosen = useChosenCycle()
  const { answer, refused } = useAskMaybe(readAppraisal, chosen.cycle && { cycleId: chosen.cycle.cycleId, personId })
  useArrive(answer !== null)
  const paper = usePersonPaper(chosen.cycle?.cycleId ?? '', personId)
  const head = <CycleChoice chosen={chosen} />
  if (refused?.code === 'not-found' || !answer) {
    return (
      <>
        <PageHead title={title ?? ''} sentence={text.sentence} beside={head} />
        {refused && refused.code !== 'not-found' && <RefusalNote refused={refused} />}
        {refused?.code === 'not-found' && <Empty title={text.emptyTitle} sentence={text.emptySentence} />}
      </>
    )
  }
  const { appraisal, heads, lines, decision, cardId } = answer
  const raters = (row: Head) =>
    row.groups
      .filter((group) => group.standing === 'used')
      .map((group) =>
        text.rater(
          pick(GROUPS[group.group] ?? { zh: group.group, en: group.group }),
          group.n,
          percentOfBasisPoints(group.weightUsed),
          group.value === null ? null : written(group.value, 2),
        ),
      )
      .join(pick(ALSO))
  return (
    <>
      <PageHead
        title={title ?? appraisal.name}
        // a printed page names who it is about
        sentence={[
          ...(title === null ? [] : [appraisal.name]),
          appraisal.employeeNo,
          pick(appraisal.unit),
          pick(appraisal.post),
          text.sentence,
        ].join(' · ')}
        beside={head}
        primary={<PrintButton />}
        more={(Object.keys(text.papers) as (keyof typeof text.papers)[]).map((key) => ({
          key,
          text: text.papers[key],
          onClick: () => paper.start(key),
        }))}
      />
      {paper.refused && <RefusalNote refused={paper.refused} />}
      <Panel>
        <Facts
          large
          facts={[
            { key: 'score', name: text.score, value: appraisal.officialScore ?? '?' },
            { key: 'grade', name: text.grade, value: pick(gradeName(appraisal.grade)) },
            { key: 'state', name: text.state, value: pick(STATES[appraisal.state] ?? { zh: appraisal.state, en: appraisal.state }) },
            ...(appraisal.standing === null || isOverruled(appraisal)
              ? []
              : [
                  {
                    key: 'standing',
                    name: text.standing,
                    value: pick(STANDINGS[appraisal.standing] ?? { zh: appraisal.standing, en: appraisal.standing }),
                  },
                ]),
          ]}
        />
        <p className="mp-under">
          <strong>
            {text.participation}
            {pick(COLON)}
          </strong>
          {isLateGraded(appraisal) ? text.lateGraded : appraisal.participation.reasons.map(pick).join(pick(ALSO))}{' '}
          <span className="mp-soft">
            {appraisal.participation.citations.map((one) => text.article(one.article, one.verified)).join(' ')}
          </span>
        </p>
        {appraisal.missing.length > 0 && (
          <p className="mp-under">
            <strong>
              {text.missing}
              {pick(COLON)}
            </strong>
            {appraisal.missing.map(pick).join(pick(ALSO))}
          </p>
        )}
        {cardId !== null && (
          <p className="mp-under">
            <PageLink href={`/run/cards/${cardId}`}>{text.plan}</PageLink> ·{' '}
            <PageLink href={`/open/tickets/people/${appraisal.personId}?year=${chosen.cycle?.year}`}>{text.ticket}</PageLink>
          </p>
        )}
      </Panel>
      {chosen.cycle && <ResultPanel cycleId={chosen.cycle.cycleId} personId={appraisal.personId} unitId={appraisal.unitId} />}
      {heads.length > 0 && (
        <Panel title={text.heads} anchor="heads" sentence={text.headsSay}>
          <DataTable
            label={text.heads}
            plain
            onPhone="cards"
            rows={heads}
            rowKey={(row) => row.head}
            columns={[
              { key: 'head', title: text.head, value: (row) => pick(row.name), width: 110 },
              {
                key: 'score',
                title: text.headScore,
                kind: 'number',
                value: (row) => row.score,
                show: (row) => scoreText(row.score),
                width: 100,
              },
              {
                key: 'weight',
                title: text.weight,
                kind: 'number',
                value: (row) => row.weightBp,
                show: (row) => percentOfBasisPoints(row.weightBp),
                width: 90,
              },
              { key: 'raters', title: text.raters, value: (row) => (row.head === 'results' ? text.fromPlan : raters(row)) },
            ]}
          />
          <h3 className="mp-part">{text.sum}</h3>
          <ol>
            {lines.map((line) => (
              <li key={line.en}>{pick(line)}</li>
            ))}
          </ol>
        </Panel>
      )}
      {chosen.cycle && <StandingPanel cycleId={chosen.cycle.cycleId} appraisal={appraisal} />}
      {(appraisal.state === 'enrolled' || appraisal.state === 'scored') && (
        <Nominations appraisalId={appraisal.appraisalId} personId={appraisal.personId} />
      )}
      {chosen.cycle && <VotesOnPanel cycleId={chosen.cycle.cycleId} personId={appraisal.personId} />}
      <RatingsGivenPanel appraisalId={appraisal.appraisalId} />
      <OthersPanel personId={appraisal.personId} />
      {chosen.cycle && <SegmentsPanel cycleId={chosen.cycle.cycleId} personId={appraisal.personId} />}
      {decision && appraisal.grade !== null && (
        <Panel title={text.decision} sentence={text.decided(decision.decidedOn, decision.present.join(pick(AND)))}>
          {decision.reason !== '' && (
            <p>
              {text.reason}
              {pick(COLON)}
              {decision.reason}
            </p>
          )}
        </Panel>
      )}
    </>
  )
}

/** Decided otherwise than the seat said: the seat explains nothing any more, the reason of the decision does. */
const isOverruled = ({ grade, standing }: OutputOf<typeof readAppraisal>['appraisal']) =>
  grade !== null && (grade === 'excellent') !== (standing === 'has-seat')

/** Art. 42: the case that stood against a grade is closed, and the committee has supplied it. */
const isLateGraded = ({ grade, participation }: OutputOf<typeof readAppraisal>['appraisal']) =>
  participation.grade === 'none-yet' && grade !== null && grade !== 'ungraded'

/** Exact text may be a fraction; for the eye four places are enough, the exact one is on the ticket. */
function scoreText(score: string | null): string {
  if (score === null) return '?'
  const [over = '', under] = score.split('/')
  return under === undefined ? written(score, 2) : written((Number(over) / Number(under)).toFixed(6), 2)
}

/** Only the person and the office nominate on this page; a head does so on the rating sheet. */
function Nominations({ appraisalId, personId }: { readonly appraisalId: string; readonly personId: string }) {
  const isOwn = useActor().personId === personId
  const isOffice = useMay('participation.keep')
  return isOwn || isOffice ? <NominationsPanel appraisalId={appraisalId} /> : null
}
