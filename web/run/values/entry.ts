import type { OutputOf } from '@milepost/contract/endpoint'
import type { Gap } from '@milepost/contract/run/gap'
import { holderKey } from '@milepost/contract/run/holder'
import type { readEntryChoices, ValueQuestion, ValueView } from '@milepost/contract/run/values'

export type EntryChoices = OutputOf<typeof readEntryChoices>
type Kind = 'reported' | 'estimated' | 'not-applicable-asked' | 'suspended'
export const ENTRY_KINDS = ['reported', 'estimated', 'not-applicable-asked', 'suspended'] as const satisfies readonly Kind[]

/** What stands in the form while it is filled; empty text is "not said". */
export type Entry = {
  readonly measureId: string
  readonly periodId: string
  readonly holder: string
  readonly state: Kind
  readonly actual: string
  readonly numerator: string
  readonly denominator: string
  readonly n: string
  readonly note: string
  readonly counts: Readonly<Record<string, string>>
  readonly milestones: Readonly<Record<string, MilestoneState>>
  readonly judgement: Judgement
  /** The revision in front of the person; 0: there is none. */
  readonly baseRevision: number
  /** A doubtful figure has been looked at. */
  readonly confirmed: boolean
}

export const MILESTONE_STATES = ['done', 'late', 'undone'] as const
type MilestoneState = (typeof MILESTONE_STATES)[number]
type Judgement = { readonly band: string; readonly points: string; readonly reason: string; readonly evidence: string }

export const BLANK: Entry = {
  measureId: '',
  periodId: '',
  holder: 'institution',
  state: 'reported',
  actual: '',
  numerator: '',
  denominator: '',
  n: '',
  note: '',
  counts: {},
  milestones: {},
  judgement: { band: '', points: '', reason: '', evidence: '' },
  baseRevision: 0,
  confirmed: false,
}

export const entryOfGap = (gap: Gap): Entry => ({
  ...BLANK,
  measureId: gap.measureId,
  periodId: gap.period.periodId,
  holder: holderKey(gap.holder),
})

export function entryOfValue(value: ValueView): Entry {
  const { counts, milestones, judgement } = value.detail ?? {}
  return {
    ...BLANK,
    measureId: value.measureId,
    periodId: value.period.periodId,
    holder: holderKey(value.holder),
    state: ENTRY_KINDS.find((kind) => kind === value.state) ?? 'reported',
    actual: value.actual ?? '',
    numerator: value.numerator ?? '',
    denominator: value.denominator ?? '',
    n: value.n === null ? '' : String(value.n),
    counts: counts ?? {},
    milestones: milestones ?? {},
    judgement: judgement ? { ...judgement, evidence: judgement.evidence.join('\n') } : BLANK.judgement,
    baseRevision: value.state === 'withdrawn' ? 0 : value.revision,
  }
}

const said = (text: string): string | null => (text.trim() === '' ? null : text.trim())

/** The form as it is sent. null: measure, period or holder is not chosen yet. */
export function sentOf(entry: Entry, choices: EntryChoices) {
  const holder = choices.holders.find((one) => holderKey(one.holder) === entry.holder)?.holder
  if (holder === undefined || entry.measureId === '' || entry.periodId === '') return null
  const { measureId, periodId, state, note } = entry
  const n = said(entry.n)
  const measure = choices.measures.find((one) => one.measureId === measureId)
  // a quotient is computed from its parts, so that a shown one cannot contradict them
  const actual = measure?.ratio === true && said(entry.numerator) !== null ? null : said(entry.actual)
  return {
    ...{ measureId, periodId, holder, state, note, actual },
    detail: detailOf(entry, measure?.asks ?? null),
    ...{ baseRevision: entry.baseRevision, confirmed: entry.confirmed },
    ...{ numerator: said(entry.numerator), denominator: said(entry.denominator), n: n === null ? null : Number(n) },
  }
}

/** Counts, milestones or a judgement as they are sent; null: nothing of the kind is said. */
function detailOf(entry: Entry, asks: ValueQuestion | null) {
  if (asks === null || (entry.state !== 'reported' && entry.state !== 'estimated')) return null
  if (asks.kind === 'counts') {
    const counts = Object.fromEntries(
      asks.items.flatMap(({ key }) => (said(entry.counts[key] ?? '') === null ? [] : [[key, (entry.counts[key] ?? '').trim()]])),
    )
    return Object.keys(counts).length === 0 ? null : { counts }
  }
  if (asks.kind === 'milestones') {
    const milestones = Object.fromEntries(
      asks.items.flatMap(({ key }) => (entry.milestones[key] === undefined ? [] : [[key, entry.milestones[key]]])),
    )
    return Object.keys(milestones).length === 0 ? null : { milestones }
  }
  const { band, points, reason, evidence } = entry.judgement
  if (band === '' || said(points) === null) return null
  const lines = evidence.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]))
  return { judgement: { band, points: points.trim(), by: '', reason: reason.trim(), evidence: lines } }
}
