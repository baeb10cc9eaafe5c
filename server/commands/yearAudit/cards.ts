import type { Line, Rule, Tables, Value } from './data.ts'
import { between, type Fraction, fraction, isLess, minus, NOUGHT, over, plus, times, total, WHOLE } from './fraction.ts'

/** A card scored anew from its lines and values: a score, no score, or a case this audit does not know. */
export type CardScore = { readonly score: Fraction | null } | { readonly unknown: string }

type Measure = Tables['measures'][number]
type Figure = { value: Fraction | null; above: Fraction | null; below: Fraction | null; weight: Fraction | null; n: number }
type Leaf = { kind: 'score'; score: Fraction } | { kind: 'away' } | { kind: 'unknown'; what: string }

const FINEST_FIRST = ['month', 'quarter', 'half', 'year']
const KIND: Readonly<Record<string, string>> = { month: 'month', quarter: 'quarter', 'half-year': 'half', year: 'year' }
const HUNDRED = fraction(100)

/** Scores cards of a closed year. Sources, periods, aggregation and curves are worked out here once more, from the glossary of rules alone. */
export function cardScorer(tables: Tables) {
  const measures = new Map(tables.measures.map((one) => [one.measure_id, one]))
  const isBureau = new Set(tables.units.filter(({ kind }) => kind === 'bureau').map(({ unit_id }) => unit_id))
  const parents = new Map(tables.units.map(({ unit_id, parent }) => [unit_id, parent]))
  const holderOfUnit = (unitId: string | null) => (unitId === null || isBureau.has(unitId) ? 'institution' : `unit ${unitId}`)
  const children = new Map<string, string[]>()
  for (const { unit_id, parent, closed } of tables.units) {
    if (isBureau.has(unit_id) || (closed !== null && closed <= tables.cycle.from)) continue
    const above = holderOfUnit(parent)
    children.set(above, [...(children.get(above) ?? []), `unit ${unit_id}`])
  }
  const speaking = tables.values.filter(({ state }) => state !== 'withdrawn' && state !== 'not-applicable-asked')
  const valueAt = new Map(speaking.map((one) => [`${one.measure_id} ${one.holder} ${one.period_id}`, one]))
  const said = new Set(speaking.map((one) => `${one.measure_id} ${one.holder}`))
  const kindOf = new Map(tables.periods.map((one) => [one.period_id, one.kind]))
  const kinds = new Map<string, Set<string>>()
  for (const one of speaking) {
    const place = `${one.measure_id} ${one.holder.split(' ')[0]}`
    kinds.set(place, (kinds.get(place) ?? new Set()).add(kindOf.get(one.period_id) ?? ''))
  }
  const cardOf = new Map(tables.cards.map((one) => [one.card_id, one]))
  const holderOf = ({ value_scope, card_id }: Pick<Line, 'value_scope' | 'card_id'>): string => {
    const card = cardOf.get(card_id)
    if (!card || value_scope === 'institution' || card.kind === 'institution') return 'institution'
    if (card.kind === 'person') return value_scope === 'own' ? `person ${card.person_id}` : holderOfUnit(card.unit_id)
    return value_scope === 'own' ? holderOfUnit(card.unit_id) : holderOfUnit(parents.get(card.unit_id ?? '') ?? null)
  }
  const expected = new Set(
    tables.lines.filter(({ card_id }) => cardOf.get(card_id)?.kind !== 'person').map((line) => `${line.measure_id} ${holderOf(line)}`),
  )
  const windows = windowsOf(tables)

  /** The holder's own figure, else those of the uppermost units below that report. */
  function sourcesOf(measure: Measure, holder: string): string[] {
    const find = (at: string): string[] => {
      if (said.has(`${measure.measure_id} ${at}`)) return [at]
      const parts = measure.over_units === 'none' || at.startsWith('person') ? [] : (children.get(at) ?? []).flatMap(find)
      return parts.length === 0 && expected.has(`${measure.measure_id} ${at}`) ? [at] : parts
    }
    const found = find(holder)
    return found.length === 0 ? [holder] : found
  }

  function leafOf(line: Line): Leaf {
    const measure = measures.get(line.measure_id)
    if (!measure) return { kind: 'unknown', what: 'a measure that is not there' }
    if (measure.is_formula) return { kind: 'unknown', what: `${measure.code} is worked out from others` }
    const holder = holderOf(line)
    const sources = sourcesOf(measure, holder)
    const level = sources[0]?.split(' ')[0] ?? ''
    const inUse = kinds.get(`${measure.measure_id} ${level}`)
    const inCycle = new Set(tables.periods.map(({ kind }) => kind))
    const wanted = FINEST_FIRST.indexOf(KIND[measure.frequency] ?? '')
    const order = [...FINEST_FIRST.slice(wanted), ...FINEST_FIRST.slice(0, wanted).reverse()]
    const grain = FINEST_FIRST.findLast((kind) => inUse?.has(kind)) ?? order.find((kind) => inCycle.has(kind))
    const periods = tables.periods.filter(({ kind }) => kind === grain).sort((a, b) => (a.code < b.code ? -1 : 1))
    const window = (at: string) => windows.get(at)
    const places = sources.flatMap((source) =>
      periods
        .filter(({ from, to }) => !window(source) || (from <= (window(source)?.to ?? '') && to >= (window(source)?.from ?? '')))
        .map((period) => ({ period: period.code, source, value: valueAt.get(`${measure.measure_id} ${source} ${period.period_id}`) })),
    )
    return scoreOf({ measure, rule: line.rule, places, grain: grain ?? '', share: window(holder)?.share ?? WHOLE })
  }

  /** The lines of one plan as one score: what does not apply gives its weight to its neighbours, then to the next level. */
  function planScore(lines: readonly Line[]): CardScore {
    const perspectives = new Map<string, Map<string, { weight: number; leaf: Leaf }[]>>()
    for (const line of lines) {
      const leaf = leafOf(line)
      if (leaf.kind === 'unknown') return { unknown: leaf.what }
      const perspective = tables.perspectiveOf.get(line.objective_id ?? '') ?? '-'
      const objectives = perspectives.get(perspective) ?? new Map<string, { weight: number; leaf: Leaf }[]>()
      perspectives.set(perspective, objectives)
      objectives.set(line.objective_id ?? '-', [...(objectives.get(line.objective_id ?? '-') ?? []), { weight: line.weight_bp, leaf }])
    }
    const joined = [...perspectives.values()].map((objectives) =>
      join(
        [...objectives.values()].map((all) =>
          join(all.map(({ weight, leaf }) => ({ weight: fraction(weight), score: leaf.kind === 'score' ? leaf.score : null }))),
        ),
      ),
    )
    return { score: join(joined).score }
  }

  return (cardId: string): CardScore => {
    const card = cardOf.get(cardId)
    const lines = tables.lines.filter((line) => line.card_id === cardId)
    const before = tables.amendments.filter((one) => one.card_id === cardId)
    if (tables.vetoes.some((one) => one.card_id === cardId)) return { unknown: 'a veto, or points outside the weights' }
    if (!card || before.length === 0) return planScore(lines)
    const window = windows.get(`person ${card.person_id}`) ?? tables.cycle
    return byDays(planScore, { before, lines, cardId, from: window.from, to: window.to })
  }
}

