import { changeCoding } from '@milepost/contract/diagnose/interviews'
import { Button, Checkbox, Select } from 'antd'
import { DataTable } from '../../parts/DataTable.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useDo } from '../../platform/asking.ts'
import { useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import type { Interview } from './given.ts'
import { en, zh } from './text.ts'

type CodingsTableProps = { readonly given: Interview; readonly onRemove: (codingId: string) => void }

export function CodingsTable({ given, onRemove }: CodingsTableProps) {
  const text = useText({ zh, en })
  const changing = useDo(changeCoding)
  return (
    <Panel title={`${text.passages} (${given.codings.length})`}>
      {changing.refused && <RefusalNote refused={changing.refused} />}
      <DataTable
        label={text.passages}
        rows={given.codings}
        rowKey={(row) => row.codingId}
        exportAs="codings"
        onPhone="cards"
        empty={<p>{text.noCodings}</p>}
        columns={[
          { key: 'code', title: text.code, value: (row) => row.code, filter: true, width: 130 },
          { key: 'text', title: text.words, value: (row) => row.text },
          {
            key: 'strength',
            title: text.strength,
            value: (row) => row.strength,
            show: (row) => (
              <Select
                size="small"
                aria-label={text.strength}
                disabled={!row.mine || given.finished}
                value={row.strength}
                options={[1, 2, 3].map((value) => ({ value, label: text.strengths[value] }))}
                onChange={(strength) => changing.start({ codingId: row.codingId, strength, quotable: row.quotable })}
              />
            ),
            width: 110,
          },
          {
            key: 'quotable',
            title: text.quotable,
            value: (row) => (row.quotable ? '●' : ''),
            show: (row) => (
              <Checkbox
                aria-label={text.quotable}
                disabled={!row.mine || given.finished}
                checked={row.quotable}
                onChange={({ target }) => changing.start({ codingId: row.codingId, strength: row.strength, quotable: target.checked })}
              />
            ),
            width: 120,
          },
          { key: 'coder', title: text.coders, value: (row) => row.coder, width: 120 },
          {
            key: 'acts',
            title: '',
            acts: true,
            value: () => null,
            show: (row) =>
              row.mine &&
              !given.finished && (
                <Button size="small" onClick={() => onRemove(row.codingId)}>
                  {text.remove}
                </Button>
              ),
            width: 90,
          },
        ]}
      />
    </Panel>
  )
}
