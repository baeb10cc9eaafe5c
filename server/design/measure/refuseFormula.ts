import type { MeasureDraft } from '@milepost/contract/design/measure'
import { Refusal } from '@milepost/contract/refusals'
import { compare } from '@milepost/exact/exact'
import { checkFormulas } from '@milepost/scorecard/formula/checkFormulas'
import { FORMULA_FAULTS } from '@milepost/scorecard/formula/formulaTree'
import { quotientOf } from '@milepost/scorecard/formula/quotientOf'
import { readFormula } from '@milepost/scorecard/formula/readFormula'
import type { Tx } from '../../platform/database/database.ts'
import type { Library } from '../../platform/library.ts'
import { listMeasureRows } from './data.ts'
import { measureOfRow, newestOfEach } from './measureDesigns.ts'

type Computed = Pick<MeasureDraft, 'code' | 'unit' | 'definition' | 'timeAggregation' | 'unitAggregation' | 'ratioScale'>

/** A formula must be readable, name measures there are, give the declared unit and not go round in a circle with the others. */
export async function refuseFormula(tx: Tx, institutionId: string, library: Library, draft: Computed): Promise<void> {
  if (draft.definition.calculation === '') return
  const held = newestOfEach((await listMeasureRows(tx, institutionId)).map(measureOfRow))
  const known = new Map([
    ...library.measures.measures.map(({ code, unit }) => [code, { code, unit: unit.zh }] as const),
    ...[...held, draft].map(({ code, unit, definition: { calculation } }) => {
      const measure = { code, unit: unit.zh || unit.en }
      return [code, calculation === '' ? measure : { ...measure, formula: calculation }] as const
    }),
  ])
  const finding = checkFormulas([...known.values()]).findings.find(
    (one) => one.code === draft.code || (one.circle?.includes(draft.code) ?? false),
  )
  if (!finding) return refuseUnfitShape(draft)
  const words = FORMULA_FAULTS[finding.because]
  const more = finding.circle ? [...finding.circle, finding.circle[0]].join(' → ') : (finding.found ?? '')
  const tail = more === '' ? { zh: '', en: '' } : { zh: `：${more}`, en: `: ${more}` }
  throw new Refusal('formula-wrong', { code: draft.code }, [
    {
      pointer: '/definition/calculation',
      zh: `${words.zh}${tail.zh}（第 ${finding.at + 1} 个字符）`,
      en: `${words.en}${tail.en} (character ${finding.at + 1})`,
    },
  ])
}

/** What is put together as a sum over a sum needs both parts; what is weighted or asked of people has more to it than a formula gives. */
function refuseUnfitShape({ code, definition, timeAggregation, unitAggregation, ratioScale }: Computed): void {
  const ways = [timeAggregation, unitAggregation]
  const read = readFormula(definition.calculation)
  const quotient = read.kind === 'formula' ? quotientOf(read.formula) : null
  const fits = quotient !== null && compare(quotient.scale, ratioScale ?? '1') === 0
  const fault =
    ways.includes('weighted-mean') || ways.includes('survey')
      ? NO_FORMULA
      : ways.includes('ratio') && !fits
        ? shape(ratioScale ?? '1')
        : null
  if (fault) throw new Refusal('formula-wrong', { code }, [{ pointer: '/definition/calculation', ...fault }])
}

const NO_FORMULA = {
  zh: '按加权平均或问卷汇总的指标还需要权重或份数，不能由公式得出。请改汇总方式，或清空计算式。',
  en: 'A weighted mean or a survey needs weights or answers besides its figure; a formula cannot give it. Choose another aggregation or clear the formula.',
}
const shape = (scale: string) => ({
  zh: `按“分子合计 ÷ 分母合计”汇总的指标，计算式须写成 分子 / 分母 * ${scale}，以便跨期、跨部门合计。`,
  en: `What is put together as a sum over a sum needs a formula of the form numerator / denominator * ${scale}, so that both can be added up.`,
})