type Node = { weight: Fraction; score: Fraction | null }

function join(nodes: readonly Node[]): Node {
  const weight = total(nodes.map((one) => one.weight))
  const scored = nodes.flatMap(({ weight: own, score }) => (score === null || own.top === 0n ? [] : [{ own, score }]))
  if (scored.length === 0) return { weight, score: null }
  const sum = total(scored.map(({ own }) => own))
  return { weight, score: over(total(scored.map(({ own, score }) => times(own, score))), sum) }
}

type Amended = { before: Tables['amendments']; lines: readonly Line[]; cardId: string; from: string; to: string }

/** Plans that were amended: the mean of their scores by the days each was in force. */
function byDays(planScore: (lines: readonly Line[]) => CardScore, { before, lines, cardId, from, to }: Amended): CardScore {
  let [points, days, start] = [NOUGHT, NOUGHT, from]
  const add = (scored: CardScore, count: number): string | null => {
    if ('unknown' in scored) return scored.unknown
    if (scored.score === null || count <= 0) return null
    points = plus(points, times(scored.score, fraction(count)))
    days = plus(days, fraction(count))
    return null
  }
  for (const { since, plan } of before) {
    const unknown = add(planScore(linesOfPlan(plan, cardId)), daysFrom(start, since))
    if (unknown) return { unknown }
    if (since > start) start = since
  }
  const unknown = add(planScore(lines), daysFrom(start, to) + 1)
  if (unknown) return { unknown }
  return { score: days.top === 0n ? null : over(points, days) }
}

