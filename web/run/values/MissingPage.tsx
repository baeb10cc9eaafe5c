import type { Gap } from '@milepost/contract/run/gap'
import { readPeriods } from '@milepost/contract/run/periods'
import { readMissing } from '@milepost/contract/run/values'
import { Alert, Button, Segmented } from 'antd'
import { type ReactNode, useState } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { useAddressValue, useGo } from '../../platform/address.tsx'
import { useAsk } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { useMay } from '../../platform/session.tsx'
import { CycleChoice } from '../CycleChoice.tsx'
import { NoCycle } from '../NoCycle.tsx'
import '../run.css'
import { StateSign } from '../StateSign.tsx'
import { type RunCycle, useRunCycle } from '../useRunCycle.ts'
import { GAP_STATES } from '../words.ts'
import { EntryDialog } from './EntryDialog.tsx'
import { entryOfGap } from './entry.ts'
import { FillGrid } from './FillGrid.tsx'
import { en, zh } from './text.ts'
import { PeriodChoice } from './ValueFilters.tsx'
import { ValueTabs } from './ValueTabs.tsx'

const WHEN = ['overdue', 'all', 'closed'] as const

export function MissingPage() {
  const text = useText({ zh, en })
  const chosen = useRunCycle()
  if (chosen.cycle !== null) return <Missing chosen={chosen} cycleId={chosen.cycle.cycleId} />
  return (
    <>
      <PageHead title={text.tabMissing} sentence={text.gapSay} />
      <NoCycle />
    </>
  )
}

function Missing({ chosen, cycleId }: { readonly chosen: RunCycle; readonly cycleId: string }) {
  const text = useText({ zh, en })
  const go = useGo()
  const [period, setPeriod] = useAddressValue('period')
  const [when, setWhen] = useAddressValue('when')
  const shown = WHEN.find((one) => one === when) ?? 'overdue'
  const { gaps, total } = useAsk(readMissing, {
    cycleId,
    ...(period === null ? {} : { period }),
    when: shown,
  })
  const mayRecord = useMay('value.import')
  const { periods } = useAsk(readPeriods, { cycleId })
  const open = new Set(periods.filter((one) => one.state === 'open').map((one) => one.periodId))
  const [filling, setFilling] = useState<Gap | null>(null)
  const [view, setView] = useAddressValue('view')
  const fillable = gaps.filter((gap) => open.has(gap.period.periodId))
  return (
    <>
      <PageHead
        title={text.tabMissing}
        sentence={`${text.gapSay} ${mayRecord ? text.gapEnter : text.gapHandOver}`}
        beside={<CycleChoice chosen={chosen} />}
        primary={
          mayRecord && (
            <Button type="primary" onClick={() => go('/run/values/import')}>
              {text.importFile}
            </Button>
          )
        }
      />
      <ValueTabs at="missing" />
      <div className="mp-row mp-run-filters">
        <PeriodChoice cycleId={cycleId} value={period} onChange={setPeriod} />
        <Segmented
          aria-label={text.state}
          value={shown}
          options={WHEN.map((one) => ({ value: one, label: text.when[one] }))}
          onChange={(next) => setWhen(next === 'overdue' ? null : next)}
        />
        {mayRecord && fillable.length > 0 && (
          <Segmented
            aria-label={text.fillGrid}
            value={view === 'grid' ? 'grid' : 'list'}
            options={[
              { value: 'list', label: text.listView },
              { value: 'grid', label: text.fillGrid },
            ]}
            onChange={(next) => setView(next === 'grid' ? 'grid' : null)}
          />
        )}
      </div>
      {gaps.length < total && <Alert type="info" showIcon title={text.cut(gaps.length, total)} />}
      {view === 'grid' && mayRecord && fillable.length > 0 ? (
        <FillGrid gaps={fillable} />
      ) : (
        <GapTable
          gaps={gaps}
          open={open}
          onFill={mayRecord ? setFilling : null}
          empty={
            <Empty
              title={shown === 'closed' ? text.noneClosed : text.noGaps}
              sentence={shown === 'closed' ? text.noneClosedSay : text.noGapsSay}
              next={mayRecord && shown !== 'closed' && <Button onClick={() => go('/run/periods')}>{text.toPeriods}</Button>}
            />
          }
        />
      )}
      {filling !== null && <EntryDialog cycleId={cycleId} entry={entryOfGap(filling)} way="fill" onClose={() => setFilling(null)} />}
    </>
  )
}

type GapTableProps = {
  readonly gaps: readonly Gap[]
  /** Periods that still take values. */
  readonly open: ReadonlySet<string>
  readonly onFill: ((gap: Gap) => void) | null
  readonly empty: ReactNode
}

function GapTable({ gaps, open, onFill, empty }: GapTableProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  return (
    <DataTable
      label={text.tabMissing}
      exportAs="missing-values"
      onPhone="cards"
      rows={gaps}
      rowKey={(row) => row.key}
      empty={empty}
      columns={[
        { key: 'measure', title: text.measure, value: (row) => `${row.measure.code} ${pick(row.measure.name)}`, filter: true },
        { key: 'holder', title: text.holder, value: (row) => pick(row.holderName) },
        { key: 'period', title: text.period, value: (row) => row.period.code, filter: true, width: 100 },
        { key: 'due', title: text.dueOn, value: (row) => row.period.dueOn, width: 120 },
        {
          key: 'state',
          title: text.state,
          value: (row) => pick(GAP_STATES[row.state]),
          show: (row) => (
            <>
              <StateSign sign={GAP_STATES[row.state]} />
              {row.asked && <small> {text.asked}</small>}
            </>
          ),
          filter: true,
          width: 150,
        },
        { key: 'owner', title: text.owner, value: (row) => pick(row.owner), filter: true },
        ...(onFill === null
          ? []
          : [
              {
                key: 'act',
                title: text.act,
                value: () => null,
                acts: true,
                width: 110,
                show: (row: Gap) =>
                  open.has(row.period.periodId) ? (
                    <Button size="small" onClick={() => onFill(row)}>
                      {text.fill}
                    </Button>
                  ) : (
                    <small>{text.periodClosed}</small>
                  ),
              },
            ]),
      ]}
    />
  )
}
