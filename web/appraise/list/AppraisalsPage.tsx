import { listAppraisals, openAppraisals, scoreAppraisals } from '@milepost/contract/appraise/appraisals'
import { Alert, Button } from 'antd'
import { DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { useGo } from '../../platform/address.tsx'
import { useAskMaybe, useDo } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useMay } from '../../platform/session.tsx'
import { CycleChoice } from '../CycleChoice.tsx'
import { useChosenCycle } from '../useChosenCycle.ts'
import { ALSO, gradeName, STATES } from '../words.ts'
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

  const open = mayOpen && (
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
      {opening.refused && <RefusalNote refused={opening.refused} />}
      {scoring.refused && <RefusalNote refused={scoring.refused} />}
      {opening.outcome && <Alert type="info" showIcon title={text.opened(opening.outcome.opened, opening.outcome.notUnderTheseRules)} />}
      {opening.outcome && opening.outcome.unknown.length > 0 && (
        <UnknownFacts
          people={opening.outcome.unknown}
          busy={opening.busy}
          onTold={(daysElsewhere) => opening.start({ cycleId, daysElsewhere })}
        />
      )}
      {scoring.outcome && (
        <Alert
          type={scoring.outcome.missing.length > 0 ? 'warning' : 'success'}
          showIcon
          title={text.scored(scoring.outcome.scored, new Set(scoring.outcome.missing.map((one) => one.personId)).size)}
        />
      )}
      <DataTable
        label={text.title}
        exportAs="appraisals"
        rows={rows}
        rowKey={(row) => row.appraisalId}
        href={(row) => `/appraise/people/${row.personId}?year=${chosen.cycle?.year}`}
        empty={<Empty title={text.emptyTitle} sentence={text.emptySentence} next={open} />}
        columns={[
          { key: 'name', title: text.name, value: (row) => row.name, width: 110 },
          { key: 'no', title: text.employeeNo, value: (row) => row.employeeNo, hiddenAtFirst: true },
          { key: 'unit', title: text.unit, value: (row) => pick(row.unit), filter: true, width: 170 },
          { key: 'post', title: text.post, value: (row) => pick(row.post), filter: true, width: 150 },
          {
            key: 'participation',
            title: text.participation,
            value: (row) => row.participation.reasons.map(pick).join(pick(ALSO)),
            show: (row) => (
              <span title={row.participation.citations.map((one) => text.article(one.article, one.verified)).join(' ')}>
                {row.participation.reasons.map(pick).join(pick(ALSO))}
              </span>
            ),
            width: 260,
          },
          {
            key: 'raters',
            title: text.raters,
            value: (row) => row.ratings.superior + row.ratings.peers + row.ratings.subordinates + row.ratings.serviceUsers,
            kind: 'number',
            show: (row) => `${row.ratings.superior} / ${row.ratings.peers} / ${row.ratings.subordinates} / ${row.ratings.serviceUsers}`,
            width: 150,
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
