import { readCross } from '@milepost/contract/diagnose/statistics'
import type { OutputOf } from '@milepost/contract/endpoint'
import { Select } from 'antd'
import { DataTable } from '../../parts/DataTable.tsx'
import { Field } from '../../parts/Field.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useAddressValue } from '../../platform/address.tsx'
import { useAskMaybe } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { cut } from '../results/percent.ts'
import { en, zh } from './text.ts'

type Cross = OutputOf<typeof readCross>
type Cell = NonNullable<Cross['table']>['total']
const PEOPLE = ''

/** Two divisions against each other; a cell that is too small, or would give one away, is a dot. */
export function CrossPanel({ waveId }: { readonly waveId: string }) {
  const text = useText({ zh, en })
  const [rows, setRows] = useAddressValue('rows')
  const [columns, setColumns] = useAddressValue('columns')
  const [of, setOf] = useAddressValue('of')
  const { pick } = useLanguage()
  const asked = { waveId, ...(rows ? { rows } : {}), ...(columns ? { columns } : {}), ...(of ? { of } : {}) }
  const { answer, refused } = useAskMaybe(readCross, asked)
  if (refused) return <RefusalNote refused={refused} />
  if (!answer)
    return (
      <Panel folds title={text.cross}>
        {text.wait}
      </Panel>
    )
  if (answer.divisions.length < 2) return null
  const divisions = answer.divisions.map((one) => ({ value: one.code, label: pick(one.name) }))
  const figures = [{ value: PEOPLE, label: text.people }, ...answer.figures.map((one) => ({ value: one.code, label: pick(one.name) }))]
  const choice = (label: string, value: string, options: typeof figures, set: (value: string) => void) => (
    <Field label={label}>
      {(control) => (
        <Select
          {...control}
          style={{ width: 220, maxWidth: '100%' }}
          showSearch={{ optionFilterProp: 'label' }}
          value={value}
          onChange={set}
          options={options}
        />
      )}
    </Field>
  )
  return (
    <Panel folds title={text.cross} sentence={text.crossSay}>
      <div className="mp-inline-fields">
        {choice(text.crossRows, answer.rows, divisions, setRows)}
        {choice(text.crossColumns, answer.columns, divisions, setColumns)}
        {choice(text.crossOf, of ?? PEOPLE, figures, (value) => setOf(value === PEOPLE ? null : value))}
      </div>
      {answer.because !== null && <p>{text.crossNone[answer.because]}</p>}
      {answer.table && <CrossCells table={answer.table} />}
    </Panel>
  )
}

function CrossCells({ table }: { readonly table: NonNullable<Cross['table']> }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const all = {
    code: '*',
    name: { zh: text.everybody, en: text.everybody },
    total: table.total,
    cells: table.columns.map((one) => one.total),
  }
  const shown = (cell: Cell | undefined) => {
    if (!cell) return ''
    if (cell.n === null) return <span title={text.standings[cell.standing === 'inside-hidden' ? 'complementary' : cell.standing]}>·</span>
    return cell.mean === null ? cell.n : `${cut(cell.mean, 2)} (${cell.n})`
  }
  const figure = (cell: Cell | undefined) => cell?.mean ?? cell?.n ?? null
  return (
    <DataTable
      label={text.cross}
      plain
      exportAs="cross"
      rows={[...table.rows, all]}
      rowKey={(row) => row.code}
      columns={[
        {
          key: 'group',
          title: '',
          value: (row) => pick(row.name),
          show: (row) => <div style={{ minWidth: 90 }}>{pick(row.name)}</div>,
          width: 180,
        },
        ...table.columns.map((column, at) => ({
          key: `c${at}`,
          title: pick(column.name),
          kind: 'number' as const,
          value: (row: (typeof table.rows)[number]) => figure(row.cells[at]),
          show: (row: (typeof table.rows)[number]) => shown(row.cells[at]),
          width: 110,
        })),
        {
          key: 'total',
          title: text.everybody,
          kind: 'number' as const,
          value: (row) => figure(row.total),
          show: (row) => shown(row.total),
          width: 110,
        },
      ]}
    />
  )
}
