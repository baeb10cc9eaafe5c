import { toDecimalString } from '@milepost/exact/rounding'
import { becauseWords } from './becauseWords.ts'
import type { MeasureInput, ValueInput } from './card.ts'
import type { AggregatedActual, MeasureResult, NodeResult } from './cardResult.ts'
import type { Explanation } from './explanation.ts'
import type { LocalText } from './localText.ts'
import { ruleWords } from './ruleWords.ts'
import { SCORING_FUNCTIONS } from './scoringFunctions.ts'
import { showShare } from './shownPercentages.ts'
import { movesWords } from './whatMovesWords.ts'

const HOW: Record<AggregatedActual['how'], LocalText> = {
  sum: { zh: '累计', en: 'sum' },
  mean: { zh: '平均', en: 'mean' },
  last: { zh: '取最近一期', en: 'latest period' },
  min: { zh: '取最低', en: 'lowest' },
  max: { zh: '取最高', en: 'highest' },
  ratio: { zh: '分子之和除以分母之和', en: 'sum of numerators over sum of denominators' },
  'weighted-mean': { zh: '加权平均', en: 'weighted mean' },
  survey: { zh: '按样本量加权', en: 'weighted by answers' },
  'hit-rate': { zh: '达标期数占应报期数', en: 'share of periods that met their mark' },
  counts: { zh: '次数累计', en: 'occurrences added up' },
  milestones: { zh: '里程碑', en: 'milestones' },
  judgement: { zh: '评判', en: 'judgement' },
}

/** One measure: rule, figures, weights, rounding, what would move it, and below it the values that went in. */
export function explainMeasure(node: NodeResult, input: MeasureInput, result: MeasureResult): Explanation {
  const formula = SCORING_FUNCTIONS[input.rule.kind]
  return {
    key: node.id,
    formulaId: formula.formulaId,
    formulaVersion: formula.formulaVersion,
    inputs: {
      ...figuresOf(input),
      actual: result.actual?.value ?? null,
      targetScale: result.targetScale,
      attainment: result.attainment,
      weight: node.weight.nominal,
      weightRedistributed: node.weight.redistributed,
      weightEffective: node.weight.effective,
      because: result.because ?? null,
    },
    value: result.score,
    rounding: node.official === null ? null : { rule: 'half-away-2', official: node.official },
    text: measureWords(node, input, result),
    children: result.actual ? [explainActual(input, result.actual)] : [],
  }
}

/** The rule as it was used: plain figures by name, lists as JSON. */
function figuresOf({ rule }: MeasureInput): Explanation['inputs'] {
  return Object.fromEntries(
    Object.entries(rule).map(([key, figure]) => [
      key === 'kind' ? 'rule' : `rule.${key}`,
      typeof figure === 'string' ? figure : JSON.stringify(figure),
    ]),
  )
}

function measureWords(node: NodeResult, input: MeasureInput, result: MeasureResult): LocalText {
  const name = input.name
  if (result.score === null) {
    const because = becauseWords(result.because ?? 'no-values')
    const moved = node.state === 'monitored' ? { zh: '', en: '' } : { zh: '，权重由其余指标分担', en: '; its weight goes to the others' }
    return { zh: `“${name.zh}”未计分：${because.zh}${moved.zh}。`, en: `"${name.en}" is not scored: ${because.en}${moved.en}.` }
  }
  const zh: string[] = []
  const en: string[] = []
  const say = (text: LocalText): void => {
    zh.push(text.zh)
    en.push(text.en)
  }
  say(scoreWords(input, result))
  if (result.targetScale !== '1') {
    const share = showShare(result.targetScale)
    say({ zh: `目标按 ${share} % 折算`, en: `the target stands at ${share} %` })
  }
  if (result.flags.includes('missing-as-zero') && result.actual) say({ zh: '缺报部分按零分计', en: 'the missing part counts as zero' })
  if (result.flags.includes('capped'))
    say({ zh: `完成度 ${result.attainmentOfficial}，已封顶`, en: `attainment ${result.attainmentOfficial}, held at the cap` })
  if (result.flags.includes('regress')) say({ zh: '低于底线（基线）', en: 'worse than the floor or baseline' })
  if (result.flags.includes('estimated')) say({ zh: '含暂估数', en: 'includes provisional figures' })
  if (result.pace) say({ zh: `按应完成进度计 ${result.pace.official} 分`, en: `${result.pace.official} against what is due by now` })
  say(weightWords(node))
  say(movesWords(result.whatMoves, input.unit))
  return { zh: `“${name.zh}”：${zh.join('；')}。`, en: `"${name.en}": ${en.join('; ')}.` }
}

