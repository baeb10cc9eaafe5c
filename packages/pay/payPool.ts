import { commonMultiple, div, type Exact, exact, isZero, mul, sum } from '@milepost/exact/exact'
import { roundHalfAway, toExactText } from '@milepost/exact/rounding'
import { apportion, type PayShare } from './apportion.ts'
import { inputRefusal } from './payRefusals.ts'
import type { PayLine, PayPerson, PayRefusal, PayRun, PayRunInput, PayUnit, PayWarning, UnitLine } from './payRun.ts'
import { refusalWords, unitWords, warningWords } from './payWords.ts'
import { type Claimant, type Ratio, SharedLine } from './sharedLine.ts'

type Refused = Extract<PayRun, { kind: 'refused' }>
type UnitClaim = {
  unit: PayUnit
  people: Claimant[]
  headcount: Exact
  scoreFactor: Exact
  weight: Exact
  personWeight: Exact
  clipped: boolean
}

export const DEFAULT_RESERVE_BP = 200

/**
 * Two tiers. A unit's share goes by head count x post mix x unit score (score / 100, held between limits); inside the unit a
 * person's share goes by post coefficient x grade factor x attendance x time x score factor (score over the unit mean, held
 * between limits). Both tiers are apportioned in whole fen, so that reserve and lines add up to the pool exactly.
 * A unit in which nobody has a claim gets nothing and is named; its part goes to the others.
 */
export function payPool(run: PayRunInput): PayRun {
  const refused = inputRefusal(run)
  if (refused) return refused
  const reserveFen = Number((BigInt(run.poolFen) * BigInt(run.reserveBp ?? DEFAULT_RESERVE_BP)) / 10000n)
  const desk = deskOf(run)
  const claims = run.units.map((unit) => unitClaim(unit, run, desk))
  const tier = apportion(
    run.poolFen - reserveFen,
    claims.map(({ unit, weight, people }) => ({ key: unit.id, weight, ...unitBounds(people) })),
  )
  if (tier.kind === 'refused') return refuse(tier.because, tier.amountFen, tier.keys)
  const lines = new Map<string, PayLine>()
  const units: UnitLine[] = []
  for (const [index, claim] of claims.entries()) {
    const share = tier.shares[index]!
    const shared = shareInside(claim, share.fen)
    if ('because' in shared) return shared
    for (const line of shared) lines.set(line.person, line)
    units.push(unitLine(claim, share.fen))
  }
  return {
    kind: 'apportioned',
    poolFen: run.poolFen,
    reserveFen,
    distributedFen: run.poolFen - reserveFen,
    method: 'two-tier, largest-remainder',
    units,
    lines: run.people.flatMap(({ id }) => lines.get(id) ?? []),
    warnings: claims.flatMap(warningsOf),
  }
}

const refuse = (because: PayRefusal, amountFen: number, at: string[]): Refused => ({
  kind: 'refused',
  because,
  amountFen,
  at,
  text: refusalWords(because, amountFen, at),
})

/** What is the same for everybody of a run, read once. */
type Desk = {
  readonly read: (text: string) => Exact
  readonly products: Map<string, Exact>
  readonly unitScore: Limits
  readonly personScore: Limits
  readonly gradeFactors: ReadonlyMap<string, string>
  readonly ofUnit: ReadonlyMap<string, readonly PayPerson[]>
}
type Limits = { readonly from: Exact; readonly to: Exact }

function deskOf({ factors, people }: PayRunInput): Desk {
  const known = new Map<string, Exact>()
  const ofUnit = new Map<string, PayPerson[]>()
  for (const person of people) {
    const own = ofUnit.get(person.unit)
    if (own) own.push(person)
    else ofUnit.set(person.unit, [person])
  }
  return {
    read: (text) => {
      const found = known.get(text)
      if (found) return found
      const value = exact(text)
      known.set(text, value)
      return value
    },
    products: new Map(),
    unitScore: { from: exact(factors.unitScore.from), to: exact(factors.unitScore.to) },
    personScore: { from: exact(factors.personScore.from), to: exact(factors.personScore.to) },
    gradeFactors: new Map(factors.grades.map(({ grade, factor }) => [grade, factor])),
    ofUnit,
  }
}

const within = (value: Exact, { from, to }: Limits): Exact =>
  value.compare(from) < 0 ? (from.compare(to) > 0 ? to : from) : value.compare(to) > 0 ? to : value

function unitClaim(unit: PayUnit, { factors }: PayRunInput, desk: Desk): UnitClaim {
  const own = desk.ofUnit.get(unit.id) ?? []
  const scores = own.flatMap(({ score }) => (score === null ? [] : [desk.read(score)]))
  const mean = scores.length === 0 ? null : div(sum(scores), scores.length)
  const raw = unit.score === null ? exact(factors.unitWithoutScore ?? '1') : div(unit.score, 100)
  const scoreFactor = unit.score === null ? raw : within(raw, desk.unitScore)
  const claimants = own.map((person) => claimantOf(person, mean, factors, desk))
  const over = claimants.reduce((common, { weight: { d } }) => (common % d === 0n ? common : commonMultiple(common, d)), 1n)
  for (const claimant of claimants) claimant.whole = claimant.weight.n * (over / claimant.weight.d)
  const personWeight = div(
    claimants.reduce((total, { whole }) => total + whole, 0n),
    over,
  )
  const headcount = unit.headcount === undefined ? headcountOf(own, desk) : exact(unit.headcount)
  const weight = isZero(personWeight) ? exact(0) : mul(mul(headcount, unit.postMix), scoreFactor)
  return { unit, people: claimants, headcount, scoreFactor, weight, personWeight, clipped: !scoreFactor.equals(raw) }
}

