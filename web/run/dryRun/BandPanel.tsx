import type { DryRun } from '@milepost/scorecard/dryRun/dryRun'
import { DataTable } from '../../parts/DataTable.tsx'
import { written } from '../../parts/figures.ts'
import { Panel } from '../../parts/Panel.tsx'
import { StatusMark } from '../../parts/StatusMark.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { bandSign } from './bandSign.ts'
import { en, zh } from './text.ts'

type Row = { readonly code: string; readonly name: string; readonly counts: readonly number[] }

export function BandPanel({ runs }: { readonly runs: readonly DryRun[] }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const bands = new Map(runs.flatMap((run) => run.bands.map((band) => [band.code, pick(band.name)] as const)))
  const rows: Row[] = [...bands].map(([code, name]) => ({
    code,
    name,
    counts: runs.map((run) => run.bands.find((band) => band.code === code)?.cards ?? 0),
  }))
  const left = runs.map((run) => run.cards - run.bands.reduce((sum, band) => sum + band.cards, 0))
  if (left.some((n) => n > 0)) rows.push({ code: '', name: text.noBand, counts: left })
  const head = (at: number, title: string) => (runs.length < 2 ? title : `${at === 0 ? text.first : text.second} · ${title}`)
  return (
    <Panel title={text.bands} sentence={text.bandsSay}>
      <DataTable
        label={text.bands}
        plain
        rows={rows}
        rowKey={(row) => row.code}
        columns={[
          {
            key: 'band',
            title: text.band,
            value: (row) => row.name,
            show: (row) => {
              const { status } = bandSign(row.code)
              return status === undefined ? row.name : <StatusMark status={status} say="word" name={row.name} />
            },
            width: 200,
          },
          ...runs.flatMap((run, at) => [
            {
              key: `cards${at}`,
              title: head(at, text.cards),
              kind: 'number' as const,
              value: (row: Row) => row.counts[at] ?? 0,
              width: 110,
            },
            {
              key: `share${at}`,
              title: head(at, text.share),
              kind: 'number' as const,
              value: (row: Row) => (run.cards === 0 ? null : (row.counts[at] ?? 0) / run.cards),
              show: (row: Row) => (run.cards === 0 ? text.unknown : text.percent(written((100 * (row.counts[at] ?? 0)) / run.cards, 1))),
              width: 110,
            },
          ]),
        ]}
      />
    </Panel>
  )
}
