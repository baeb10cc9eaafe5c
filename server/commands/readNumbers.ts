import type { Answer, Scale, Series } from '@milepost/statistics/answers'
import type { Cell, Table } from '../platform/spreadsheet/table.ts'
import { CommandFault } from './speaking.ts'

export type NumericColumn = {
  readonly name: string
  readonly series: Series /** Values the scale does not have, counted as missing. */
  readonly offScale: number
}

/** The columns named, each cell a number or blank; without names all columns that hold nothing but numbers, the others named in `leftAside`. */
export function readNumbers(
  table: Table,
  { items, scale }: { items: readonly string[] | undefined; scale: Scale | undefined },
): { columns: NumericColumn[]; leftAside: string[] } {
  const unknown = (items ?? []).filter((name) => !table.columns.includes(name))
  if (unknown.length > 0)
    throw new CommandFault({ zh: `表中没有这些列：${unknown.join('、')}。`, en: `The sheet has no such columns: ${unknown.join(', ')}.` }, [
      table.columns.join(', '),
    ])
  const columns: NumericColumn[] = []
  const leftAside: string[] = []
  for (const [at, name] of table.columns.entries()) {
    if (items && !items.includes(name)) continue
    const readings = table.rows.map(({ row, cells }) => ({ row, answer: answerOf(cells[at] ?? null) }))
    const wrong = readings.filter(({ answer }) => answer === undefined)
    if (wrong.length > 0 && items)
      throw new CommandFault(
        { zh: `“${name}”列有不是数值的内容。`, en: `The column “${name}” holds what is not a number.` },
        wrong.slice(0, 10).map(({ row }) => `${name}: ${row}`),
      )
    const given = readings.filter(({ answer }) => answer !== null)
    if (wrong.length > 0 || given.length === 0) leftAside.push(name)
    else
      columns.push(
        onScale(
          name,
          readings.map(({ answer }) => answer ?? null),
          scale,
        ),
      )
  }
  if (columns.length === 0) throw new CommandFault({ zh: '表中没有数值列。', en: 'The sheet has no column of numbers.' })
  return { columns, leftAside }
}

function onScale(name: string, series: Series, scale: Scale | undefined): NumericColumn {
  const isOff = (answer: Answer) => scale !== undefined && answer !== null && (answer < scale.min || answer > scale.max)
  return { name, series: series.map((answer) => (isOff(answer) ? null : answer)), offScale: series.filter(isOff).length }
}

/** undefined: neither blank nor a number. */
function answerOf(cell: Cell): Answer | undefined {
  if (cell === null) return null
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : undefined
  if (typeof cell !== 'string') return undefined
  const text = cell.normalize('NFKC').trim()
  if (text === '') return null
  return /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined
}
