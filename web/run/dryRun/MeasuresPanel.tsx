import type { TriedWeights } from '@milepost/contract/run/dryRunCards'
import type { DryRun, MeasureDryRun } from '@milepost/scorecard/dryRun/dryRun'
import { Button, InputNumber } from 'antd'
import { DataTable } from '../../parts/DataTable.tsx'
import { written } from '../../parts/figures.ts'
import { Panel } from '../../parts/Panel.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { en, zh } from './text.ts'

type Row = { readonly first: MeasureDryRun; readonly second: MeasureDryRun | undefined }

type MeasuresProps = {
  readonly runs: readonly DryRun[]
  /** Weights being tried; null: none may be. */
  readonly tried: TriedWeights | null
  readonly onTry: (tried: TriedWeights) => void
}

/** Weight beside what the measure decides: the question a scheme is dry-run for. */
export function MeasuresPanel({ runs: [a, b], tried, onTry }: MeasuresProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const other = new Map(b?.measures.map((measure) => [measure.id, measure]))
  const rows: Row[] = [
    ...byDecides(a?.measures ?? []).map((first) => ({ first, second: other.get(first.id) })),
    ...(b?.measures ?? []).filter(({ id }) => !a?.measures.some((one) => one.id === id)).map((second) => ({ first: second, second })),
  ]
  const percent = (share: number | null | undefined) => (share == null ? text.unknown : text.percent(written(100 * share, 1)))
  const share = (key: string, title: string, of: (row: Row) => number | null | undefined, width = 100) => ({
    key,
    title,
    kind: 'number' as const,
    value: (row: Row) => of(row) ?? null,
    show: (row: Row) => percent(of(row)),
    text: (row: Row) => percent(of(row)),
    width,
  })
  const named = (title: string, side: string) => (b === undefined ? title : `${side} · ${title}`)
  return (
    <Panel
      title={text.measures}
      sentence={text.measuresSay}
      acts={tried !== null && Object.keys(tried).length > 0 && <Button onClick={() => onTry({})}>{text.reset}</Button>}
    >
      <DataTable<Row>
        label={text.measures}
        exportAs="dry-run-measures"
        onPhone="cards"
        rows={rows}
        rowKey={({ first }) => first.id}
        columns={[
          { key: 'name', title: text.measure, value: ({ first }) => `${first.id} ${pick(first.name)}`, width: 250 },
          ...(tried === null
            ? []
            : [
                {
                  key: 'try',
                  title: text.weightTry,
                  acts: true,
                  value: () => null,
                  show: ({ first }: Row) => (
                    <InputNumber<number>
                      aria-label={text.weightTryOf(pick(first.name))}
                      value={tried[first.id] ?? 100}
                      min={0}
                      max={1000}
                      step={10}
                      precision={0}
                      suffix="%"
                      onChange={(value) => onTry({ ...tried, [first.id]: value ?? 100 })}
                    />
                  ),
                  width: 120,
                },
              ]),
          share('weight', named(text.weight, text.first), ({ first }) => first.weight, 110),
          {
            ...share('decides', named(text.decides, text.first), ({ first }) => first.decides, 170),
            show: ({ first }: Row) => <DecideBar measure={first} said={percent(first.decides)} />,
          },
          ...(b === undefined
            ? []
            : [
                share('weight2', named(text.weight, text.second), ({ second }) => second?.weight, 110),
                {
                  ...share('decides2', named(text.decides, text.second), ({ second }) => second?.decides, 170),
                  show: ({ second }: Row) => (second ? <DecideBar measure={second} said={percent(second.decides)} /> : text.unknown),
                },
              ]),
          share('ceiling', text.ceiling, ({ first }) => first.ceiling),
          share('floor', text.floor, ({ first }) => first.floor),
          share('missing', text.missing, ({ first }) => (first.n === 0 ? null : first.missing / first.n)),
          {
            key: 'mean',
            title: text.mean,
            kind: 'number',
            value: ({ first }) => first.spread?.mean ?? null,
            show: ({ first }) => (first.spread === null ? text.unknown : written(first.spread.mean, 1)),
            width: 90,
          },
          {
            key: 'sd',
            title: text.spreadOf,
            kind: 'number',
            value: ({ first }) => first.spread?.sd ?? null,
            show: ({ first }) => (first.spread?.sd == null ? text.unknown : written(first.spread.sd, 1)),
            width: 84,
          },
          { key: 'on', title: text.on, kind: 'number', value: ({ first }) => first.n, width: 84 },
        ]}
      />
    </Panel>
  )
}

const byDecides = (measures: readonly MeasureDryRun[]) => measures.toSorted((a, b) => (b.decides ?? -1) - (a.decides ?? -1))

/** What it decides as a bar, with its weight as a mark on it. */
function DecideBar({ measure: { decides, weight }, said }: { readonly measure: MeasureDryRun; readonly said: string }) {
  if (decides === null) return <>{said}</>
  const far = decides > 2 * weight || decides < weight / 2
  return (
    <span className="mp-dry-decides" data-far={far}>
      <svg width="90" height="12" viewBox="0 0 90 12" aria-hidden="true">
        <rect width="90" height="12" fill="var(--mp-line-soft)" />
        <rect width={Math.max(0, Math.min(1, decides)) * 90} height="12" fill="var(--mp-accent)" />
        <path d={`M${Math.min(1, weight) * 90} 0V12`} stroke="var(--mp-ink)" strokeWidth="2" />
      </svg>
      {said}
    </span>
  )
}