const DAY = 86_400_000
const daysFrom = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / DAY)

function linesOfPlan(plan: unknown, card_id: string): Line[] {
  type Kept = { objectiveId: string | null; measures: { measureId: string; weightBp: number; rule: Rule; valueScope: string }[] }
  const { perspectives } = plan as { perspectives: { objectives: Kept[] }[] }
  return perspectives.flatMap(({ objectives }) =>
    objectives.flatMap(({ objectiveId, measures }) =>
      measures.map(({ measureId, weightBp, rule, valueScope }) => ({
        ...{ card_id, measure_id: measureId, objective_id: objectiveId, weight_bp: weightBp, rule, value_scope: valueScope },
      })),
    ),
  )
}

/** Who came or left, or a unit that was closed, within the year; `share` counts months, parts of a month by its days. */
function windowsOf({ cycle, people, units }: Tables) {
  const windows = new Map<string, { from: string; to: string; share: Fraction }>()
  const note = (holder: string, from: string, to: string | null) => {
    const days = { from: from > cycle.from ? from : cycle.from, to: to !== null && to < cycle.to ? to : cycle.to }
    if (days.from > days.to || (days.from === cycle.from && days.to === cycle.to)) return
    windows.set(holder, { ...days, share: over(months(days), months(cycle)) })
  }
  for (const { person_id, joined, left } of people) note(`person ${person_id}`, joined, left)
  for (const { unit_id, closed } of units) note(`unit ${unit_id}`, cycle.from, closed)
  return windows
}

function months({ from, to }: { from: string; to: string }): Fraction {
  let sum = NOUGHT
  for (let at = Date.parse(from); at <= Date.parse(to); at += DAY) {
    const day = new Date(at)
    sum = plus(sum, fraction(`1/${new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate()}`))
  }
  return sum
}

type Place = { period: string; source: string; value: Value | undefined }
type Asked = { measure: Measure; rule: Rule; places: readonly Place[]; grain: string; share: Fraction }

function scoreOf({ measure, rule, places, grain, share }: Asked): Leaf {
  const isRate = measure.scale !== null
  const hasParts = ({ numerator, denominator }: Value) => isRate && numerator !== null && denominator !== null
  const isPlain = grain === 'year' && measure.over_time === 'ratio' && places.some(({ value }) => value && !hasParts(value))
  const how = isPlain ? 'last' : measure.over_time
  const fateOf = ({ value }: Place): 'used' | 'away' | 'missing' | 'left-out' => {
    if (!value) return measure.missing === 'zero' ? 'missing' : 'left-out'
    if (value.state === 'not-applicable' || value.state === 'suspended') return 'away'
    return hasParts(value) && Number(value.denominator) === 0 ? 'away' : 'used'
  }
  const sorted = places.map((place) => ({ ...place, fate: fateOf(place) })).sort((a, b) => (a.period < b.period ? -1 : 1))
  const latest = sorted.findLast(({ fate }) => fate !== 'away')
  const counted = how === 'last' && latest ? sorted.filter(({ period }) => period >= latest.period) : sorted
  const used = counted.filter(({ fate }) => fate === 'used')
  const missing = counted.filter(({ fate }) => fate === 'missing')
  if (used.length === 0) {
    if (missing.length > 0) return { kind: 'score', score: NOUGHT }
    if (counted.length === 0 && measure.missing === 'zero') return { kind: 'score', score: NOUGHT }
    return { kind: 'away' }
  }
  const figures = used.map(({ period, value }) => ({ period, figure: figureOf(value, measure) }))
  const perPeriod = [...new Set(figures.map(({ period }) => period))].map((period) =>
    combine(
      figures.filter((one) => one.period === period).map(({ figure }) => figure),
      measure.over_units,
      measure.scale,
    ),
  )
  const joined = how === 'last' ? perPeriod.at(-1) : combine(perPeriod, how, measure.scale)
  if (!joined?.value) return { kind: 'unknown', what: `${measure.code}: ${how} over ${measure.over_units}` }
  if (how === 'survey' && joined.n < (measure.min_n ?? 30)) return { kind: 'away' }
  const scale = how === 'sum' ? times(fraction(`${used.length}/${counted.length}`), share) : WHOLE
  const points = curve(rule, joined.value, scale)
  if (points === null) return { kind: 'unknown', what: `rule ${rule.kind}` }
  const gap = fraction(`${missing.length}/${used.length + missing.length}`)
  return { kind: 'score', score: times(between(NOUGHT, points, HUNDRED), minus(WHOLE, gap)) }
}

