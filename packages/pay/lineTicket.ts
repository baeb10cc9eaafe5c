import {
  add,
  compare,
  type Decimal,
  div,
  type Exact,
  type ExactText,
  exact,
  floorToInteger,
  isZero,
  max,
  min,
  mul,
  sub,
  sum,
} from '@milepost/exact/exact'
import { toExactText } from '@milepost/exact/rounding'
import { apportion } from './apportion.ts'
import type { PayFactors } from './factors.ts'
import { DEFAULT_RESERVE_BP, payPool } from './payPool.ts'
import type { PayPerson, PayRunInput } from './payRun.ts'

/** What one amount followed from: the unit's figures, the person's own, and the colleagues as sums only, so that it can be handed to that person. */
export type LineTicket = {
  readonly poolFen: number
  readonly reserveBp: number
  readonly factors: PayFactors
  readonly unit: {
    readonly id: string
    readonly headcount: ExactText
    readonly postMix: Decimal
    readonly score: Decimal | null
  }
  /** Every unit with its weight and what its people's bounds come to; the own unit is one of them. */
  readonly units: readonly { readonly id: string; readonly weight: ExactText; readonly lowerFen?: number; readonly upperFen?: number }[]
  readonly own: Omit<PayPerson, 'id' | 'name' | 'unit'>
  /** Mean score of the unit; null: nobody there has one. */
  readonly unitMean: ExactText | null
  /** Of the unit: what is shared by weight after those held at a bound, and the weights of those who share it. */
  readonly freeFen: number
  readonly freeWeight: ExactText
  /** Whole fen left over after rounding down, and how many colleagues have a larger remainder. */
  readonly lastFen: number
  readonly remaindersAhead: number
  readonly held: 'at-lower' | 'at-upper' | null
  readonly unitShareFen: number
  readonly fen: number
}

/** The ticket of a person's line, from the whole run that was stored; null: the run is refused, or the person is not in it. */
export function lineTicketOf(input: PayRunInput, id: string): LineTicket | null {
  const run = payPool(input)
  const person = input.people.find((one) => one.id === id)
  if (run.kind === 'refused' || !person) return null
  const line = run.lines.find((one) => one.person === id)
  const unit = run.units.find((one) => one.id === person.unit)
  if (!line || !unit) return null
  const inUnit = run.lines.filter((one) => one.unit === person.unit)
  const free = inUnit.filter((one) => one.held === null && !isZero(one.weight))
  const freeWeight = sum(free.map((one) => one.weight))
  const freeFen = line.unitShareFen - inUnit.reduce((total, one) => total + (one.held === null ? 0 : one.fen), 0)
  const shares = free.map((one) => {
    const share = div(mul(one.weight, freeFen), freeWeight)
    return { id: one.person, weight: exact(one.weight), whole: floorToInteger(share), remainder: sub(share, floorToInteger(share)) }
  })
  const own = shares.find((one) => one.id === id)
  const { id: _id, name: _name, unit: _unit, ...figures } = person
  return {
    poolFen: input.poolFen,
    reserveBp: input.reserveBp ?? DEFAULT_RESERVE_BP,
    factors: input.factors,
    unit: { id: unit.id, headcount: unit.inputs.headcount, postMix: unit.inputs.postMix, score: unit.inputs.score },
    units: run.units.map(({ id: unitId, weight }) => ({ id: unitId, weight, ...boundsOf(input.people, unitId, run.lines) })),
    own: figures,
    unitMean: line.inputs.unitMean,
    freeFen,
    freeWeight: toExactText(freeWeight),
    lastFen: freeFen - Number(shares.reduce((total, { whole }) => total + whole, 0n)),
    remaindersAhead: own === undefined ? 0 : shares.filter((one) => isBefore(one, own)).length,
    held: line.held,
    unitShareFen: line.unitShareFen,
    fen: line.fen,
  }
}

type Share = { readonly id: string; readonly weight: Exact; readonly remainder: Exact }
const isBefore = (one: Share, own: Share): boolean =>
  (compare(one.remainder, own.remainder) || compare(one.weight, own.weight) || (one.id < own.id ? 1 : one.id > own.id ? -1 : 0)) > 0

/** As the pool bounds its units: together not below the lower bounds of their people, nor above their upper ones where all have them. */
function boundsOf(
  people: readonly PayPerson[],
  unit: string,
  lines: readonly { readonly person: string; readonly weight: ExactText }[],
): { lowerFen: number; upperFen?: number } {
  const weightOf = new Map(lines.map((line) => [line.person, line.weight]))
  const own = people.filter((one) => one.unit === unit).map((person) => ({ person, idle: isZero(weightOf.get(person.id) ?? '0') }))
  const lowerFen = own.reduce((total, { person }) => total + (person.lowerFen ?? 0), 0)
  const isCapped = own.length > 0 && own.every(({ person, idle }) => person.upperFen !== undefined || idle)
  const upperFen = own.reduce((total, { person, idle }) => total + (idle ? (person.lowerFen ?? 0) : (person.upperFen ?? 0)), 0)
  return { lowerFen, ...(isCapped && { upperFen }) }
}

export type LineDifference = 'unit-weight' | 'unit-share' | 'amount'

/** Works an amount out again from its ticket: the unit's weight, its share of the pool, the own weight, and the last fen. */
export function replayLine(ticket: LineTicket): readonly LineDifference[] {
  const differs: LineDifference[] = []
  const { unit, factors, own } = ticket
  const given = ticket.units.find((one) => one.id === unit.id)
  const unitFactor = unit.score === null ? exact(factors.unitWithoutScore ?? '1') : within(div(unit.score, 100), factors.unitScore)
  const weight = mul(mul(unit.headcount, unit.postMix), unitFactor)
  if (given && !isZero(given.weight) && compare(given.weight, weight) !== 0) differs.push('unit-weight')
  const reserve = (BigInt(ticket.poolFen) * BigInt(ticket.reserveBp)) / 10_000n
  const shared = apportion(
    ticket.poolFen - Number(reserve),
    ticket.units.map(({ id, ...claim }) => ({ key: id, ...claim })),
  )
  const share = shared.kind === 'refused' ? undefined : shared.shares.find((one) => one.key === unit.id)
  if (share?.fen !== ticket.unitShareFen) differs.push('unit-share')
  if (amountAgain(ticket, ownWeight(own, ticket)) !== ticket.fen) differs.push('amount')
  return differs
}

function ownWeight(own: LineTicket['own'], { factors, unitMean }: LineTicket): Exact {
  const grade = factors.grades.find((one) => one.grade === own.grade)?.factor ?? '0'
  const score =
    own.score === null
      ? exact(factors.personWithoutScore ?? '1')
      : within(unitMean === null || isZero(unitMean) ? exact(1) : div(own.score, unitMean), factors.personScore)
  return [own.postCoefficient, grade, own.attendance, own.time].reduce<Exact>((so, factor) => mul(so, factor), score)
}

function amountAgain(ticket: LineTicket, weight: Exact): number {
  const { own, held, freeFen, freeWeight, lastFen, remaindersAhead } = ticket
  if (held === 'at-lower') return own.lowerFen ?? 0
  if (held === 'at-upper') return own.upperFen ?? 0
  if (isZero(weight) || isZero(freeWeight)) return 0
  const whole = Number(floorToInteger(div(mul(weight, freeFen), freeWeight)))
  return whole + (remaindersAhead < lastFen ? 1 : 0)
}

const within = (value: Exact, { from, to }: { readonly from: Decimal; readonly to: Decimal }): Exact => add(max(from, min(to, value)), 0)
