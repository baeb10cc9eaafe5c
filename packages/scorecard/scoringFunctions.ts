import { add, compare, type Exact, exact, HUNDRED, isZero, max, mul, parseExact, sign, sub, sum, ZERO } from '@milepost/exact/exact'
import type { Ending, Line, Point } from './anchors.ts'
import type { LocalText } from './localText.ts'
import type { RuleKind, RuleRefusal, ScoringRule } from './rules.ts'

/** A rule made ready to score: most are lines; the rest say what they need of the value. */
export type Compiled =
  | { kind: 'line'; line: Line }
  | { kind: 'steps'; below: Exact; bands: { from: Exact; points: Exact }[] }
  | { kind: 'comparison'; comparator: '>=' | '<=' | '=' | 'in'; values: Exact[] }
  | { kind: 'deduction'; start: Exact; items: { key: string; points: Exact }[] }
  | { kind: 'checklist'; lateFactor: Exact; items: { key: string; weight: Exact }[] }
  | { kind: 'judgement'; bands: { code: string; from: Exact; to: Exact }[] }
  | { kind: 'monitored' }
  | { kind: 'refused'; because: RuleRefusal }

type ScoringFunction<K extends RuleKind> = {
  kind: K
  name: LocalText
  /** Identity of the formula in explanations and score tickets; the version rises when the same input gives another number. */
  formulaId: `measure.${K}`
  formulaVersion: number
  /** Every figure of the rule, to be checked before anything is computed. */
  figures(rule: ScoringRule<K>): (string | undefined)[]
  /** `cap` is the most a measure may score: it is where the stretch target stands. */
  compile(rule: ScoringRule<K>, cap: Exact): Compiled
}

const refused = (because: RuleRefusal): Compiled => ({ kind: 'refused', because })
const point = (x: Exact, y: Exact | number): Point => ({ x, y: exact(y) })
const byX = (a: Point, b: Point): number => compare(a.x, b.x)
const line = (points: Point[], before: Ending = 'extrapolate', after: Ending = 'extrapolate'): Compiled => ({
  kind: 'line',
  line: { points: points.toSorted(byX), before, after },
})
/** Where the stretch stands: at the cap when over-achievement counts, else at 120 so that attainment stays visible above the cap. */
const stretchPoints = (cap: Exact): Exact => (compare(cap, HUNDRED) > 0 ? cap : exact(120))