/** Attendance x time, added up; people who were there all the time are counted, not multiplied. */
function headcountOf(own: readonly PayPerson[], { read }: Desk): Exact {
  const whole = own.filter(({ attendance, time }) => attendance === '1' && time === '1').length
  const rest = own.filter(({ attendance, time }) => attendance !== '1' || time !== '1')
  return sum([exact(whole), ...rest.map(({ attendance, time }) => mul(read(attendance), read(time)))])
}

function claimantOf(person: PayPerson, unitMean: Exact | null, factors: PayRunInput['factors'], desk: Desk): Claimant {
  const gradeFactor = desk.gradeFactors.get(person.grade) ?? '0'
  const raw = scoreRatio(person, unitMean, factors, desk)
  const scoreFactor = person.score === null ? raw : heldBetween(raw, desk.personScore)
  const product = productOf([person.postCoefficient, gradeFactor, person.attendance, person.time], desk.products)
  const weight = { n: product.n * scoreFactor.n, d: product.d * scoreFactor.d }
  return { person, gradeFactor, unitMean, scoreFactor, weight, whole: 0n, clipped: scoreFactor !== raw }
}

const AS_THE_MEAN: Ratio = { n: 1n, d: 1n }

/** The score over the mean of the unit. Nothing here is below zero: such figures have been refused. */
function scoreRatio({ score }: PayPerson, unitMean: Exact | null, factors: PayRunInput['factors'], { read }: Desk): Ratio {
  if (score === null) return read(factors.personWithoutScore ?? '1')
  if (!unitMean || isZero(unitMean)) return AS_THE_MEAN
  const own = read(score)
  return { n: own.n * unitMean.d, d: own.d * unitMean.n }
}

/** As `within`, by whole numbers alone. */
function heldBetween(value: Ratio, { from, to }: Limits): Ratio {
  if (value.n * from.d < from.n * value.d) return from.compare(to) > 0 ? to : from
  return value.n * to.d > to.n * value.d ? to : value
}

/** Many people share their post, grade and attendance: each product is worked out once. */
function productOf(factors: readonly string[], known: Map<string, Exact>): Exact {
  const key = factors.join(' ')
  const found = known.get(key)
  if (found) return found
  const product = factors.reduce<Exact>((so, factor) => mul(so, factor), exact(1))
  known.set(key, product)
  return product
}

/** What a unit must and may receive so that its people's own bounds can hold. */
function unitBounds(people: readonly Claimant[]): { lowerFen?: number; upperFen?: number } {
  const lowerFen = people.reduce((total, { person }) => total + (person.lowerFen ?? 0), 0)
  const capped = people.length > 0 && people.every(({ person, whole }) => person.upperFen !== undefined || whole === 0n)
  const upperFen = people.reduce((total, { person, whole }) => total + (whole === 0n ? (person.lowerFen ?? 0) : (person.upperFen ?? 0)), 0)
  return { lowerFen, ...(capped && { upperFen }) }
}

function shareInside({ unit, people, personWeight }: UnitClaim, unitShareFen: number): PayLine[] | Refused {
  const [first] = people
  if (!first) return []
  const mean = first.unitMean && toExactText(first.unitMean)
  const unitWeight = toExactText(personWeight)
  const lines = (shares: readonly PayShare[]) =>
    people.map((claimant, index): PayLine => new SharedLine(claimant, { unitWeight, unitShareFen, mean, share: shares[index] ?? null }))
  if (unitShareFen === 0 && isZero(personWeight)) return lines([])
  const inside = apportion(
    unitShareFen,
    people.map(({ person, whole }) => ({ key: person.id, weight: whole, lowerFen: person.lowerFen, upperFen: person.upperFen })),
  )
  if (inside.kind === 'refused') return refuse(inside.because, inside.amountFen, [unit.id, ...inside.keys])
  return lines(inside.shares)
}

function unitLine({ unit, people, headcount, scoreFactor, weight, personWeight }: UnitClaim, shareFen: number): UnitLine {
  const line = {
    id: unit.id,
    inputs: { headcount: toExactText(headcount), postMix: unit.postMix, score: unit.score, scoreFactor: toExactText(scoreFactor) },
    weight: toExactText(weight),
    shareFen,
    fenPerWeight: isZero(personWeight) ? null : roundHalfAway(div(shareFen, personWeight), 4),
    people: people.length,
  }
  return { ...line, text: unitWords(unit.name, line) }
}

function warningsOf({ unit, people, personWeight, clipped }: UnitClaim): PayWarning[] {
  const warn = (code: PayWarning['code'], at: string): PayWarning => ({ code, at, text: warningWords(code, at) })
  const claimants = people.filter(({ whole }) => whole !== 0n)
  const alone = claimants.length === 1 && !exact(claimants[0]!.gradeFactor).equals(1)
  return [
    ...(isZero(personWeight) ? [warn('unit-without-claims', unit.id)] : []),
    ...(alone ? [warn('grade-has-no-effect', claimants[0]!.person.id)] : []),
    ...(clipped ? [warn('unit-score-clipped', unit.id)] : []),
    ...people.filter((claimant) => claimant.clipped).map(({ person }) => warn('person-score-clipped', person.id)),
  ]
}
