/**
 * What `scoreCard` takes: a whole card as plain, JSON-serialisable data, so that a score ticket can be stored and replayed.
 * Decimals are strings, weights are basis points (10000 = 100 %), dates are ISO days ("2025-06-30"), texts come in both languages.
 */
import type { Decimal } from '@milepost/exact/exact'
import type { DataState } from './dataStates.ts'
import type { LocalText } from './localText.ts'
import type { ScoringRule } from './rules.ts'

export type CardInput = {
  cardId: string
  scope: 'institution' | 'unit' | 'person'
  name: LocalText
  /** `live` while the period is open (status follows pace); `official` when it is closed (full target, missing is decided by policy). */
  mode: 'live' | 'official'
  period: CardPeriod
  scheme?: Scheme
  /** The plan the card holds now; with `earlier` ones it counts for the days of `inForce` only. */
  perspectives: PerspectiveInput[]
  /** Plans agreed before it was amended, oldest first. The score is the mean of all of them by their days in force. */
  earlier?: EarlierPlan[]
  /** Both days included; needed beside `earlier`. */
  inForce?: DaySpan
  /** 加分 and deductions, outside the weights. */
  bonuses?: BonusInput[]
  /** 一票否决 found by people (a measure may also carry one, see `MeasureInput.veto`). */
  vetoes?: VetoInput[]
  /** The engine a stored input was first scored with; another version is reported, never hidden. */
  engineVersion?: string
}

export type CardPeriod = {
  from: string
  to: string
  /** The day the live view is asked for. Without it there is no pace. */
  asOf?: string
}

export type DaySpan = { from: string; to: string }
/** A plan as it was agreed, with the days it held (both included). */
export type EarlierPlan = DaySpan & { id: string; perspectives: PerspectiveInput[] }

/** The institution's choices; what is left out takes `DEFAULT_SCHEME`. */
export type Scheme = {
  /** N/A weight goes to the siblings (keeps the balance of perspectives) or is spread over the whole card. */
  notApplicable?: 'siblings' | 'global'
  /** A measure's score is held between floor and cap. Defaults "0" and "100"; a person's card may go to "120". */
  floor?: Decimal
  cap?: Decimal
  /** The most a child's score may bring into its parent. Default "100". */
  parentCap?: Decimal
  /** Below this share of weight with data a score is provisional. Default 7000. */
  coverageGateBp?: number
  /** Above this share of approved N/A the committee must agree. Default 3000. */
  notApplicableGateBp?: number
  /** The committee has admitted the card although a gate is not met. */
  admittedByCommittee?: { coverage?: boolean; notApplicable?: boolean }
  /** Highest first, half-open on the official score; the last one is from "0". */
  bands?: Band[]
  /** Final score is at most 100 + this. Default "0". */
  bonusCap?: Decimal
  /** Weights that do not add up to 100 % block publishing (they are normalised either way). Default true. */
  strict100?: boolean
  /** Fewest answers a survey measure needs to be scored. Default 30. */
  minN?: number
}

export type Band = { code: string; name: LocalText; from: Decimal }

export type PerspectiveInput = {
  id: string
  name: LocalText
  /** Among its siblings, in basis points. Left out: the sum of what is below, so weights given on the whole card also work. */
  weightBp?: number
  rollRule?: RollRule
  parentCap?: Decimal
  critical?: boolean
  objectives: ObjectiveInput[]
}

export type ObjectiveInput = {
  id: string
  name: LocalText
  weightBp?: number
  rollRule?: RollRule
  parentCap?: Decimal
  critical?: boolean
  measures: MeasureInput[]
}

/** `weighted` mean; `limiting`: the same score, but the status is no better than the worst critical child; `min`: the weakest child. */
export type RollRule = 'weighted' | 'limiting' | 'min'

export type MeasureInput = {
  id: string
  code?: string
  name: LocalText
  unit: LocalText
  weightBp: number
  rule: ScoringRule
  /** Over the periods: flows are summed, levels take the last or the mean, rates are the ratio of the sums. Default `last`. */
  timeAggregation?: Aggregation
  /** Over units inside one period. Default: as over time; beside `last` it must be said once a period has several units. */
  unitAggregation?: UnitAggregation
  /** For `hit-rate`: what a period must reach to count as met. An unreported period counts as not met (policy `zero`). */
  hit?: { comparator: '>=' | '<='; value: Decimal }
  /** A factor on numerator / denominator: "100" when the measure is a percentage. Default "1". */
  ratioScale?: Decimal
  missingPolicy?: MissingPolicy
  undefinedPolicy?: 'not-applicable' | 'full' | 'carry'
  /** Provisional values may enter the official score. */
  estimatedWaived?: boolean
  /** Weight of a value that was not scoreable (too few answers, poor data) may go to the siblings. */
  redistributionApproved?: boolean
  minN?: number
  cap?: Decimal
  floor?: Decimal
  critical?: boolean
  /** Seasonal profile of a flow: shares of the year's twelve months (any scale). Default: every month alike. */
  profile?: Decimal[]
  /** The measure counts only from/to these days of the card's period; a flow's target is cut to that share of the profile. */
  window?: { from: string; to: string }
  /** Set off when the attainment is at or below this line; a missing value never sets it off. */
  veto?: { whenScoreAtMost: Decimal; effect: VetoEffect; reason: LocalText }
  values: ValueInput[]
}

/** `hit-rate`: the share of due periods that met `hit`, times `ratioScale`; the one case in which periods are judged before they are put together. */
export type Aggregation = 'sum' | 'mean' | 'last' | 'min' | 'max' | 'ratio' | 'weighted-mean' | 'survey' | 'hit-rate'
export type UnitAggregation = Exclude<Aggregation, 'last' | 'hit-rate'>
/** In the official score: `zero` points for the missing share; `exclude` it (coverage falls); `carry` the period before, once, for levels only. */
export type MissingPolicy = 'zero' | 'exclude' | 'carry'

/** One reported fact: a period, perhaps a unit, and exactly one data state. Blank is not 0 and 0 is not N/A. */
export type ValueInput = {
  /** Sorts as text in time order: "2025-03", "2025-Q1", "2025". */
  period: string
  unit?: string
  state: DataState
  actual?: Decimal
  numerator?: Decimal
  denominator?: Decimal
  /** Answers behind a survey value. */
  n?: number
  /** Weight of this value in a weighted mean (km, money). */
  weight?: Decimal
  /** The part of a flow's target that belongs to this period. */
  target?: Decimal
  /** For `deduct`: occurrences by item key. */
  counts?: Record<string, Decimal>
  /** For `milestone`: state by item key; an item not mentioned is undone. */
  milestones?: Record<string, 'done' | 'late' | 'undone'>
  judgement?: { band: string; points: Decimal; by: string; reason: string; evidence: string[] }
  quality?: 'A' | 'B' | 'C' | 'D'
  revision?: number
}

export type BonusInput = { id: string; points: Decimal; reason: LocalText; decidedBy: string }
export type VetoInput = { id: string; reason: LocalText; decidedBy: string; effect: VetoEffect }
/** Score 0 for a node (perspective, objective, measure or the card itself), or a band the card cannot exceed. */
export type VetoEffect = { kind: 'zero'; node: string } | { kind: 'cap-band'; atMost: string }
