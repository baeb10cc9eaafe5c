import { compare, mul, sum } from '@milepost/exact/exact'
import { roundHalfAway, toDecimalString } from '@milepost/exact/rounding'
import type { CardInput, MeasureInput, ValueInput } from '@milepost/scorecard/card'
import type { ScoringRule } from '@milepost/scorecard/rules'
import type { Bilingual } from '@milepost/terms/bilingual'
import { DIRECTIONS } from '@milepost/terms/strategy'
import { choiceColumnOr, decimalColumn, optionalDecimalColumn, optionalTextColumn, textColumn } from '../platform/spreadsheet/cellKinds.ts'
import { readRows, type ValuesOf } from '../platform/spreadsheet/columns.ts'
import type { Table } from '../platform/spreadsheet/table.ts'
import { CommandFault } from './speaking.ts'

const IF_MISSING = {
  exclude: { zh: '不计', en: 'left out' },
  zero: { zh: '按零分', en: 'zero points' },
  carry: { zh: '沿用上期', en: 'last period' },
} as const
const AGGREGATIONS = {
  last: { zh: '取最近一期', en: 'last' },
  sum: { zh: '累计', en: 'sum' },
  mean: { zh: '平均', en: 'mean' },
  min: { zh: '最低', en: 'min' },
  max: { zh: '最高', en: 'max' },
  ratio: { zh: '比率', en: 'ratio' },
} as const
const STATES = {
  reported: { zh: '已填报', en: 'reported' },
  missing: { zh: '缺报', en: 'missing' },
  not_applicable: { zh: '不适用', en: 'not applicable' },
  suspended: { zh: '暂停计分', en: 'suspended' },
} as const

/** A sheet of cards: a row is one value of one measure; further periods of a measure are further rows. */
const COLUMNS = {
  card: optionalTextColumn({ heading: { zh: '计分卡', en: 'Card' }, example: '养护科', most: 100 }),
  perspective: optionalTextColumn({ heading: { zh: '维度', en: 'Perspective' }, example: '公众服务', most: 100 }),
  objective: optionalTextColumn({ heading: { zh: '战略目标', en: 'Objective' }, example: '路面平整', most: 100 }),
  measure: textColumn({ heading: { zh: '指标', en: 'Measure' }, example: '坑槽限时修复率', most: 100 }),
  unit: optionalTextColumn({ heading: { zh: '单位', en: 'Unit' }, example: '%', most: 20 }),
  weight: decimalColumn({ heading: { zh: '权重（%）', en: 'Weight (%)' }, example: '40' }),
  direction: choiceColumnOr<'up' | 'down'>({
    heading: { zh: '方向', en: 'Direction' },
    example: '越高越好',
    choices: { up: DIRECTIONS.up, down: DIRECTIONS.down },
    otherwise: 'up',
  }),
  baseline: optionalDecimalColumn({ heading: { zh: '基线值', en: 'Baseline' }, example: '' }),
  floor: optionalDecimalColumn({ heading: { zh: '底线值', en: 'Floor' }, example: '80' }),
  target: optionalDecimalColumn({ heading: { zh: '目标值', en: 'Target' }, example: '96' }),
  stretch: optionalDecimalColumn({ heading: { zh: '挑战值', en: 'Stretch' }, example: '99' }),
  low: optionalDecimalColumn({ heading: { zh: '区间下限', en: 'Band from' }, example: '' }),
  high: optionalDecimalColumn({ heading: { zh: '区间上限', en: 'Band to' }, example: '' }),
  tolerance: optionalDecimalColumn({ heading: { zh: '容差', en: 'Tolerance' }, example: '' }),
  aggregation: choiceColumnOr<keyof typeof AGGREGATIONS>({
    heading: { zh: '汇总', en: 'Over time' },
    example: '',
    choices: AGGREGATIONS,
    otherwise: 'last',
  }),
  period: optionalTextColumn({ heading: { zh: '期', en: 'Period' }, example: '2025', most: 20 }),
  actual: optionalDecimalColumn({ heading: { zh: '实际值', en: 'Actual' }, example: '92' }),
  numerator: optionalDecimalColumn({ heading: { zh: '分子', en: 'Numerator' }, example: '' }),
  denominator: optionalDecimalColumn({ heading: { zh: '分母', en: 'Denominator' }, example: '' }),
  ifMissing: choiceColumnOr<keyof typeof IF_MISSING>({
    heading: { zh: '缺报时', en: 'If missing' },
    example: '',
    choices: IF_MISSING,
    otherwise: 'exclude',
  }),
  state: choiceColumnOr<keyof typeof STATES>({ heading: { zh: '状态', en: 'State' }, example: '', choices: STATES, otherwise: 'reported' }),
} as const
type Row = ValuesOf<typeof COLUMNS> & { readonly row: number }

/**
 * The cards of a sheet, official, in the order they appear. Weights are of the whole card. The rule follows from the figures given: a band
 * with its tolerance, floor with target (and stretch), baseline with target, else the share of the target. An empty actual is missing, never
 * 0: the measure is left out unless the column “If missing” says otherwise. Weights of a card that do not add to 100 are refused unless
 * `normalise`. Every wrong cell is named with its row.
 */
