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
  const figures = figuresOf(run)
  const kinds = new Map(figures.map(({ text }) => [text, '']))
  for (const text of kinds.keys()) kinds.set(text, kindOf(text))
  yield ['not-a-number', where(figures, (text) => kinds.get(text) === 'unreadable')]
  yield ['negative-factor', where(figures, (text) => kinds.get(text) === 'negative')]
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

type Placed = { at: string; text: string }
const where = (figures: readonly Placed[], fault: (text: string) => boolean): string[] => [
  ...new Set(figures.filter(({ text }) => fault(text)).map(({ at }) => at)),
]

function figuresOf({ factors, units, people }: PayRunInput): Placed[] {
  const place = (at: string, texts: (string | null | undefined)[]): Placed[] =>
    texts.flatMap((text) => (text === null || text === undefined ? [] : [{ at, text }]))
  return [
    ...factors.grades.flatMap(({ grade, factor }) => place(grade, [factor])),
    ...place('unitScore', [factors.unitScore.from, factors.unitScore.to, factors.unitWithoutScore]),
    ...place('personScore', [factors.personScore.from, factors.personScore.to, factors.personWithoutScore]),
    ...units.flatMap(({ id, postMix, score, headcount }) => place(id, [postMix, score, headcount])),
    ...people.flatMap(({ id, postCoefficient, attendance, time, score }) => place(id, [postCoefficient, attendance, time, score])),
  ]
}
