import type { CardDesign, CardMeasure } from '@milepost/contract/design/card'
import type { MeasureDraft } from '@milepost/contract/design/measure'
import type { ScoringRule } from '@milepost/scorecard/rules'
import type { CellProblem, ReadRow } from '../../platform/spreadsheet/columns.ts'
import { CARD_COLUMNS, type CardRowValues } from './columns.ts'
import type { FileHolder } from './holders.ts'
import { basisPointsOf, ruleOfFigures } from './ruleOfFigures.ts'

/** A line as the file wants it, and the line of the same measure on the card today. */
export type FileLine = {
  readonly holder: FileHolder
  readonly measureCode: string
  readonly objectiveId: string | null
  /** As the row says it; '' where the row leaves it open. */
  readonly objectiveCode: string
  readonly weightBp: number
  readonly rule: ScoringRule
  readonly valueScope: CardRowValues['scope']
  readonly before: (CardMeasure & { readonly objectiveId: string | null; readonly objectiveCode: string }) | null
}

/** What the institution has that a row may name. */
export type Frame = {
  readonly holderOf: (values: CardRowValues) => FileHolder | { readonly problem: CellProblem }
  readonly measureOf: (code: string) => Pick<MeasureDraft, 'direction' | 'definition'> | null
  readonly objectiveIdOf: (code: string) => string | null
  /** Where a measure stands when the row does not say. */
  readonly usualObjectiveOf: (measureCode: string) => string | null
}

/** A row judged by itself: a line, or what is wrong with it. The holder is kept, so that one wrong row holds back its card. */
export type ReadLine = {
  readonly row: number
  readonly key: string
  readonly holder: FileHolder | null
  readonly line: FileLine | null
  readonly problems: readonly CellProblem[]
}

export function readLine({ row, values, problems }: ReadRow<typeof CARD_COLUMNS>, frame: Frame): ReadLine {
  if (values === null) return { row, key: '', holder: null, line: null, problems }
  const key = `${values.holder} ${values.measure}`
  const found: CellProblem[] = []
  const wrong = (column: keyof typeof CARD_COLUMNS, zh: string, en: string) =>
    found.push({ column: CARD_COLUMNS[column].heading.zh, message: { zh, en } })

  const asked = frame.holderOf(values)
  const holder = 'problem' in asked ? null : asked
  if ('problem' in asked) found.push(asked.problem)

  const weightBp = basisPointsOf(values.weight)
  if (weightBp === null)
    wrong(
      'weight',
      `权重“${values.weight}”应为 0 至 100，最多两位小数。`,
      `A weight is 0 to 100 with at most two decimals, not “${values.weight}”.`,
    )

  const before = lineOnCard(holder?.card ?? null, values.measure)
  const objectiveId = objectiveOf(values, before, frame)
  if (values.objective !== '' && objectiveId === null)
    wrong('objective', `计分卡中没有战略目标“${values.objective}”。`, `The scorecard has no objective “${values.objective}”.`)
  if (values.objective === '' && objectiveId === null && holder?.kind === 'institution')
    wrong('objective', '单位卡的指标须写明战略目标代码。', 'A measure on the institution’s card needs an objective.')

  const measure = frame.measureOf(values.measure)
  if (!measure)
    wrong(
      'measure',
      `没有指标“${values.measure}”。请先导入或新建该指标。`,
      `There is no measure “${values.measure}”. Import or make it first.`,
    )
  const reading = measure ? ruleOfFigures(measure.direction, values, before?.rule ?? measure.definition.exampleRule) : null
  if (reading && 'problem' in reading) found.push(reading.problem)

  if (found.length > 0 || !holder || weightBp === null || !reading || 'problem' in reading)
    return { row, key, holder, line: null, problems: found }
  const line = {
    holder,
    measureCode: values.measure,
    objectiveId,
    objectiveCode: values.objective,
    weightBp,
    rule: reading.rule,
    valueScope: values.scope,
    before,
  }
  return { row, key, holder, line, problems: [] }
}

const objectiveOf = (values: CardRowValues, before: FileLine['before'], frame: Frame): string | null =>
  values.objective === '' ? (before?.objectiveId ?? frame.usualObjectiveOf(values.measure)) : frame.objectiveIdOf(values.objective)

function lineOnCard(card: CardDesign | null, measureCode: string): FileLine['before'] {
  for (const perspective of card?.perspectives ?? [])
    for (const { objectiveId, code: objectiveCode, measures } of perspective.objectives) {
      const line = measures.find((measure) => measure.code === measureCode)
      if (line) return { ...line, objectiveId, objectiveCode: objectiveId === null ? '' : objectiveCode }
    }
  return null
}
