import { compare, div, type ExactText, mul, sum } from '@milepost/exact/exact'
import { roundHalfAway, toExactText } from '@milepost/exact/rounding'

/** The ten links of one appraisal, in the order of the year. */
export const cycleLinks = [
  'plan-agreed',
  'measures-linked',
  'check-ins-held',
  'evidence-given',
  'self-report',
  'raters-enough',
  'second-level',
  'interview',
  'signature',
  'result-used',
] as const
export type CycleLink = (typeof cycleLinks)[number]

/** `late` counts for nothing but is told apart from what never happened; `not-due` and `not-asked` are left out, never counted as done. */
export type LinkState = 'on-time' | 'late' | 'missing' | 'not-due' | 'not-asked'

export type AppraisalLinks = { readonly appraisal: string; readonly unit: string; readonly links: Readonly<Record<CycleLink, LinkState>> }

/** Weights in basis points, total 10000. */
export type LinkWeights = Readonly<Record<CycleLink, number>>

export type LinkIndex =
  | {
      kind: 'known'
      /** Weight of the links on time over the weight of those due, in per cent; two places. */
      value: ExactText
      official: string
      due: number
      missing: readonly CycleLink[]
      late: readonly CycleLink[]
    }
  | { kind: 'undefined'; because: 'nothing-due' | 'weights-must-total-100' }

/** The completeness of one appraisal: which of its ten links are there in time. */
export function linkIndex(links: AppraisalLinks['links'], weights: LinkWeights): LinkIndex {
  if (cycleLinks.reduce((total, link) => total + weights[link], 0) !== 10_000)
    return { kind: 'undefined', because: 'weights-must-total-100' }
  const due = cycleLinks.filter((link) => links[link] !== 'not-due' && links[link] !== 'not-asked' && weights[link] > 0)
  if (due.length === 0) return { kind: 'undefined', because: 'nothing-due' }
  const onTime = sum(due.filter((link) => links[link] === 'on-time').map((link) => weights[link]))
  const value = div(mul(onTime, 100), sum(due.map((link) => weights[link])))
  const of = (state: LinkState) => due.filter((link) => links[link] === state)
  return {
    kind: 'known',
    value: toExactText(value),
    official: roundHalfAway(value, 2),
    due: due.length,
    missing: of('missing'),
    late: of('late'),
  }
}

/** One field of the map of units by links: how many are due and how many of them on time. */
export type LinkCell = {
  readonly unit: string
  readonly link: CycleLink
  readonly due: number
  readonly onTime: number
  readonly late: number
}

export type LinkMap = {
  readonly cells: readonly LinkCell[]
  /** Mean completeness of each unit over its appraisals; null where nothing is due. */
  readonly units: readonly { readonly unit: string; readonly official: string | null; readonly appraisals: number }[]
  /** Mean over all appraisals with something due, two places. */
  readonly official: string | null
  readonly appraisals: number
  /** The link most often missing or late, and its share; null where none is. */
  readonly weakest: { readonly link: CycleLink; readonly official: string } | null
}

/** Where links are missing: unit by link, each unit and the whole. Weights as for one appraisal. */
export function linkMap(appraisals: readonly AppraisalLinks[], weights: LinkWeights): LinkMap {
  const units = [...new Set(appraisals.map(({ unit }) => unit))]
  const cells = units.flatMap((unit) => cycleLinks.map((link) => cellOf(unit, link, appraisals)))
  const meanOf = (of: readonly AppraisalLinks[]): string | null => {
    const known = of.map(({ links }) => linkIndex(links, weights)).flatMap((each) => (each.kind === 'known' ? [each.value] : []))
    return known.length === 0 ? null : roundHalfAway(div(sum(known), known.length), 2)
  }
  return {
    cells,
    units: units.map((unit) => {
      const own = appraisals.filter((each) => each.unit === unit)
      return { unit, official: meanOf(own), appraisals: own.length }
    }),
    official: meanOf(appraisals),
    appraisals: appraisals.length,
    weakest: weakestOf(cells),
  }
}