export const SCORING_FUNCTIONS: { [K in RuleKind]: ScoringFunction<K> } = {
  floor_target_stretch: {
    kind: 'floor_target_stretch',
    name: { zh: '底线—目标—挑战', en: 'Floor, target, stretch' },
    formulaId: 'measure.floor_target_stretch',
    formulaVersion: 1,
    figures: (rule) => [rule.floor, rule.target, rule.stretch],
    compile(rule, cap) {
      const [floor, target, stretch] = [exact(rule.floor), exact(rule.target), exact(rule.stretch)]
      const way = rule.direction === 'up' ? 1 : -1
      const rise = compare(target, floor) * way
      if (rise === 0) return refused('floor-equals-target')
      if (rise < 0) return refused('direction-contradicts-points')
      const beyond = compare(stretch, target) * way
      if (beyond < 0) return refused('stretch-short-of-target')
      return line([point(floor, 0), point(target, 100), ...(beyond > 0 ? [point(stretch, stretchPoints(cap))] : [])])
    },
  },
  ratio_up: {
    kind: 'ratio_up',
    name: { zh: '完成率', en: 'Share of target' },
    formulaId: 'measure.ratio_up',
    formulaVersion: 1,
    figures: (rule) => [rule.target],
    compile: ({ target }) => (sign(target) <= 0 ? refused('target-not-positive') : line([point(ZERO, 0), point(exact(target), 100)])),
  },
  ratio_down: {
    kind: 'ratio_down',
    name: { zh: '逆向完成率', en: 'Share of target, lower is better' },
    formulaId: 'measure.ratio_down',
    formulaVersion: 1,
    figures: (rule) => [rule.target],
    compile: ({ target }) =>
      sign(target) <= 0 ? refused('target-not-positive') : line([point(exact(target), 100), point(mul(target, 2), 0)]),
  },
  interpolate: {
    kind: 'interpolate',
    name: { zh: '基线—目标插值', en: 'From baseline to target' },
    formulaId: 'measure.interpolate',
    formulaVersion: 1,
    figures: (rule) => [rule.baseline, rule.target],
    compile({ baseline, target, direction }) {
      const way = compare(target, baseline)
      if (way === 0) return refused('baseline-equals-target')
      if (direction && (direction === 'up') !== way > 0) return refused('direction-contradicts-points')
      return line([point(exact(baseline), 0), point(exact(target), 100)])
    },
  },
  maintain: {
    kind: 'maintain',
    name: { zh: '保持', en: 'Maintain' },
    formulaId: 'measure.maintain',
    formulaVersion: 1,
    figures: (rule) => [rule.target, rule.tolerance],
    compile({ direction, target, tolerance }) {
      if (sign(tolerance) <= 0) return refused('tolerance-not-positive')
      const up = direction === 'up'
      const zero = up ? sub(target, tolerance) : add(target, tolerance)
      return line([point(zero, 0), point(exact(target), 100)], up ? 'extrapolate' : 'hold', up ? 'hold' : 'extrapolate')
    },
  },
  range: {
    kind: 'range',
    name: { zh: '趋中', en: 'Inside a range' },
    formulaId: 'measure.range',
    formulaVersion: 1,
    figures: (rule) => [rule.low, rule.high, rule.tolerance, rule.toleranceAbove],
    compile({ low, high, tolerance, toleranceAbove = tolerance }) {
      if (compare(low, high) > 0) return refused('range-upside-down')
      if (sign(tolerance) <= 0 || sign(toleranceAbove) <= 0) return refused('tolerance-not-positive')
      const top = compare(low, high) === 0 ? [point(exact(low), 100)] : [point(exact(low), 100), point(exact(high), 100)]
      return line([point(sub(low, tolerance), 0), ...top, point(add(high, toleranceAbove), 0)], 'hold', 'hold')
    },
  },
  efficacy: {
    kind: 'efficacy',
    name: { zh: '功效系数', en: 'Efficacy coefficient' },
    formulaId: 'measure.efficacy',
    formulaVersion: 1,
    figures: (rule) => [rule.unacceptable, rule.satisfactory],
    compile: ({ unacceptable, satisfactory }) =>
      compare(unacceptable, satisfactory) === 0
        ? refused('points-equal')
        : line([point(exact(unacceptable), 60), point(exact(satisfactory), 100)]),
  },
  threshold3: {
    kind: 'threshold3',
    name: { zh: '三档门槛', en: 'Three thresholds' },
    formulaId: 'measure.threshold3',
    formulaVersion: 1,
    figures: (rule) => [rule.floor, rule.target, rule.stretch],
    compile({ floor, target, stretch }, cap) {
      const way = compare(target, floor)
      const beyond = compare(stretch, target)
      if (way === 0 || (beyond !== 0 && beyond !== way)) return refused('points-not-monotone')
      const points = [point(exact(floor), 60), point(exact(target), 100)]
      return line(beyond === 0 ? points : [...points, point(exact(stretch), stretchPoints(cap))])
    },
  },
  threshold3_imported: {
    kind: 'threshold3_imported',
    name: { zh: '导入的红线—目标', en: 'Imported red line and goal' },
    formulaId: 'measure.threshold3_imported',
    formulaVersion: 1,
    figures: (rule) => [rule.red, rule.goal],
    compile({ red, goal }) {
      const step = sub(goal, red)
      if (isZero(step)) return refused('points-equal')
      const third = exact('100/3')
      return line([point(sub(red, step), 0), point(exact(red), third), point(exact(goal), mul(third, 2)), point(add(goal, step), 100)])
    },
  },
  step: {
    kind: 'step',
    name: { zh: '层差', en: 'Steps' },
    formulaId: 'measure.step',
    formulaVersion: 1,
    figures: (rule) => [rule.below, ...rule.bands.flatMap((band) => [band.from, band.points])],
    compile(rule) {
      if (rule.bands.length === 0) return refused('no-bands')
      const bands = rule.bands
        .map((band) => ({ from: exact(band.from), points: exact(band.points) }))
        .toSorted((a, b) => compare(a.from, b.from))
      const overlap = bands.some((band, index) => index > 0 && compare(band.from, bands[index - 1]!.from) === 0)
      return overlap ? refused('bands-overlap') : { kind: 'steps', below: exact(rule.below), bands }
    },
  },
  binary: {
    kind: 'binary',
    name: { zh: '达标', en: 'Met or not' },
    formulaId: 'measure.binary',
    formulaVersion: 1,
    figures: (rule) => rule.values,
    compile: ({ comparator, values }) =>
      values.length === 0 ? refused('nothing-to-compare') : { kind: 'comparison', comparator, values: values.map((value) => exact(value)) },
  },
  deduct: {
    kind: 'deduct',
    name: { zh: '扣分', en: 'Deductions' },
    formulaId: 'measure.deduct',
    formulaVersion: 1,
    figures: (rule) => [rule.start, ...rule.items.map((item) => item.points)],
    compile({ start = '100', items }) {
      if (items.length === 0) return refused('no-items')
      if (items.some((item) => sign(item.points) <= 0)) return refused('deduction-not-positive')
      return { kind: 'deduction', start: exact(start), items: items.map(({ key, points }) => ({ key, points: exact(points) })) }
    },
  },
  milestone: {
    kind: 'milestone',
    name: { zh: '里程碑', en: 'Milestones' },
    formulaId: 'measure.milestone',
    formulaVersion: 1,
    figures: (rule) => [rule.lateFactor, ...rule.items.map((item) => item.weight)],
    compile({ lateFactor, items }) {
      if (items.length === 0) return refused('no-items')
      const weights = items.map(({ key, weight }) => ({ key, weight: exact(weight) }))
      if (weights.some(({ weight }) => sign(weight) < 0) || isZero(sum(weights.map(({ weight }) => weight))))
        return refused('weights-sum-to-zero')
      return { kind: 'checklist', lateFactor: exact(lateFactor), items: weights }
    },
  },
  judgement: {
    kind: 'judgement',
    name: { zh: '评判', en: 'Judgement' },
    formulaId: 'measure.judgement',
    formulaVersion: 1,
    figures: (rule) => rule.bands.flatMap((band) => [band.from, band.to]),
    compile({ bands }) {
      if (bands.length === 0) return refused('no-bands')
      const read = bands.map(({ code, from, to }) => ({ code, from: exact(from), to: exact(to) }))
      return read.some((band) => compare(band.from, band.to) > 0) ? refused('range-upside-down') : { kind: 'judgement', bands: read }
    },
  },
  unscored: {
    kind: 'unscored',
    name: { zh: '仅监测', en: 'Monitored only' },
    formulaId: 'measure.unscored',
    formulaVersion: 1,
    figures: () => [],
    compile: () => ({ kind: 'monitored' }),
  },
}

/** Makes a rule ready to score, or says by name why it must not be published. */
export function compileRule<K extends RuleKind>(rule: ScoringRule<K>, cap: Exact = HUNDRED): Compiled {
  const row: ScoringFunction<K> = SCORING_FUNCTIONS[rule.kind]
  const unreadable = row.figures(rule).some((figure) => figure !== undefined && parseExact(figure).kind === 'refused')
  return unreadable ? refused('not-a-number') : row.compile(rule, cap)
}

/** The x at which the rule gives 100, where there is one such point: what "the target" means for a line. */
export function targetOf(compiled: Compiled): Exact | null {
  if (compiled.kind !== 'line') return null
  const hits = compiled.line.points.filter(({ y }) => compare(y, HUNDRED) === 0).map(({ x }) => x)
  return hits.length === 1 ? hits[0]! : hits.length === 0 ? null : max(hits[0]!, ...hits)
}
