import { readCoverage } from '@milepost/contract/design/cascade'
import { percentOf } from '@milepost/contract/design/weights'
import { Button, Tag } from 'antd'
import type { ReactNode } from 'react'
import type { Column } from '../../parts/Column.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { PrintButton } from '../../parts/PrintButton.tsx'
import { useGo } from '../../platform/address.tsx'
import { useAsk } from '../../platform/asking.ts'
import { Reading } from '../../platform/frame/Reading.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useScorecard } from '../useDesign.ts'
import { en, zh } from './coverageText.ts'

const COLOURS = { person: 'success', unit: 'warning', nobody: 'error' } as const

export function CoveragePage() {
  const text = useText({ zh, en })
  const go = useGo()
  const { cycleId, view, refused } = useScorecard()
  if (view?.scorecard) return <Coverage scorecardId={view.scorecard.scorecardId} />
  return (
    <>
      <PageHead title={text.title} sentence={text.sentence} />
      {refused !== null && <RefusalNote refused={refused} />}
      {view === null && cycleId !== null && refused === null ? (
        <Reading />
      ) : (
        <Empty
          title={text.noneTitle}
          sentence={text.noneSay}
          next={<Button onClick={() => go('/design/cascade')}>{text.toCascade}</Button>}
        />
      )}
    </>
  )
}

