import { type AlphaResult, alphaFrom } from '@milepost/statistics/alpha'
import { type AnovaResult, anovaFrom } from '@milepost/statistics/anova'
import type { Scale } from '@milepost/statistics/answers'
import { type ChiSquareTestResult, chiSquareTest } from '@milepost/statistics/chiSquareTest'
import { addCase, covariancesOf, crossProducts } from '@milepost/statistics/crossProducts'
import type { DescribeResult } from '@milepost/statistics/describe'
import { describeCounts } from '@milepost/statistics/describeCounts'
import { leftOut, notComputed } from '@milepost/statistics/evidence'
import { type FrequencyTable, frequenciesFrom } from '@milepost/statistics/frequencies'
import { correlationsFrom, inverted } from '@milepost/statistics/itemCorrelations'
import { componentsFrom, type PrincipalComponentsResult } from '@milepost/statistics/principalComponents'
import { addValue, type RunningMoments, runningMoments } from '@milepost/statistics/runningMoments'
import { adequacyFrom, type SamplingAdequacyResult, type SphericityResult, sphericityFrom } from '@milepost/statistics/samplingAdequacy'
import { countsOf, tallyOther, type ValueTally, valueTally } from '@milepost/statistics/valueTally'
import { type AnswerRows, BLANK, type ColumnKind, NOT_A_NUMBER } from './csvRows.ts'

export type AnalysisPlan = {
  /** Columns that hold answers, in the order of the file. */
  readonly items: readonly string[]
  readonly reverse: readonly string[]
  readonly scale: Scale | undefined
  /** Whether the items belong to one scale, so that reliability and structure mean something. */
  readonly together: boolean
  /** Pairs of columns to cross. */
  readonly crosstabs: readonly (readonly [string, string])[]
  /** Columns that divide the people into groups whose scores are compared. */
  readonly groups: readonly string[]
}
type AnalysedItem = { readonly item: string; readonly description: DescribeResult; readonly frequencies: FrequencyTable | null }
type Crossed = {
  readonly row: string
  readonly column: string
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  readonly counts: readonly (readonly number[])[]
  readonly test: ChiSquareTestResult
}
export type Analysis = {
  readonly cases: number
  readonly items: readonly AnalysedItem[]
  readonly reliability: AlphaResult | null
  readonly adequacy: SamplingAdequacyResult | null
  readonly sphericity: SphericityResult | null
  readonly components: PrincipalComponentsResult | null
  readonly crosstabs: readonly Crossed[]
  readonly comparisons: readonly { readonly by: string; readonly result: AnovaResult }[]
  readonly offScale: readonly { readonly item: string; readonly count: number }[]
  /** Item columns that turned out to hold text, with the first rows that do; such a column is not analysed. */
  readonly text: readonly { readonly item: string; readonly rows: readonly number[] }[]
  /** Item columns with so many different values that they are a serial number rather than an answer. */
  readonly serial: readonly string[]
}

/** Everything about a sheet of answers from one reading of it, in memory that does not grow with the rows. */
export function analyseAnswers(source: AnswerRows, plan: AnalysisPlan): Analysis {
  const { heading } = source
  const size = plan.items.length
  const columns = Int32Array.from(plan.items, (name) => heading.indexOf(name))
  const turned = Uint8Array.from(plan.items, (name) => (plan.reverse.includes(name) ? 1 : 0))
  const [low, high] = [plan.scale?.min ?? Number.NEGATIVE_INFINITY, plan.scale?.max ?? Number.POSITIVE_INFINITY]
  const tally = valueTally(size)
  const { small, missing } = tally
  const offScale = new Float64Array(size)
  const text = plan.items.map((): number[] => [])
  const gathered = crossProducts(plan.together ? size : 0)
  const answers = new Float64Array(size)
  const groups = plan.groups.map((name) => ({ column: heading.indexOf(name), moments: new Map<number, RunningMoments>() }))
  const crossings = plan.crosstabs.map(([row, column]) => crossing(plan.items, heading, row, column))
  const values = new Float64Array(heading.length)
  const [blank, notANumber, together] = [BLANK, NOT_A_NUMBER, plan.together]

  const row = (at: number): void => {
    let [given, sum] = [0, 0]
    for (let i = 0; i < size; i++) {
      const value = values[columns[i]!]!
      if (value === blank) missing[i]!++
      else if (value === notANumber) {
        if (text[i]!.length < 10) text[i]!.push(at)
      } else if (value < low || value > high) {
        offScale[i]!++
        missing[i]!++
      } else {
        if ((value & 255) === value) small[(i << 8) + value]!++
        else tallyOther(tally, i, value)
        const answer = turned[i] === 1 ? low + high - value : value
        answers[i] = answer
        sum += answer
        given++
      }
    }
    if (given === size && together) addCase(gathered, answers)
    if (given > 0) for (const group of groups) addToGroup(group, values, sum / given)
    for (const cross of crossings) cross.add(values)
  }
  const cases = source.read(kindsOf(heading, plan), { values, row })
  const textual = plan.items.flatMap((item, i) => (text[i]!.length > 0 ? [{ item, rows: text[i]! }] : []))
  return {
    cases,
    items: plan.items.map((item, i) => itemOf(item, tally, i)),
    ...(plan.together ? structureOf(plan.items, gathered, cases, tally) : NO_STRUCTURE),
    crosstabs: crossings.map((cross) => cross.result(source.labels)),
    comparisons: groups.map(({ column, moments }, at) => ({
      by: plan.groups[at]!,
      result: comparisonOf(moments, source.labels[column] ?? []),
    })),
    offScale: plan.items.flatMap((item, i) => (offScale[i]! > 0 ? [{ item, count: offScale[i]! }] : [])),
    text: textual,
    serial: plan.items.filter((_, i) => tally.full[i] === 1),
  }
}