function figureOf(value: Value | undefined, { scale, over_time, over_units }: Measure): Figure {
  const read = (text: string | null | undefined) => (text === null || text === undefined ? null : fraction(text))
  const [above, below, actual] = [read(value?.numerator), read(value?.denominator), read(value?.actual)]
  const n = value?.n ?? 0
  if (scale !== null && above && below) return { value: times(over(above, below), fraction(scale)), above, below, weight: null, n }
  const isWeighed = over_time === 'weighted-mean' || over_units === 'weighted-mean'
  return { value: actual, above: null, below: null, weight: isWeighed ? below : null, n }
}

function combine(all: readonly Figure[], how: string, scale: string | null): Figure {
  const [first] = all
  const none: Figure = { value: null, above: null, below: null, weight: null, n: 0 }
  if (first && all.length === 1) return first
  const n = all.reduce((sum, one) => sum + one.n, 0)
  const values = all.flatMap(({ value }) => (value ? [value] : []))
  if (values.length < all.length) return none
  const mean = (weights: readonly Fraction[]) => over(total(values.map((value, at) => times(value, weights[at] ?? NOUGHT))), total(weights))
  if (how === 'sum') return { ...none, value: total(values), n }
  if (how === 'mean') return { ...none, value: mean(values.map(() => WHOLE)), n }
  if (how === 'survey') return { ...none, value: mean(all.map((one) => fraction(one.n))), n }
  if (how === 'weighted-mean') {
    const weights = all.flatMap(({ weight }) => (weight ? [weight] : []))
    return weights.length < all.length ? none : { ...none, value: mean(weights), weight: total(weights), n }
  }
  if (how !== 'ratio') return none
  const [above, below] = [all.flatMap((one) => one.above ?? []), all.flatMap((one) => one.below ?? [])]
  if (above.length < all.length || below.length < all.length) return none
  const [sumAbove, sumBelow] = [total(above), total(below)]
  return { value: times(over(sumAbove, sumBelow), fraction(scale ?? '1')), above: sumAbove, below: sumBelow, weight: null, n }
}

/** The points a rule gives; null: a rule this audit does not know. */
function curve(rule: Rule, x: Fraction, scale: Fraction): Fraction | null {
  const at = (name: string) => times(fraction(String(rule[name])), scale)
  const line = (x0: Fraction, y0: number, x1: Fraction, y1: number) =>
    plus(fraction(y0), over(times(fraction(y1 - y0), minus(x, x0)), minus(x1, x0)))
  if (rule.kind === 'ratio_up') return line(NOUGHT, 0, at('target'), 100)
  if (rule.kind === 'floor_target_stretch') {
    const [floor, target, stretch] = [at('floor'), at('target'), at('stretch')]
    const isBeyond = rule.direction === 'up' ? isLess(target, x) : isLess(x, target)
    const hasStretch = rule.direction === 'up' ? isLess(target, stretch) : isLess(stretch, target)
    return isBeyond && hasStretch ? line(target, 100, stretch, 120) : line(floor, 0, target, 100)
  }
  if (rule.kind !== 'range') return null
  const [low, high, below] = [at('low'), at('high'), at('tolerance')]
  const above = rule.toleranceAbove === undefined ? below : at('toleranceAbove')
  if (!isLess(x, low) && !isLess(high, x)) return HUNDRED
  return isLess(x, low) ? line(minus(low, below), 0, low, 100) : line(high, 100, plus(high, above), 0)
}