function scoreWords(input: MeasureInput, result: MeasureResult): LocalText {
  if (!result.actual) {
    const because = becauseWords(result.because ?? 'no-values')
    return { zh: `${because.zh}，按规定计 ${result.official} 分`, en: `${because.en}, counted as ${result.official} by rule` }
  }
  const rule = ruleWords(input.rule)
  const row = SCORING_FUNCTIONS[input.rule.kind].name
  return {
    zh: `实际值 ${withUnit(result.actual.shown, input.unit.zh)}，按“${row.zh}”（${rule.zh}）得 ${result.official} 分`,
    en: `actual ${withUnit(result.actual.shown, input.unit.en)}, by "${row.en}" (${rule.en}) scores ${result.official}`,
  }
}

const withUnit = (figure: string, unit: string): string => `${figure} ${unit}`.trimEnd()

function weightWords({ weight, contribution }: NodeResult): LocalText {
  const points = toDecimalString(contribution ?? '0', 2)
  const moved = weight.nominal !== weight.redistributed
  return {
    zh: `同级权重 ${weight.shown.nominal} %${moved ? `，重新分配后 ${weight.shown.redistributed} %` : ''}，占总分 ${weight.shown.effective} %，带来 ${points} 分`,
    en: `weight ${weight.shown.nominal} % among its siblings${moved ? `, ${weight.shown.redistributed} % after redistribution` : ''}, ${weight.shown.effective} % of the card, worth ${points} points`,
  }
}

function explainActual(input: MeasureInput, actual: AggregatedActual): Explanation {
  const valueAt = (ref: { period: string; unit?: string }): ValueInput | undefined =>
    input.values.find(({ period, unit }) => period === ref.period && unit === ref.unit)
  const overUnits = new Set(actual.used.map(({ unit }) => unit)).size > 1 ? input.unitAggregation : undefined
  const shown = (value: ValueInput | undefined): string | null => {
    if (value?.numerator !== undefined && value.denominator !== undefined) return `${value.numerator}/${value.denominator}`
    const weight = weightOf([actual.how, overUnits], value)
    return value?.actual !== undefined && weight !== undefined ? `${value.actual} × ${weight}` : (value?.actual ?? null)
  }
  const how = howWords(input, actual)
  const placed = (ref: { period: string; unit?: string }): string => (ref.unit === undefined ? ref.period : `${ref.period} ${ref.unit}`)
  const left = actual.excluded.map((ref) => ({ at: placed(ref), words: becauseWords(ref.because) }))
  const zh = [`${how.zh}：${actual.used.length} 个数据，得 ${actual.shown}`, ...left.map(({ at, words }) => `${at} 未计入（${words.zh}）`)]
  const en = [
    `${how.en} of ${actual.used.length} ${actual.used.length === 1 ? 'value' : 'values'}: ${actual.shown}`,
    ...left.map(({ at, words }) => `${at} left out (${words.en})`),
  ]
  return {
    key: `${input.id}/actual`,
    formulaId: `aggregate.${actual.how}`,
    formulaVersion: 1,
    inputs: {
      ...Object.fromEntries(actual.used.map((ref) => [placed(ref), shown(valueAt(ref))])),
      ...Object.fromEntries(actual.excluded.map((ref) => [placed(ref), ref.because])),
    },
    value: actual.value,
    rounding: null,
    text: { zh: `${zh.join('；')}。`, en: `${en.join('; ')}.` },
    children: [],
  }
}

/** What a figure counts by where figures are put together by weight: kilometres, money, answers. */
const weightOf = (ways: readonly (AggregatedActual['how'] | undefined)[], value: ValueInput | undefined): string | undefined => {
  if (ways.includes('weighted-mean')) return value?.weight
  return ways.includes('survey') && value?.n !== undefined ? String(value.n) : undefined
}

/** How the figures came together: over time and, where several units stand under the card in another way, over them. */
function howWords(input: MeasureInput, actual: AggregatedActual): LocalText {
  const overUnits = input.unitAggregation
  const units = new Set(actual.used.map(({ unit }) => unit))
  if (overUnits === undefined || overUnits === actual.how || units.size < 2) return HOW[actual.how]
  return { zh: `${HOW[actual.how].zh}，各单位${HOW[overUnits].zh}`, en: `${HOW[actual.how].en}, over units ${HOW[overUnits].en},` }
}
