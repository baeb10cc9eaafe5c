import { type AhpResult, ahp } from '@milepost/decision/ahp'
import { type AhpIncompleteResult, ahpIncomplete } from '@milepost/decision/ahpIncomplete'
import { criticWeights } from '@milepost/decision/criticWeights'
import { entropyWeights } from '@milepost/decision/entropyWeights'
import { type GreyRelationalResult, greyRelational } from '@milepost/decision/greyRelational'
import { type InconsistentJudgementResult, inconsistentJudgement } from '@milepost/decision/inconsistentJudgement'
import type { Random } from '@milepost/decision/seededRandom'
import { type FlipPoints, flipPoints, type LeadShares, leadShares } from '@milepost/decision/sensitivity'
import { type TopsisResult, topsis } from '@milepost/decision/topsis'
import { type VikorResult, vikor } from '@milepost/decision/vikor'
import { type WeightedSumResult, weightedSum } from '@milepost/decision/weightedSum'
import type { Cell, Table } from '../platform/spreadsheet/table.ts'
import { CommandFault } from './speaking.ts'

/** Where the weights of a table of ratings come from: a row of the table, equal, or worked out from the ratings themselves. */
export type WeightSource = 'sheet' | 'equal' | 'entropy' | 'critic'

export type DecidedSheet =
  | {
      readonly kind: 'judgements'
      readonly criteria: readonly string[]
      /** null where a pair was not judged; then `incomplete` has the weights. */
      readonly ahp: AhpResult | null
      readonly contradiction: InconsistentJudgementResult | null
      readonly incomplete: AhpIncompleteResult | null
    }
  | {
      readonly kind: 'ratings'
      readonly criteria: readonly string[]
      readonly options: readonly string[]
      readonly directions: readonly ('benefit' | 'cost')[]
      readonly weights: readonly number[]
      readonly weightsFrom: WeightSource
      readonly topsis: TopsisResult
      readonly weightedSum: WeightedSumResult
      readonly vikor: VikorResult
      readonly greyRelational: GreyRelationalResult
      readonly leads: LeadShares
      readonly flips: FlipPoints
    }

const WEIGHT_ROWS = ['weight', 'weights', '权重']
const DIRECTION_ROWS = ['direction', '方向', '类型']
const COST_WORDS = ['cost', 'min', 'down', '成本', '逆向', '越低越好', '-']
const BENEFIT_WORDS = ['benefit', 'max', 'up', '效益', '正向', '越高越好', '+', '']

/**
 * Decides on a sheet. When the first column repeats the headings it is a matrix of judgements ("3", "1/3", empty where not judged) and gives
 * weights; else it is a table of ratings, options by criteria, with an optional row of weights (权重) and of directions (方向: 效益/成本).
 * Every wrong cell is named.
 */
export function decideSheet(
  table: Table,
  given: { readonly weights: WeightSource | null; readonly draws: number; readonly random: Random },
): DecidedSheet {
  const [, ...criteria] = table.columns
  const rows = table.rows.map(({ row, cells }) => ({
    row,
    name: text(cells[0] ?? null),
    cells: criteria.map((_, at) => cells[at + 1] ?? null),
  }))
  if (criteria.length === 0) throw new CommandFault({ zh: '表中没有准则列。', en: 'The sheet has no column of a criterion.' })
  const isMatrix = rows.length === criteria.length && rows.every(({ name }, at) => name === criteria[at])
  return isMatrix ? fromJudgements(criteria, rows) : fromRatings(criteria, rows, given)
}

type Row = { row: number; name: string; cells: Cell[] }
const text = (cell: Cell): string => String(cell ?? '').trim()

/** A number or a fraction such as 1/3; null for an empty cell; NaN for anything else. */
function numberOf(cell: Cell): number | null {
  const written = text(cell)
  if (written === '') return null
  const [over, under, ...more] = written.split('/').map((part) => (part.trim() === '' ? Number.NaN : Number(part)))
  return more.length > 0 || over === undefined ? Number.NaN : under === undefined ? over : over / under
}

