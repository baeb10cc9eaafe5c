import type { SideInstitution } from '@milepost/contract/open/sideBySide'
import { useState } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { FiguresDialog, type SideMeasures } from './FiguresDialog.tsx'
import { RangeBar } from './RangeBar.tsx'
import { rankRanges } from './rankRanges.ts'
import { en, zh } from './text.ts'

/** Who stands where, and how much the place hangs on a single measure. */
export function RanksPanel({
  institutions,
  measures,
}: {
  readonly institutions: readonly SideInstitution[]
  readonly measures: SideMeasures
}) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const [read, setRead] = useState<string | null>(null)
  const known = institutions.flatMap((one) => (one.published ? [{ code: one.code, name: one.name, figures: one.published.figures }] : []))
  const found = rankRanges(known)
  const nameOf = new Map(known.map((one) => [one.code, one.name]))
  const here = new Set(institutions.flatMap((one) => (one.source === 'here' ? [one.code] : [])))
  const named = (code: string) => pick(nameOf.get(code) ?? { zh: code, en: code })
  if (found === null)
    return (
      <Panel title={text.ranks}>
        <p className="mp-soft">{text.noRanks}</p>
      </Panel>
    )
  const rows = found.ranges.toSorted((a, b) => a.rank - b.rank)
  const opened = institutions.find((one) => one.code === read)
  const mean = found.ranges.find((one) => one.code === read)
  return (
    <Panel title={text.ranks} sentence={text.ranksSay(found.common.length)}>
      <DataTable
        label={text.ranks}
        plain
        onPhone="cards"
        rows={rows}
        rowKey={(row) => row.code}
        columns={[
          {
            key: 'name',
            title: text.institution,
            value: (row) => named(row.code),
            show: (row) =>
              here.has(row.code) ? (
                <a href={`/public?institution=${encodeURIComponent(row.code)}`} target="_blank" rel="noreferrer">
                  {named(row.code)}
                </a>
              ) : (
                named(row.code)
              ),
          },
          {
            key: 'index',
            title: text.index,
            kind: 'number',
            value: (row) => row.index,
            show: (row) => (
              <button
                type="button"
                className="mp-text-button"
                aria-label={text.figuresOf(named(row.code))}
                onClick={() => setRead(row.code)}
              >
                {row.index.toFixed(1)}
              </button>
            ),
            width: 110,
          },
          {
            key: 'rank',
            title: text.rank,
            kind: 'number',
            value: (row) => row.rank,
            show: (row) => text.rankOf(row.rank, row.best, row.worst),
            width: 120,
          },
          {
            key: 'range',
            title: text.ranks,
            value: () => '',
            show: (row) => <RangeBar of={rows.length} rank={row.rank} best={row.best} worst={row.worst} />,
            width: 240,
          },
        ]}
      />
      {opened && mean && (
        <FiguresDialog
          institution={opened}
          measures={measures}
          mean={{ value: mean.index, of: found.common }}
          onClose={() => setRead(null)}
        />
      )}
    </Panel>
  )
}
