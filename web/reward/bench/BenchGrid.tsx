import { useText } from '../../platform/language.tsx'
import type { BadCell } from './bench.ts'
import { FIELDS, pasteRows, type Row, withRoom } from './benchRows.ts'
import './bench.css'
import { en, zh } from './text.ts'

type BenchGridProps = { readonly rows: readonly Row[]; readonly bad: readonly BadCell[]; readonly onChange: (rows: Row[]) => void }

/** The people as a table to type or paste into; it grows as it is filled. */
export function BenchGrid({ rows, bad, onChange }: BenchGridProps) {
  const text = useText({ zh, en })
  const places = rows.map((row, index) => ({ row, no: index + 1 }))
  const wrong = new Set(bad.map(({ row, field }) => `${row} ${field}`))
  return (
    <div className="mp-bench-frame">
      <table className="mp-bench-grid">
        <thead>
          <tr>
            <th scope="col">{text.no}</th>
            {FIELDS.map((field) => (
              <th key={field} scope="col">
                {text.fields[field]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {places.map(({ row, no }) => (
            <tr key={no}>
              <th scope="row">{no}</th>
              {FIELDS.map((field) => (
                <td key={field}>
                  <input
                    aria-label={`${text.fields[field]} ${text.row(no)}`}
                    aria-invalid={wrong.has(`${no} ${field}`)}
                    data-cell={field}
                    value={row[field]}
                    onChange={({ target }) =>
                      onChange(withRoom(rows.map((one, at) => (at === no - 1 ? { ...one, [field]: target.value } : one))))
                    }
                    onPaste={(event) => {
                      const pasted = event.clipboardData.getData('text/plain')
                      if (!/[\t\n]/.test(pasted)) return
                      event.preventDefault()
                      onChange(pasteRows(rows, { row: no - 1, field }, pasted))
                    }}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
