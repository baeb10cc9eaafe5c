import type { PayInput, Tables } from './data.ts'
import { between, type Fraction, fraction, NOUGHT, over, plus, times, total, WHOLE } from './fraction.ts'
import { shareOut } from './people.ts'

/** Fen by person of an approved computation, worked out anew from its facts; null: it has bounds, which this audit does not know. */
export function payLines({ people, units, factors, poolFen, reserveBp }: PayInput): Map<string, bigint> | null {
  if (people.some(({ lowerFen, upperFen }) => lowerFen !== undefined || upperFen !== undefined)) return null
  const gradeFactor = new Map(factors.grades.map(({ grade, factor }) => [grade, fraction(factor)]))
  const held = (value: Fraction, { from, to }: { from: string; to: string }) => between(fraction(from), value, fraction(to))
  const claims = units.map((unit) => {
    const own = people.filter((person) => person.unit === unit.id)
    const scores = own.flatMap(({ score }) => (score === null ? [] : [fraction(score)]))
    const mean = scores.length === 0 ? null : over(total(scores), fraction(scores.length))
    const weighed = own.map((person) => {
      const relative =
        person.score === null
          ? fraction(factors.personWithoutScore ?? '1')
          : held(mean && mean.top !== 0n ? over(fraction(person.score), mean) : WHOLE, factors.personScore)
      const parts = [person.postCoefficient, person.attendance, person.time].map(fraction)
      return { key: person.id, weight: [...parts, gradeFactor.get(person.grade) ?? NOUGHT, relative].reduce(times, WHOLE) }
    })
    const heads = unit.headcount
      ? fraction(unit.headcount)
      : own.reduce((sum, one) => plus(sum, times(fraction(one.attendance), fraction(one.time))), NOUGHT)
    const score =
      unit.score === null ? fraction(factors.unitWithoutScore ?? '1') : held(over(fraction(unit.score), fraction(100)), factors.unitScore)
    const hasClaim = weighed.some(({ weight }) => weight.top !== 0n)
    return { key: unit.id, weighed, weight: hasClaim ? times(times(heads, fraction(unit.postMix)), score) : NOUGHT }
  })
  const pool = BigInt(poolFen)
  const shares = shareOut(pool - (pool * BigInt(reserveBp)) / 10_000n, claims)
  return new Map(claims.flatMap(({ key, weighed }) => [...shareOut(shares.get(key) ?? 0n, weighed)]))
}

/** What a computation took of scores and grades, against the tables: the employee or unit and what differs. */
export function staleInputs(tables: Tables, input: PayInput): string[] {
  const appraisalOf = new Map(tables.appraisals.map((one) => [one.person_id, one]))
  const unitCards = new Map(tables.cards.filter(({ kind }) => kind === 'unit').map((one) => [one.unit_id, one.card_id]))
  const official = new Map(tables.official.map((one) => [one.card_id, one.official]))
  const personOf = new Map(tables.people.map((one) => [one.no, one.person_id]))
  const people = input.people.flatMap(({ id, grade, score }) => {
    const appraisal = appraisalOf.get(personOf.get(id) ?? '')
    if (!appraisal) return []
    return appraisal.grade === grade && Number(appraisal.official) === Number(score) ? [] : [id]
  })
  const units = input.units.flatMap(({ id, score }) => {
    const unit = tables.units.find(({ code }) => code === id)
    const card = unitCards.get(unit?.unit_id ?? '')
    return card === undefined || official.get(card) === score ? [] : [id]
  })
  return [...people, ...units]
}
