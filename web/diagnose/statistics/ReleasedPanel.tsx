import { DataTable } from '../../parts/DataTable.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import type { Statistics } from './statistics.ts'
import { en, zh } from './text.ts'

/** What the release engine let out of an anonymous wave, and why a level is kept back. */
export function ReleasedPanel({ released }: { readonly released: Statistics['released'] }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  if (released.cells.length === 0) return null
  const nameOf = (row: Statistics['released']['cells'][number]) => (row.stratum ? pick(row.stratum) : text.everybody)
  return (
    <Panel folds title={text.released} sentence={text.releasedSay}>
      {released.waiting && <p>{text.waiting}</p>}
      <DataTable
        label={text.released}
        plain
        rows={released.cells}
        rowKey={nameOf}
        columns={[
          { key: 'cell', title: text.cell, value: nameOf },
          { key: 'n', title: text.answered, kind: 'number', value: (row) => row.n, show: (row) => row.n ?? '·', width: 110 },
          { key: 'standing', title: text.standing, value: (row) => text.standings[row.standing] },
          { key: 'release', title: text.release, kind: 'number', value: (row) => row.release, width: 130 },
        ]}
      />
    </Panel>
  )
}
