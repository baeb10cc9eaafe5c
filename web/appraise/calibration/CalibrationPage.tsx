import { readCalibration } from '@milepost/contract/appraise/appraisals'
import type { Bilingual } from '@milepost/terms/bilingual'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { DotDistribution } from '../../parts/DotDistribution.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { Figure } from '../../parts/Figure.tsx'
import { percentOfBasisPoints } from '../../parts/figures.ts'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useAskMaybe } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { useMay } from '../../platform/session.tsx'
import '../appraise.css'
import { CycleChoice } from '../CycleChoice.tsx'
import { StaleNote } from '../reopening/StaleNote.tsx'
import { useChosenCycle } from '../useChosenCycle.ts'
import { AND, dayOf, gradeName, STANDINGS } from '../words.ts'
import { BeforeSeats } from './BeforeSeats.tsx'
import { ChangePanel } from './ChangePanel.tsx'
import { EvidencePanel } from './EvidencePanel.tsx'
import { HistoryPanel } from './HistoryPanel.tsx'
import { ProposeDialog } from './ProposeDialog.tsx'
import { SignsPanel } from './SignsPanel.tsx'
import { en, zh } from './text.ts'

export function CalibrationPage() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const chosen = useChosenCycle()
  const { answer } = useAskMaybe(readCalibration, chosen.cycle && { cycleId: chosen.cycle.cycleId })
  const mayPropose = useMay('grade.propose')
  const [proposing, setProposing] = useState(false)
  const people = answer?.people ?? []
  const seats = answer?.seats ?? null
  const undecided =
    people.some((one) => one.officialScore !== null) && people.some((one) => one.state !== 'decided' && one.state !== 'final')
  const isDecided = people.length > 0 && people.every((one) => one.state === 'decided' || one.state === 'final')
  const notProposed = isDecided ? people.filter((one) => one.proposedGrade === null) : []
  const chosenOf = (names: readonly string[]) =>
    notProposed.filter((one) => one.grade === 'excellent' && names.includes(one.name)).map((one) => one.name)
  const button = mayPropose && undecided && (
    <Button type="primary" onClick={() => setProposing(true)}>
      {seats ? text.again : text.propose}
    </Button>
  )
  return (
    <>
      <PageHead title={text.title} sentence={text.sentence} beside={<CycleChoice chosen={chosen} />} primary={seats ? button : undefined} />
      <StaleNote cycle={chosen.cycle} page="/appraise/calibration" />
      {answer && !seats && <Empty title={text.emptyTitle} sentence={text.emptySentence} next={button} />}
      {answer && !seats && chosen.cycle && <BeforeSeats cycleId={chosen.cycle.cycleId} year={chosen.cycle.year} people={people} />}
      {seats && (
        <Panel
          sentence={`${text.article(seats.citation.article, seats.citation.verified)} · ${text.grounds[seats.ground as keyof typeof text.grounds] ?? seats.ground} · ${text.ran(seats.ranBy, dayOf(seats.ranAt), seats.revision)}`}
        >
          <Facts
            large
            facts={[
              { key: 'base', name: text.base, value: seats.base },
              { key: 'rate', name: text.rate, value: percentOfBasisPoints(seats.rateBp) },
              { key: 'seats', name: text.seats, value: seats.seats, note: text.seatsNote(seats.base, percentOfBasisPoints(seats.rateBp)) },
              isDecided
                ? {
                    key: 'open',
                    name: text.openThen,
                    value: seats.open,
                    note: text.openUsed(people.filter((one) => one.grade === 'excellent').length, seats.seats),
                  }
                : { key: 'open', name: text.open, value: seats.open },
            ]}
          />
          <div className="mp-notes">
            {seats.ties.map((tie) => (
              <Alert
                key={tie.people.join()}
                type={isDecided ? 'info' : 'warning'}
                showIcon
                title={
                  isDecided
                    ? text.tieDecided(tie.people.join(pick(AND)), tie.seatsLeft, chosenOf(tie.people).join(pick(AND)))
                    : text.tie(tie.people.join(pick(AND)), tie.seatsLeft)
                }
              />
            ))}
            {seats && notProposed.length > 0 && (
              <Alert
                type="info"
                showIcon
                title={`${text.notProposed(notProposed.length, people.length)}${notProposed
                  .map((one) => text.notProposedWhy(one.name, pick(standingName(one.standing)), pick(gradeName(one.grade))))
                  .join(pick(AND))}`}
              />
            )}
          </div>
        </Panel>
      )}
      {answer && people.length > 0 && (
        <>
          <Panel title={text.distribution}>
            <DataTable
              label={text.distribution}
              plain
              rows={answer.distribution}
              rowKey={(row) => row.grade}
              columns={[
                { key: 'grade', title: text.grade, value: (row) => pick(gradeName(row.grade)) },
                { key: 'proposed', title: text.proposed, kind: 'number', value: (row) => row.proposed },
                { key: 'decided', title: text.decided, kind: 'number', value: (row) => row.decided },
              ]}
            />
            {people.some((one) => one.officialScore !== null) && (
              <Figure caption={text.spreadCaption}>
                <DotDistribution
                  label={text.spread}
                  dots={people.map((one) => ({ key: one.appraisalId, name: one.name, value: one.officialScore }))}
                />
              </Figure>
            )}
          </Panel>
          {chosen.cycle && <EvidencePanel cycleId={chosen.cycle.cycleId} year={chosen.cycle.year} people={people} />}
          <Panel title={text.people}>
            <DataTable
              label={text.people}
              exportAs="calibration"
              onPhone="cards"
              rows={people}
              rowKey={(row) => row.appraisalId}
              href={(row) => `/appraise/people/${row.personId}?year=${chosen.cycle?.year}`}
              sortedBy={{ key: 'score', direction: 'down' }}
              columns={[
                { key: 'name', title: text.name, value: (row) => row.name, width: 110 },
                { key: 'unit', title: text.unit, value: (row) => pick(row.unit), filter: true },
                {
                  key: 'score',
                  title: text.score,
                  kind: 'number',
                  value: (row) => row.officialScore,
                  show: (row) => row.officialScore ?? '?',
                  width: 90,
                },
                ...(people.some((one) => one.voted !== null)
                  ? [
                      {
                        key: 'voted',
                        title: text.voted,
                        kind: 'number' as const,
                        value: (row: (typeof people)[number]) => row.voted,
                        show: (row: (typeof people)[number]) => row.voted ?? '–',
                        width: 100,
                      },
                    ]
                  : []),
                { key: 'proposed', title: text.proposed, value: (row) => pick(gradeName(row.proposedGrade)), filter: true, width: 110 },
                {
                  key: 'standing',
                  title: text.standing,
                  value: (row) => pick(standingName(row.standing)),
                  filter: true,
                  width: 170,
                },
                { key: 'grade', title: text.decided, value: (row) => pick(gradeName(row.grade)), filter: true, width: 110 },
              ]}
            />
          </Panel>
        </>
      )}
      {answer && people.length > 0 && chosen.cycle && (
        <>
          <ChangePanel cycleId={chosen.cycle.cycleId} people={people} isOpen={seats !== null && undecided} />
          <SignsPanel cycleId={chosen.cycle.cycleId} />
        </>
      )}
      {seats && seats.ledger.length > 0 && (
        <Panel title={text.ledger} sentence={`${text.poolings[seats.pooling].name} · ${text.ledgerSays}`}>
          <DataTable
            label={text.ledger}
            exportAs="seat-ledger"
            onPhone="cards"
            rows={seats.ledger}
            rowKey={(row) => row.unitId}
            columns={[
              { key: 'unit', title: text.unit, value: (row) => pick(row.unit), width: 170 },
              { key: 'people', title: text.people2, kind: 'number', value: (row) => row.people, total: (rows) => sumOf(rows, 'people') },
              { key: 'in', title: text.carryIn, kind: 'number', value: (row) => approx(row.carryIn) },
              { key: 'share', title: text.share, kind: 'number', value: (row) => approx(row.share) },
              { key: 'claim', title: text.claim, kind: 'number', value: (row) => approx(row.claim) },
              { key: 'seats', title: text.given, kind: 'number', value: (row) => row.seats, total: (rows) => sumOf(rows, 'seats') },
              {
                key: 'proposed',
                title: text.proposed,
                kind: 'number',
                value: (row) => row.proposed,
                total: (rows) => sumOf(rows, 'proposed'),
              },
              {
                key: 'awarded',
                title: text.awarded,
                kind: 'number',
                value: (row) => (undecided ? null : row.awarded),
                show: (row) => (undecided ? '–' : row.awarded),
                total: (rows) => (undecided ? '–' : sumOf(rows, 'awarded')),
              },
              { key: 'out', title: text.carryOut, kind: 'number', value: (row) => (undecided ? '–' : approx(row.carryOut)) },
            ]}
          />
        </Panel>
      )}
      {proposing && chosen.cycle && (
        <ProposeDialog cycleId={chosen.cycle.cycleId} endsOn={chosen.cycle.endsOn} onClose={() => setProposing(false)} />
      )}
      <HistoryPanel />
    </>
  )
}

const standingName = (standing: string | null): Bilingual =>
  standing === null ? { zh: '未参加排序', en: 'not ranked' } : (STANDINGS[standing] ?? { zh: standing, en: standing })

/** Exact text may be a fraction; two places are enough for the eye. */
function approx(exactText: string): string {
  const [over = '', under] = exactText.split('/')
  return (under === undefined ? Number(over) : Number(over) / Number(under)).toFixed(2)
}

const sumOf = <K extends string>(rows: readonly Readonly<Record<K, number>>[], key: K): number =>
  rows.reduce((sum, row) => sum + row[key], 0)
