import { parseExact, sign } from '@milepost/exact/exact'
import type { PayRefusal, PayRun, PayRunInput } from './payRun.ts'
import { refusalWords } from './payWords.ts'

/** Everything that can be wrong with a run before a fen is shared, the first fault first; null when it is sound. */
export function inputRefusal(run: PayRunInput): Extract<PayRun, { kind: 'refused' }> | null {
  for (const [because, at] of faultsOf(run)) {
    if (at.length > 0) return { kind: 'refused', because, amountFen: run.poolFen, at, text: refusalWords(because, run.poolFen, at) }
  }
  return null
}

function* faultsOf(run: PayRunInput): Generator<[PayRefusal, string[]]> {
  const { factors, units, people, poolFen, reserveBp = 0 } = run
  yield ['pool-not-whole-fen', Number.isSafeInteger(poolFen) && poolFen >= 0 ? [] : [String(poolFen)]]
  yield ['reserve-out-of-range', Number.isInteger(reserveBp) && reserveBp >= 0 && reserveBp <= 10000 ? [] : [String(reserveBp)]]
  yield ['same-unit-twice', doubles(units.map(({ id }) => id))]
  yield ['same-person-twice', doubles(people.map(({ id }) => id))]
  const odd = oddFigures(run)
  yield ['not-a-number', [...odd.unreadable]]
  yield ['negative-factor', [...odd.negative]]
  const [known, graded] = [new Set(units.map(({ id }) => id)), new Set(factors.grades.map(({ grade }) => grade))]
  yield ['unknown-unit', people.filter(({ unit }) => !known.has(unit)).map(({ id }) => id)]
  yield ['grade-without-factor', people.filter(({ grade }) => !graded.has(grade)).map(({ id }) => id)]
  yield [
    'unit-without-score',
    factors.unitWithoutScore === undefined ? units.filter(({ score }) => score === null).map(({ id }) => id) : [],
  ]
  yield [
    'person-without-score',
    factors.personWithoutScore === undefined ? people.filter(({ score }) => score === null).map(({ id }) => id) : [],
  ]
}

/** Figures repeat over people; each is read once. */
function kindOf(text: string): 'unreadable' | 'negative' | 'sound' {
  if (parseExact(text).kind === 'refused') return 'unreadable'
  return sign(text) < 0 ? 'negative' : 'sound'
}

function doubles(ids: readonly string[]): string[] {
  const seen = new Set<string>()
  return ids.filter((id) => seen.size === seen.add(id).size)
}

/** Where a figure cannot be read, and where one is below zero. */
function oddFigures({ factors, units, people }: PayRunInput) {
  const kinds = new Map<string, ReturnType<typeof kindOf>>()
  const odd = { unreadable: new Set<string>(), negative: new Set<string>() }
  const look = (at: string, text: string | null | undefined): void => {
    if (text === null || text === undefined) return
    let kind = kinds.get(text)
    if (kind === undefined) {
      kind = kindOf(text)
      kinds.set(text, kind)
    }
    if (kind !== 'sound') odd[kind].add(at)
  }
  for (const { grade, factor } of factors.grades) look(grade, factor)
  for (const text of [factors.unitScore.from, factors.unitScore.to, factors.unitWithoutScore]) look('unitScore', text)
  for (const text of [factors.personScore.from, factors.personScore.to, factors.personWithoutScore]) look('personScore', text)
  for (const { id, postMix, score, headcount } of units) for (const text of [postMix, score, headcount]) look(id, text)
  for (const { id, postCoefficient, attendance, time, score } of people) {
    look(id, postCoefficient)
    look(id, attendance)
    look(id, time)
    look(id, score)
  }
  return odd
}
