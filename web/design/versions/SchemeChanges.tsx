import type { readScorecardVersions } from '@milepost/contract/design/versions'
import type { OutputOf } from '@milepost/contract/endpoint'
import { DataTable } from '../../parts/DataTable.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { en, zh } from './text.ts'

type Change = OutputOf<typeof readScorecardVersions>['versions'][number]['changes'][number]

/** The difference of two versions, one row a change. */
export function SchemeChanges({ changes }: { readonly changes: readonly Change[] }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const rows = changes.map((change, at) => ({ ...change, at }))
  return (
    <DataTable
      label={text.versions}
      rows={rows}
      rowKey={(row) => String(row.at)}
      plain={rows.length < 15}
      onPhone="cards"
      exportAs="scheme-changes"
      columns={[
        { key: 'where', title: text.where, value: (row) => pick(row.place) },
        { key: 'what', title: text.what, value: (row) => text.fields[row.field] ?? row.field, filter: true, width: 140 },
        { key: 'kind', title: text.kind, value: (row) => text.kinds[row.kind], filter: true, width: 90 },
        { key: 'before', title: text.before, value: (row) => (row.before === null ? '–' : pick(row.before)) },
        { key: 'after', title: text.after, value: (row) => (row.after === null ? '–' : pick(row.after)) },
      ]}
    />
  )
}