function cellOf(unit: string, link: CycleLink, appraisals: readonly AppraisalLinks[]): LinkCell {
  const states = appraisals.filter((each) => each.unit === unit).map(({ links }) => links[link])
  const count = (...wanted: LinkState[]) => states.filter((state) => wanted.includes(state)).length
  return { unit, link, due: count('on-time', 'late', 'missing'), onTime: count('on-time'), late: count('late') }
}

function weakestOf(cells: readonly LinkCell[]): LinkMap['weakest'] {
  const rates = cycleLinks.flatMap((link) => {
    const own = cells.filter((cell) => cell.link === link)
    const [due, onTime] = [own.reduce((total, cell) => total + cell.due, 0), own.reduce((total, cell) => total + cell.onTime, 0)]
    return due === 0 || due === onTime ? [] : [{ link, missing: div(mul(due - onTime, 100), due) }]
  })
  const [first] = rates.toSorted((one, other) => compare(other.missing, one.missing))
  return first ? { link: first.link, official: roundHalfAway(first.missing, 2) } : null
}

/** Something recorded for a person: a check-in, an interview. Times as milliseconds, the day it speaks of as `yyyy-mm-dd`. */
export type RecordedLink = {
  readonly id: string
  readonly unit: string
  readonly recordedAt: number
  readonly heldOn: string
  readonly recordedOn: string
  readonly text: string
}

export type FakeSign =
  /** Many records of a unit made within one hour. */
  | { code: 'recorded-in-one-go'; unit: string; records: readonly string[] }
  /** Entered long after the day it is said to have happened on. */
  | { code: 'dated-back'; unit: string; records: readonly string[]; days: number }
  /** The same words for different people. */
  | { code: 'same-words'; unit: string; records: readonly string[] }

/** From how many records and days something looks made up afterwards. */
export type FakeRules = { readonly batch: number; readonly daysLater: number }

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Signs that links were entered for the sake of the count. Signs, not proof: a head may well have written up a month in an evening. */
export function fakeSigns(records: readonly RecordedLink[], rules: FakeRules): readonly FakeSign[] {
  return [...new Set(records.map(({ unit }) => unit))].flatMap((unit) => {
    const own = records.filter((record) => record.unit === unit).toSorted((one, other) => one.recordedAt - other.recordedAt)
    return [...batches(unit, own, rules), ...datedBack(unit, own, rules), ...sameWords(unit, own)]
  })
}

function batches(unit: string, own: readonly RecordedLink[], { batch }: FakeRules): readonly FakeSign[] {
  const signs: FakeSign[] = []
  for (let start = 0; start < own.length; ) {
    let end = start
    while (end + 1 < own.length && (own[end + 1]?.recordedAt ?? 0) - (own[start]?.recordedAt ?? 0) <= HOUR) end += 1
    if (end - start + 1 >= batch) {
      signs.push({ code: 'recorded-in-one-go', unit, records: own.slice(start, end + 1).map(({ id }) => id) })
      start = end + 1
    } else start += 1
  }
  return signs
}

function datedBack(unit: string, own: readonly RecordedLink[], { daysLater }: FakeRules): readonly FakeSign[] {
  const late = own.filter(({ heldOn, recordedOn }) => (Date.parse(recordedOn) - Date.parse(heldOn)) / DAY > daysLater)
  return late.length === 0 ? [] : [{ code: 'dated-back', unit, records: late.map(({ id }) => id), days: daysLater }]
}

function sameWords(unit: string, own: readonly RecordedLink[]): readonly FakeSign[] {
  const byText = new Map<string, string[]>()
  for (const { id, text } of own) {
    const words = text.replace(/\s+/g, '').toLowerCase()
    if (words.length < 4) continue
    byText.set(words, [...(byText.get(words) ?? []), id])
  }
  return [...byText.values()].filter((ids) => ids.length > 1).map((ids) => ({ code: 'same-words' as const, unit, records: ids }))
}
