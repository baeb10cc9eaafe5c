import type { MeasureDesign } from '@milepost/contract/design/measure'
import type { Bilingual } from '@milepost/terms/bilingual'
import type { CellProblem } from '../../platform/spreadsheet/columns.ts'
import type { PeriodKind } from '../periods/periodCode.ts'

/** What can be wrong with a value; each names the place and how to mend it. */

const PERIOD_KIND_WORDS: Record<PeriodKind, { zh: string; en: string }> = {
  year: { zh: '年', en: 'year' },
  half: { zh: '半年', en: 'half-year' },
  quarter: { zh: '季度', en: 'quarter' },
  month: { zh: '月', en: 'month' },
}

export const unknownMeasure = (column: string, code: string): CellProblem => ({
  column,
  message: {
    zh: `没有编码为“${code}”的指标。请核对编码，或先在“体系设计 → 指标库”中建立该指标。`,
    en: `There is no measure with the code “${code}”. Check the code, or make the measure under Design → Measure library first.`,
  },
})

export const unknownPeriod = (column: string, code: string): CellProblem => ({
  column,
  message: {
    zh: `没有建立期间“${code}”。请先在“填报期间”中建立。`,
    en: `The period “${code}” has not been created. Create it under Periods first.`,
  },
})

export const closedPeriod = (column: string, code: string): CellProblem => ({
  column,
  message: {
    zh: `期间 ${code} 已关闭，不能再导入。需要更正的，请先重新打开该期间。`,
    en: `The period ${code} is closed. Open it again before correcting its values.`,
  },
})

export const closedCycle = (column: string, year: number): CellProblem => ({
  column,
  message: {
    zh: `${year} 年考核周期已结束，数据不再更改。`,
    en: `The cycle of ${year} is closed and takes no more values.`,
  },
})

export const needsReason = (column: string, before: { readonly actual: string | null; readonly recordedBy: string }): CellProblem => ({
  column,
  message: {
    zh: `该项已有数据（${before.actual ?? '无数值'}，${before.recordedBy} 录入）。更正须在“说明”列写明原因。`,
    en: `There is a value already (${before.actual ?? 'no figure'}, by ${before.recordedBy}). A correction needs its reason in the column “Note”.`,
  },
})

export const toConfirm = (doubt: Bilingual): Bilingual => ({
  zh: `${doubt.zh}。核对无误的，请勾选“可疑数值已核对”后再导入。`,
  en: `${doubt.en}. If it is right, tick “Doubtful figures are checked” and import again.`,
})

export const repeatedValue = (column: string, key: string, otherRows: readonly number[]): CellProblem => ({
  column,
  message: {
    zh: `“${key}”在文件中重复：另见第 ${otherRows.join('、')} 行。请只保留一行。`,
    en: `“${key}” occurs more than once in the file: see also row ${otherRows.join(', ')}. Keep one row only.`,
  },
})

export const twoFigures = (column: string): CellProblem => ({
  column,
  message: { zh: '填了“不适用”，就不能再填分子。', en: 'The value says “not applicable”, so there can be no numerator.' },
})

export const mixedGrain = (
  column: string,
  given: { measure: Pick<MeasureDesign, 'code'>; period: string; other: PeriodKind },
): CellProblem => ({
  column,
  message: {
    zh: `指标 ${given.measure.code} 在该周期按${PERIOD_KIND_WORDS[given.other].zh}填报，不能再填 ${given.period}，否则会重复计算。`,
    en: `The measure ${given.measure.code} is reported by ${PERIOD_KIND_WORDS[given.other].en} in this cycle; a value for ${given.period} would be counted twice.`,
  },
})

export const computedOne = (column: string, { code, definition }: Pick<MeasureDesign, 'code' | 'definition'>): CellProblem => ({
  column,
  message: {
    zh: `指标 ${code} 按公式 ${definition.calculation} 计算，不用填报；请删去此行，填报其组成指标。`,
    en: `${code} is computed as ${definition.calculation} and is not reported: remove this row and report the measures it is made of.`,
  },
})