function Coverage({ scorecardId }: { readonly scorecardId: string }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const go = useGo()
  const found = useAsk(readCoverage, { scorecardId })
  const nobody = found.reach.filter((line) => line.reach === 'nobody')
  const empty = found.cards.units === 0 && found.cards.people === 0
  return (
    <>
      <PageHead title={text.title} sentence={text.sentence} beside={pick(found.scorecard.name)} primary={<PrintButton />} />
      {empty && (
        <Empty
          title={text.noCards}
          sentence={text.noneSay}
          next={
            <Button type="primary" onClick={() => go('/design/cascade')}>
              {text.toCascade}
            </Button>
          }
        />
      )}
      {!empty && (
        <div className="mp-stack">
          <Panel>
            <Facts
              large
              facts={[
                {
                  key: 'covered',
                  name: text.covered,
                  value: found.coveredWeightBp === null ? '–' : `${percentOf(found.coveredWeightBp)}%`,
                  note: `${text.units} ${found.cards.units} · ${text.people} ${found.cards.people}`,
                },
                { key: 'uncovered', name: text.uncovered, value: nobody.length },
                { key: 'orphans', name: text.orphans, value: found.orphans.length },
                { key: 'overloaded', name: text.overloaded, value: found.overloaded.length },
                { key: 'noGoal', name: text.noGoal, value: found.withoutDevelopmentGoal.length },
              ]}
            />
          </Panel>
          <Panel title={text.reach} sentence={text.reachSay}>
            <DataTable
              label={text.reach}
              onPhone="cards"
              exportAs={text.exportAs}
              rows={[...found.reach].sort((a, b) => Number(b.reach === 'nobody') - Number(a.reach === 'nobody'))}
              rowKey={(row) => row.cardMeasureId ?? row.code}
              marked={(row) => row.reach === 'nobody'}
              columns={[
                { key: 'measure', title: text.measure, value: (row) => `${row.code} ${pick(row.name)}`, width: 280 },
                { key: 'objective', title: text.objective, value: (row) => pick(row.objective), filter: true, width: 160 },
                {
                  key: 'weight',
                  title: text.weight,
                  kind: 'number',
                  value: (row) => row.weightBp,
                  show: (row) => `${percentOf(row.weightBp)}%`,
                  text: (row) => percentOf(row.weightBp),
                  width: 80,
                },
                {
                  key: 'reach',
                  title: text.reachTitle,
                  value: (row) => text.reaches[row.reach],
                  filter: true,
                  show: (row) => <Tag color={COLOURS[row.reach]}>{text.reaches[row.reach]}</Tag>,
                  width: 110,
                },
                { key: 'owners', title: text.owners, kind: 'number', value: (row) => row.owners, width: 90 },
                { key: 'by', title: text.by, value: (row) => row.by.map(pick).join(text.comma) },
              ]}
            />
          </Panel>
          <List
            title={text.uncoveredObjectives}
            rows={found.uncoveredObjectives}
            rowKey={(row) => row.objectiveId}
            columns={[
              { key: 'objective', title: text.objective, value: (row) => `${row.code} ${pick(row.name)}` },
              { key: 'perspective', title: text.perspective, value: (row) => pick(row.perspective) },
              { key: 'measures', title: text.measureCount, kind: 'number', value: (row) => row.measures },
            ]}
          />
          <List
            title={text.orphansTitle}
            rows={found.orphans}
            rowKey={(row) => row.cardMeasureId ?? ''}
            href={(row) => `/design/cards/${row.cardId}`}
            columns={[
              { key: 'holder', title: text.holder, value: (row) => pick(row.holder) },
              { key: 'measure', title: text.measure, value: (row) => `${row.code} ${pick(row.name)}` },
              {
                key: 'weight',
                title: text.weight,
                kind: 'number',
                value: (row) => row.weightBp,
                show: (row) => `${percentOf(row.weightBp)}%`,
              },
            ]}
          />
          <List
            title={text.overloadedTitle(found.mostPerPerson)}
            rows={found.overloaded}
            rowKey={(row) => row.cardId}
            href={(row) => `/design/cards/${row.cardId}`}
            columns={[
              { key: 'holder', title: text.holder, value: (row) => pick(row.holder) },
              { key: 'measures', title: text.measures, kind: 'number', value: (row) => row.measures },
            ]}
          />
          <List
            title={text.shared(found.mostOwners)}
            sentence={text.sharedSay}
            rows={found.sharedByTooMany}
            rowKey={(row) => row.cardMeasureId ?? ''}
            columns={[
              { key: 'measure', title: text.measure, value: (row) => `${row.code} ${pick(row.name)}` },
              { key: 'owners', title: text.owners, kind: 'number', value: (row) => row.owners },
            ]}
          />
          <List
            title={text.noGoalTitle}
            rows={found.withoutDevelopmentGoal}
            rowKey={(row) => row.cardId}
            href={(row) => `/design/cards/${row.cardId}`}
            columns={[
              { key: 'holder', title: text.holder, value: (row) => pick(row.holder) },
              { key: 'unit', title: text.unit, value: (row) => pick(row.unit) },
            ]}
          />
          <List
            title={text.goalsNothing}
            rows={found.goalsServingNothing}
            rowKey={(row) => `${row.cardId} ${row.goal.zh}`}
            href={(row) => `/design/cards/${row.cardId}`}
            columns={[
              { key: 'holder', title: text.holder, value: (row) => pick(row.holder) },
              { key: 'goal', title: text.goal, value: (row) => pick(row.goal) },
            ]}
          />
          {found.brokenLinks.length > 0 && (
            <List
              title={text.broken}
              rows={found.brokenLinks}
              rowKey={(row) => `${row.holder.zh} ${row.code} ${row.because}`}
              columns={[
                { key: 'holder', title: text.holder, value: (row) => pick(row.holder) },
                { key: 'measure', title: text.measure, value: (row) => row.code },
                { key: 'because', title: text.because, value: (row) => text.becauses[row.because] },
              ]}
            />
          )}
        </div>
      )}
    </>
  )
}

type ListProps<Row> = {
  readonly title: string
  readonly sentence?: ReactNode
  readonly rows: readonly Row[]
  readonly columns: readonly Column<Row>[]
  readonly rowKey: (row: Row) => string
  readonly href?: (row: Row) => string
}

/** One kind of gap; an empty list says that there is none. */
function List<Row>({ title, sentence, rows, columns, rowKey, href }: ListProps<Row>) {
  const text = useText({ zh, en })
  return (
    <Panel title={title} sentence={sentence}>
      <DataTable
        label={title}
        plain
        onPhone="cards"
        rows={rows}
        rowKey={rowKey}
        href={href}
        columns={columns}
        empty={<p className="mp-soft">{text.allWell}</p>}
      />
    </Panel>
  )
}
