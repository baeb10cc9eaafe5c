import type { SchemeRules } from '@milepost/contract/design/schemeRules'
import { linesOf, percentOf, totalWeight, WHOLE } from '@milepost/contract/design/weights'
import type { CellProblem } from '../../platform/spreadsheet/columns.ts'
import type { JudgedRow } from '../../platform/spreadsheet/importRows.ts'
import { grouped } from '../grouped.ts'
import { CARD_COLUMNS } from './columns.ts'
import { lineChanges, lineLeaves } from './lineChanges.ts'
import type { FileLine, ReadLine } from './readLine.ts'

/**
 * Rows put together by card. A file holds whole cards: the weights of a card must total 100 % unless the scheme normalises, a measure stands on it once, lines
 * the file does not name leave the card, and one wrong row keeps its whole card out. On a card that has been agreed, what nobody edited is the same and an edited row is wrong.
 */
export function judgeCards(read: readonly ReadLine[], rules: Pick<SchemeRules, 'strict100'>): JudgedRow<FileLine>[] {
  const verdicts = new Map<number, JudgedRow<FileLine>>()
  for (const rows of grouped(read, (one) => one.holder?.key ?? `row ${one.row}`).values())
    for (const judged of judgeCard(rows, rules)) verdicts.set(judged.row, judged)
  return read.flatMap(({ row }) => verdicts.get(row) ?? [])
}

function judgeCard(rows: readonly ReadLine[], { strict100 }: Pick<SchemeRules, 'strict100'>): JudgedRow<FileLine>[] {
  const ownWrong = rows.map((one) => [...one.problems, ...namedTwice(one, rows)])
  const wrongRow = rows[ownWrong.findIndex((problems) => problems.length > 0)]
  const agreed = rows[0]?.holder?.card?.state === 'agreed'
  const whole = wrongRow || agreed || !strict100 ? null : wrongTotal(rows)
  const leaving = linesLeaving(rows)
  return rows.map(({ row, key, line }, at): JudgedRow<FileLine> => {
    const own = ownWrong[at] ?? []
    if (own.length > 0 || line === null) return { row, key, judged: { verdict: 'wrong', problems: own } }
    if (wrongRow) return { row, key, judged: { verdict: 'wrong', problems: [heldBackBy(wrongRow.row)] } }
    if (whole) return { row, key, judged: { verdict: 'wrong', problems: [whole] } }
    const changes = [...lineChanges(line), ...(at === 0 ? leaving.map(lineLeaves) : [])]
    const changed = changes.length > 0
    if ((changed || line.before === null) && agreed) return { row, key, judged: { verdict: 'wrong', problems: [ALREADY_AGREED] } }
    if (line.before === null) return { row, key, changes, judged: { verdict: 'new', save: line } }
    return { row, key, changes, judged: changed ? { verdict: 'changed', save: line } : { verdict: 'same' } }
  })
}

/** Codes of the lines on the card today that the file does not name. */
const linesLeaving = (rows: readonly ReadLine[]): string[] => {
  const codes = new Set(rows.map(({ line }) => line?.measureCode))
  const card = rows[0]?.holder?.card
  return card ? linesOf(card).flatMap(({ code }) => (codes.has(code) ? [] : [code])) : []
}

function namedTwice({ row, line }: ReadLine, rows: readonly ReadLine[]): CellProblem[] {
  const first = rows.find((other) => line !== null && other.line?.measureCode === line.measureCode)
  if (!line || !first || first.row === row) return []
  const { measureCode } = line
  return [
    {
      column: CARD_COLUMNS.measure.heading.zh,
      message: {
        zh: `指标“${measureCode}”在第 ${first.row} 行已列入同一张卡。`,
        en: `Measure “${measureCode}” is already on this card, in row ${first.row}.`,
      },
    },
  ]
}

function wrongTotal(rows: readonly ReadLine[]): CellProblem | null {
  const total = totalWeight(rows.flatMap(({ line }) => (line ? [line] : [])))
  if (total === WHOLE) return null
  return {
    column: CARD_COLUMNS.weight.heading.zh,
    message: {
      zh: `该对象 ${rows.length} 行的权重合计为 ${percentOf(total)}%，应为 100%。`,
      en: `The ${rows.length} rows of this holder total ${percentOf(total)} %; they must total 100 %.`,
    },
  }
}

const ALREADY_AGREED: CellProblem = {
  column: CARD_COLUMNS.holder.heading.zh,
  message: { zh: '该卡已经确定，不再更改。', en: 'The card has been agreed and no longer changes.' },
}

const heldBackBy = (row: number): CellProblem => ({
  column: CARD_COLUMNS.holder.heading.zh,
  message: { zh: `同一张卡的第 ${row} 行有误，整张卡未导入。`, en: `Row ${row} of the same card is wrong, so the whole card stays out.` },
})