const NO_STRUCTURE = { reliability: null, adequacy: null, sphericity: null, components: null }

function kindsOf(heading: readonly string[], { items, groups, crosstabs }: AnalysisPlan): ColumnKind[] {
  const labels = new Set([...groups, ...crosstabs.flat()])
  return heading.map((name) => (items.includes(name) ? 'number' : labels.has(name) ? 'label' : 'skip'))
}

function itemOf(item: string, tally: ValueTally, at: number): AnalysedItem {
  const counts = countsOf(tally, at)
  const missing = tally.missing[at]!
  return {
    item,
    description: describeCounts(counts, missing),
    frequencies: counts.size <= MOST_LISTED ? frequenciesFrom(counts, missing) : null,
  }
}

function structureOf(
  items: readonly string[],
  gathered: ReturnType<typeof crossProducts>,
  cases: number,
  { missing }: ValueTally,
): Pick<Analysis, 'reliability' | 'adequacy' | 'sphericity' | 'components'> {
  const { n, means, covariances } = covariancesOf(gathered)
  const excluded = leftOut({ incomplete: cases - n })
  if (covariances === null || items.length < 2) {
    const empty = items.filter((_, i) => missing[i] === cases)
    const because = items.length < 2 ? 'too-few-items' : n === 0 ? 'no-complete-cases' : 'too-few-cases'
    const evidence = { n, excluded, subjects: empty }
    return {
      reliability: notComputed('cronbach-1951', because, evidence),
      adequacy: notComputed('kaiser-meyer-olkin', because, evidence),
      sphericity: notComputed('bartlett-1951', because, evidence),
      components: notComputed('principal-components-of-correlations', because, evidence),
    }
  }
  const from = { ids: items, covariances, n, excluded }
  const [forKmo, forBartlett] = [correlationsFrom('kaiser-meyer-olkin', from), correlationsFrom('bartlett-1951', from)]
  const ground = correlationsFrom('principal-components-of-correlations', from)
  const kmo = forKmo.kind === 'undefined' ? forKmo : inverted('kaiser-meyer-olkin', forKmo)
  const bartlett = forBartlett.kind === 'undefined' ? forBartlett : inverted('bartlett-1951', forBartlett)
  return {
    reliability: alphaFrom({ items: items.map((id, i) => ({ id, mean: means[i]! })), covariances, n, excluded }),
    adequacy: kmo.kind === 'undefined' ? kmo : adequacyFrom(items, kmo),
    sphericity: bartlett.kind === 'undefined' ? bartlett : sphericityFrom(bartlett),
    components: ground.kind === 'undefined' ? ground : componentsFrom(ground),
  }
}

function addToGroup(group: { column: number; moments: Map<number, RunningMoments> }, values: Float64Array, score: number): void {
  const place = values[group.column]!
  if (place === BLANK) return
  let moments = group.moments.get(place)
  if (moments === undefined) {
    moments = runningMoments()
    group.moments.set(place, moments)
  }
  addValue(moments, score)
}

function comparisonOf(moments: ReadonlyMap<number, RunningMoments>, labels: readonly string[]): AnovaResult {
  const parts = [...moments].map(([place, { n, mean, squares, min, max }]) => ({
    summary: { name: labels[place] ?? '', n, mean, sd: n > 1 ? Math.sqrt(squares / (n - 1)) : null },
    squares: min === max ? 0 : squares,
  }))
  const ordered = parts.sort((a, b) => compareNames(a.summary.name, b.summary.name))
  if (ordered.length < 2) return notComputed('anova-one-way', 'too-few-groups', { n: ordered[0]?.summary.n ?? 0 })
  return anovaFrom(ordered)
}

type Crossing = { readonly add: (values: Float64Array) => void; readonly result: (labels: AnswerRows['labels']) => Crossed }

function crossing(items: readonly string[], heading: readonly string[], row: string, column: string): Crossing {
  const [rowAt, columnAt] = [heading.indexOf(row), heading.indexOf(column)]
  const counts = new Map<number, Map<number, number>>()
  return {
    add: (values) => {
      const [r, c] = [values[rowAt]!, values[columnAt]!]
      if (r === BLANK || c === BLANK || r === NOT_A_NUMBER || c === NOT_A_NUMBER) return
      let line = counts.get(r)
      if (line === undefined) {
        line = new Map()
        counts.set(r, line)
      }
      line.set(c, (line.get(c) ?? 0) + 1)
    },
    result: (labels) => {
      const nameOf = (at: number, name: string) => (value: number) => (items.includes(name) ? String(value) : (labels[at]?.[value] ?? ''))
      const [rowName, columnName] = [nameOf(rowAt, row), nameOf(columnAt, column)]
      const rows = [...counts.keys()].sort((a, b) => compareNames(rowName(a), rowName(b)))
      const all = new Set([...counts.values()].flatMap((line) => [...line.keys()]))
      const columns = [...all].sort((a, b) => compareNames(columnName(a), columnName(b)))
      const table = rows.map((r) => columns.map((c) => counts.get(r)?.get(c) ?? 0))
      return { row, column, rows: rows.map(rowName), columns: columns.map(columnName), counts: table, test: chiSquareTest(table) }
    },
  }
}

/** Numbers by size, texts by their signs. */
function compareNames(a: string, b: string): number {
  const [x, y] = [Number(a), Number(b)]
  if (Number.isFinite(x) && Number.isFinite(y)) return x - y
  return a < b ? -1 : a > b ? 1 : 0
}

/** An item with more different answers than this is described, not listed. */
const MOST_LISTED = 100
