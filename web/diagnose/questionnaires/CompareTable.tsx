import type { ItemComparison } from '@milepost/contract/diagnose/compareInstruments'
import { DataTable } from '../../parts/DataTable.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { en, zh } from './text.ts'

/** Two versions item by item. */
export function CompareTable({ items }: { readonly items: readonly ItemComparison[] }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  return (
    <DataTable
      label={text.compareTitle}
      exportAs="comparison"
      onPhone="cards"
      rows={items}
      rowKey={(row) => `${row.code}/${row.change}`}
      columns={[
        { key: 'code', title: text.code, value: (row) => row.code, width: 90 },
        { key: 'change', title: text.changeTitle, value: (row) => text.change[row.change], filter: true, width: 120 },
        { key: 'before', title: text.before, value: (row) => (row.before ? pick(row.before) : '–') },
        { key: 'after', title: text.after, value: (row) => (row.after ? (row.change === 'same' ? '=' : pick(row.after)) : '–') },
      ]}
    />
  )
}