function wrongCells(criteria: readonly string[], rows: readonly Row[], isWrong: (value: number | null) => boolean): void {
  const wrong = rows.flatMap(({ row, cells }) =>
    cells.flatMap((cell, at) => (isWrong(numberOf(cell)) ? [`${row} ${criteria[at]}: “${text(cell)}”`] : [])),
  )
  if (wrong.length > 0) throw new CommandFault({ zh: '下列单元格应为数：', en: 'These cells should be numbers:' }, wrong.slice(0, 50))
}

function fromJudgements(criteria: readonly string[], rows: readonly Row[]): DecidedSheet {
  wrongCells(criteria, rows, (value) => value !== null && !Number.isFinite(value))
  const matrix = rows.map(({ cells }) => cells.map(numberOf))
  const filled = matrix.map((row, i) => row.map((value, j) => value ?? (i === j ? 1 : reciprocal(matrix[j]?.[i] ?? null))))
  const whole = filled.flatMap((row) => row.flatMap((value) => (value === null ? [] : [value]))).length === criteria.length ** 2
  const complete = filled.map((row) => row.map((value) => value ?? Number.NaN))
  if (!whole) return { kind: 'judgements', criteria, ahp: null, contradiction: null, incomplete: ahpIncomplete(filled) }
  return { kind: 'judgements', criteria, ahp: ahp(complete), contradiction: inconsistentJudgement(complete), incomplete: null }
}

const reciprocal = (value: number | null): number | null => (value === null || value === 0 ? null : 1 / value)

function fromRatings(
  criteria: readonly string[],
  rows: readonly Row[],
  { weights: source, draws, random }: { weights: WeightSource | null; draws: number; random: Random },
): DecidedSheet {
  const named = (names: readonly string[]): Row | undefined => rows.find(({ name }) => names.includes(name.toLowerCase()))
  const [weightRow, directionRow] = [named(WEIGHT_ROWS), named(DIRECTION_ROWS)]
  const options = rows.filter((row) => row !== weightRow && row !== directionRow)
  wrongCells(criteria, [...options, ...(weightRow ? [weightRow] : [])], (value) => value === null || !Number.isFinite(value))
  const directions = criteria.map((_, at) => directionOf(text(directionRow?.cells[at] ?? null), directionRow?.row ?? 0))
  const ratings = options.map(({ cells }) => cells.map((cell) => numberOf(cell) ?? Number.NaN))
  const weightsFrom = source ?? (weightRow ? 'sheet' : 'equal')
  if (weightsFrom === 'sheet' && !weightRow) throw new CommandFault({ zh: '表中没有“权重”一行。', en: 'The sheet has no row “weight”.' })
  const weights =
    weightsFrom === 'sheet'
      ? (weightRow?.cells ?? []).map((cell) => numberOf(cell) ?? 0)
      : weightsFrom === 'equal'
        ? criteria.map(() => 1 / criteria.length)
        : foundWeights(weightsFrom, ratings, directions)
  const choice = { ratings, weights, directions }
  return {
    kind: 'ratings',
    criteria,
    options: options.map(({ name }) => name),
    directions,
    weights,
    weightsFrom,
    topsis: topsis(choice),
    weightedSum: weightedSum(choice, { kind: 'min-max' }),
    vikor: vikor(choice),
    greyRelational: greyRelational(choice),
    leads: leadShares(choice, { draws, random }),
    flips: flipPoints(choice),
  }
}

function directionOf(written: string, row: number): 'benefit' | 'cost' {
  const word = written.toLowerCase()
  if (COST_WORDS.includes(word)) return 'cost'
  if (BENEFIT_WORDS.includes(word)) return 'benefit'
  throw new CommandFault({
    zh: `第 ${row} 行的方向“${written}”应为“效益”或“成本”。`,
    en: `Row ${row}: the direction “${written}” should be “benefit” or “cost”.`,
  })
}

function foundWeights(source: 'entropy' | 'critic', ratings: number[][], directions: readonly ('benefit' | 'cost')[]): readonly number[] {
  const found =
    source === 'entropy' ? entropyWeights(ratings, { normalisation: 'min-max', directions }) : criticWeights(ratings, { directions })
  if (found.kind === 'computed') return found.weights
  throw new CommandFault({
    zh: `由评分求不出权重（${found.because}）。`,
    en: `No weights can be found from the ratings (${found.because}).`,
  })
}
