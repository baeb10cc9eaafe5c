import { listAppraisals, openAppraisals, scoreAppraisals } from '@milepost/contract/appraise/appraisals'
import type { OutputOf } from '@milepost/contract/endpoint'
import type { Bilingual } from '@milepost/terms/bilingual'
import { STAGES } from '@milepost/terms/cycle'
import { Alert, Button } from 'antd'
import { DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { LinkButton } from '../../parts/LinkButton.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { useGo } from '../../platform/address.tsx'
import { useAskMaybe, useDo } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useMay } from '../../platform/session.tsx'
import '../appraise.css'
import { CycleChoice } from '../CycleChoice.tsx'
import { useChosenCycle } from '../useChosenCycle.ts'
import { ALSO, GROUPS, gradeName, STATES } from '../words.ts'
import { en, zh } from './text.ts'
import { UnknownFacts } from './UnknownFacts.tsx'

export function AppraisalsPage() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const go = useGo()
  const chosen = useChosenCycle()
  const { answer } = useAskMaybe(listAppraisals, chosen.cycle && { cycleId: chosen.cycle.cycleId })
  const opening = useDo(openAppraisals)
  const scoring = useDo(scoreAppraisals)
  const mayOpen = useMay('appraisal.open')
  const mayScore = useMay('appraisal.score')
  const mayImport = useMay('rating.import')
  const cycleId = chosen.cycle?.cycleId ?? ''
  const rows = answer?.appraisals ?? []
  const undecided = rows.some((row) => row.state === 'enrolled' || row.state === 'scored' || row.state === 'proposed')

  const stage = chosen.cycle?.stage
  const early = stage === 'diagnose' || stage === 'choose' || stage === 'design' || stage === 'run' ? STAGES[stage] : null
  const open = mayOpen && early === null && (
    <Button type="primary" loading={opening.busy} onClick={() => opening.start({ cycleId })}>
      {text.open}
    </Button>
  )
  const score = mayScore && undecided && (
    <Button type="primary" loading={scoring.busy} onClick={() => scoring.start({ cycleId })}>
      {text.score}
    </Button>
  )
  const more =
    rows.length === 0 || !undecided
      ? []
      : [
          ...(mayImport ? [{ key: 'import', text: text.import, onClick: () => go(`/appraise/import?year=${chosen.cycle?.year}`) }] : []),
          ...(mayOpen ? [{ key: 'open', text: text.openRest, onClick: () => opening.start({ cycleId }) }] : []),
        ]

  return (
    <>
      <PageHead
        title={text.title}
        sentence={text.sentence}
        beside={<CycleChoice chosen={chosen} />}
        primary={rows.length === 0 ? undefined : score}
        more={more}
      />
      <div className="mp-notes">
        {opening.refused && <RefusalNote refused={opening.refused} />}
        {scoring.refused && <RefusalNote refused={scoring.refused} />}
        {opening.outcome && <Alert type="info" showIcon title={text.opened(opening.outcome.opened, opening.outcome.notUnderTheseRules)} />}
        {scoring.outcome && (
          <Alert
            type={scoring.outcome.missing.length > 0 ? 'warning' : 'success'}
            showIcon
            title={text.scored(scoring.outcome.scored, new Set(scoring.outcome.missing.map((one) => one.personId)).size)}
          />
        )}
      </div>
      {opening.outcome && opening.outcome.unknown.length > 0 && (
        <UnknownFacts
          people={opening.outcome.unknown}
          busy={opening.busy}
          onTold={(daysElsewhere) => opening.start({ cycleId, daysElsewhere })}
        />
      )}
      <DataTable
        label={text.title}
        exportAs="appraisals"
        onPhone="cards"
        rows={rows}
        rowKey={(row) => row.appraisalId}
        href={(row) => `/appraise/people/${row.personId}?year=${chosen.cycle?.year}`}
        empty={
          chosen.cycle === null ? (
            <Empty
              title={text.noCycleTitle}
              sentence={text.noCycleSay}
              next={<LinkButton href="/institution/cycles">{text.noCycleNext}</LinkButton>}
            />
          ) : (
            <Empty
              title={text.emptyTitle}
              sentence={early ? text.early(pick(early)) : text.emptySentence}
              next={early ? <LinkButton href={`/institution/cycles?year=${chosen.cycle.year}`}>{text.toCycle}</LinkButton> : open}
            />
          )
        }
        columns={[
          { key: 'name', title: text.name, value: (row) => row.name, width: 110 },
          { key: 'no', title: text.employeeNo, value: (row) => row.employeeNo, hiddenAtFirst: true },
          { key: 'unit', title: text.unit, value: (row) => pick(row.unit), filter: true, width: 150 },
          { key: 'post', title: text.post, value: (row) => pick(row.post), filter: true, width: 150, hiddenAtFirst: true },
          {
            key: 'participation',
            title: text.participation,
            value: (row) => row.participation.reasons.map(pick).join(pick(ALSO)),
            show: (row) => (
              <>
                {row.participation.reasons.map(pick).join(pick(ALSO))}{' '}
                <span className="mp-soft">
                  {row.participation.citations.map((one) => text.article(one.article, one.verified)).join(' ')}
                </span>
              </>
            ),
            width: 260,
          },
          {
            key: 'raters',
            title: text.raters,
            value: (row) => row.ratings.superior + row.ratings.peers + row.ratings.subordinates + row.ratings.serviceUsers,
            show: (row) => ratersOf(row.ratings, pick),
            width: 180,
          },
          {
            key: 'score',
            title: text.scoreColumn,
            kind: 'number',
            value: (row) => row.officialScore,
            show: (row) => row.officialScore ?? <span title={row.missing.map(pick).join(pick(ALSO))}>?</span>,
            width: 90,
          },
          {
            key: 'state',
            title: text.state,
            value: (row) => pick(STATES[row.state] ?? { zh: row.state, en: row.state }),
            filter: true,
            width: 100,
          },
          { key: 'proposed', title: text.proposed, value: (row) => pick(gradeName(row.proposedGrade)), filter: true, width: 100 },
          { key: 'grade', title: text.grade, value: (row) => pick(gradeName(row.grade)), filter: true, width: 110 },
        ]}
      />
    </>
  )
}

type Ratings = OutputOf<typeof listAppraisals>['appraisals'][number]['ratings']

/** "Superior 1 · Peers 4": groups without a rating are left out. */
function ratersOf(ratings: Ratings, pick: (text: Bilingual) => string): string {
  const groups = [
    [GROUPS.superior, ratings.superior],
    [GROUPS.peers, ratings.peers],
    [GROUPS.subordinates, ratings.subordinates],
    [GROUPS['service-users'], ratings.serviceUsers],
  ] as const
  return groups.flatMap(([name, n]) => (name && n > 0 ? [`${pick(name)} ${n}`] : [])).join(' · ') || '–'
}