export function cardsOfSheet(table: Table, name: string, { normalise }: { readonly normalise: boolean }): CardInput[] {
  const read = readRows(table, COLUMNS)
  const wrong = read.flatMap(({ row, problems }) =>
    problems.map(({ column, message }) => ({ zh: `第 ${row} 行 ${column}：${message.zh}`, en: `Row ${row} ${column}: ${message.en}` })),
  )
  const rows = read.flatMap(({ row, values }): Row[] => (values ? [{ ...values, row }] : []))
  const unclear = rows
    .filter((row) => !ruleOf(row))
    .map(({ row }) => ({ zh: `第 ${row} 行：${NO_RULE.zh}`, en: `Row ${row}: ${NO_RULE.en}` }))
  const uneven = normalise || wrong.length > 0 ? [] : unevenWeights(rows, name)
  if (wrong.length + unclear.length + uneven.length > 0)
    throw new CommandFault(
      { zh: '下列单元格不符合要求，未计分：', en: 'These cells are at fault, nothing was scored:' },
      [...wrong, ...unclear, ...uneven].slice(0, 50),
    )
  const years = rows.flatMap(({ period }) => /^\d{4}/.exec(period ?? '') ?? []).toSorted()
  const year = years.at(-1) ?? '2000'
  return grouped(rows, ({ card }) => card ?? name).map(([card, own], at) => ({
    cardId: `card${at + 1}`,
    scope: 'unit',
    name: same(card),
    mode: 'official',
    period: { from: `${years[0] ?? year}-01-01`, to: `${year}-12-31` },
    perspectives: grouped(own, ({ perspective }) => perspective ?? card).map(([perspective, below], p) => ({
      id: `${at + 1}.${p + 1}`,
      name: same(perspective),
      objectives: grouped(below, ({ objective }) => objective ?? perspective).map(([objective, measures], o) => ({
        id: `${at + 1}.${p + 1}.${o + 1}`,
        name: same(objective),
        measures: grouped(measures, ({ measure }) => measure).map(([measure, values], m) =>
          measureOf(measure, values, `${at + 1}.${p + 1}.${o + 1}.${m + 1}`),
        ),
      })),
    })),
  }))
}

const NO_RULE = {
  zh: '没有目标值（或区间及容差），无法计分。',
  en: 'neither a target nor a band with its tolerance, so it cannot be scored.',
}

/** Cards whose weights do not add to 100, with the rows they stand in. */
function unevenWeights(rows: readonly Row[], name: string): Bilingual[] {
  return grouped(rows, ({ card }) => card ?? name).flatMap(([card, own]) => {
    const first = grouped(own, ({ measure, objective, perspective }) => `${perspective}\n${objective}\n${measure}`).map(
      ([, values]) => values[0]!,
    )
    const total = sum(first.map(({ weight }) => weight))
    if (compare(total, '100') === 0) return []
    const [adds, at] = [toDecimalString(total), first.map(({ row }) => row).join(', ')]
    return [
      {
        zh: `“${card}”的权重（%）合计为 ${adds}，不是 100（第 ${at} 行）。请改正权重，或加 --normalise 按比例折算。`,
        en: `Weight (%) of “${card}” adds to ${adds}, not 100 (rows ${at}). Mend the weights, or give --normalise to use their proportions.`,
      },
    ]
  })
}
const same = (text: string) => ({ zh: text, en: text })

function grouped(rows: readonly Row[], key: (row: Row) => string): [string, Row[]][] {
  const groups = new Map<string, Row[]>()
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row])
  return [...groups]
}

function measureOf(name: string, rows: readonly Row[], id: string): MeasureInput {
  const first = rows[0]!
  return {
    id,
    code: name,
    name: same(name),
    unit: same(first.unit ?? ''),
    weightBp: Number(roundHalfAway(mul(first.weight, 100), 0)),
    rule: ruleOf(first) ?? { kind: 'unscored' },
    timeAggregation: first.aggregation,
    missingPolicy: first.ifMissing,
    ...(first.aggregation === 'ratio' && first.unit === '%' && { ratioScale: '100' }),
    values: rows.map(valueOfRow),
  }
}

function valueOfRow({ period, state, actual, numerator, denominator }: Row): ValueInput {
  const figures = {
    ...(actual !== null && { actual }),
    ...(numerator !== null && { numerator }),
    ...(denominator !== null && { denominator }),
  }
  const empty = Object.keys(figures).length === 0
  return { period: period ?? 'whole', state: state === 'reported' && empty ? 'missing' : state, ...(state === 'reported' && figures) }
}

function ruleOf({ direction, baseline, floor, target, stretch, low, high, tolerance }: Row): ScoringRule | null {
  if (low !== null && high !== null && tolerance !== null) return { kind: 'range', low, high, tolerance }
  if (target === null) return null
  if (floor !== null) return { kind: 'floor_target_stretch', direction, floor, target, stretch: stretch ?? target }
  if (baseline !== null) return { kind: 'interpolate', baseline, target }
  return direction === 'up' ? { kind: 'ratio_up', target } : { kind: 'ratio_down', target }
}
