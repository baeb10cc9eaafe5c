import { div, floorToInteger, mul, sum } from '@milepost/exact/exact'
import { toDecimalString, toExactText } from '@milepost/exact/rounding'
import type { PayPerson, PayRunInput, PayUnit } from '@milepost/pay/payRun'
import { z } from 'zod'
import { grade } from '../appraise/appraisals.ts'
import { bilingual, id } from '../fields.ts'
import { absenceKind, engineFactors, type PaySettings, UNDECIDED } from './factors.ts'
import { fenOfYuan } from './money.ts'

/** A unit that receives a share: one with an official score of its own, with everybody below it that has none. */
export const basisUnit = z.object({
  unitId: id,
  code: z.string(),
  name: bilingual,
  /** Official; null: none, or a provisional one, which may not be used for pay. */
  score: z.string().nullable(),
  provisional: z.boolean(),
})

export const basisPerson = z.object({
  personId: id,
  employeeNo: z.string(),
  name: z.string(),
  /** Code of the unit whose share the line comes from. */
  payUnit: z.string(),
  /** Where the person stands. */
  unit: bilingual,
  post: bilingual,
  /** Heads a unit: the group whose pay is looked at against the mean. */
  leads: z.boolean(),
  postCoefficient: z.string(),
  grade: grade.nullable(),
  /** How the year before ended, to try a pool out on before anybody is graded; null: not known. */
  lastGrade: grade.nullable(),
  isFinal: z.boolean(),
  score: z.string().nullable(),
  /** Calendar days employed in the cycle, of the days of the cycle. */
  serviceDays: z.int(),
  cycleDays: z.int(),
  /** Working days in service, and those of them absent, by kind. */
  dueDays: z.int(),
  absentDays: z.partialRecord(absenceKind, z.int()),
})

/** Everything a pool is shared out by, as the earlier rooms have fixed it. */
export const payBasis = z.object({
  units: z.array(basisUnit),
  people: z.array(basisPerson),
  /** The official score run of the unit scores. */
  run: z.object({ runId: id, revision: z.int() }).nullable(),
  /** A year without a working calendar: absences cannot be counted. */
  calendarMissing: z.int().nullable(),
})

export type PayBasis = z.infer<typeof payBasis>
export type BasisPerson = z.infer<typeof basisPerson>

export type PayAmounts = { readonly amountFen: number; readonly reserveBp: number }

/** Absent working days that count under the settings. */
export const absentDaysCounted = ({ absentDays }: Pick<BasisPerson, 'absentDays'>, { absencesCounted }: PaySettings): number =>
  absencesCounted.reduce((days, kind) => days + (absentDays[kind] ?? 0), 0)

/** What the engine takes: the same in the browser, where a pool is tried out, and on the server, where it is computed. */
export function payRunInput(
  basis: Pick<PayBasis, 'units' | 'people'>,
  { amounts, settings, mustCut }: { amounts: PayAmounts; settings: PaySettings; mustCut: Parameters<typeof engineFactors>[1] },
): PayRunInput {
  const factors = engineFactors(settings, mustCut)
  const leaderMostFen = leadersCapFen(basis.people.length, amounts, settings)
  const undecided = basis.people.some((person) => person.grade === null)
  const mixes = postMixes(basis)
  const shares = sharesOnce()
  return {
    poolFen: amounts.amountFen,
    reserveBp: amounts.reserveBp,
    factors: { ...factors, grades: [...factors.grades, ...(undecided ? [{ grade: UNDECIDED, factor: '1' }] : [])] },
    units: basis.units.map(
      (unit): PayUnit => ({ id: unit.code, name: unit.name, postMix: mixes.get(unit.code) ?? '1', score: unit.score }),
    ),
    people: basis.people.map(
      (person): PayPerson => ({
        id: person.employeeNo,
        name: person.name,
        unit: person.payUnit,
        postCoefficient: person.postCoefficient,
        grade: person.grade ?? UNDECIDED,
        attendance: shares(daysAttended(person, settings), person.dueDays),
        time: shares(person.serviceDays, person.cycleDays),
        score: person.score,
        ...boundsOf(person, { settings, mustCut, leaderMostFen }),
      }),
    ),
  }
}

/** The most holds for everybody; the least for those who were there all the time and whose grade is not cut. */
function boundsOf(
  person: BasisPerson,
  {
    settings,
    mustCut,
    leaderMostFen,
  }: { settings: PaySettings; mustCut: Parameters<typeof engineFactors>[1]; leaderMostFen: number | null },
): Pick<PayPerson, 'lowerFen' | 'upperFen'> {
  const { personLeast, personMost } = settings
  const isCut = person.grade !== null && mustCut.includes(person.grade)
  const isWhole = daysAttended(person, settings) >= person.dueDays && person.serviceDays >= person.cycleDays
  return {
    ...(personLeast !== null && !isCut && isWhole ? { lowerFen: fenOfYuan(personLeast) } : {}),
    ...upperOf(personMost === null ? null : fenOfYuan(personMost), person.leads ? leaderMostFen : null),
  }
}

const upperOf = (...most: readonly (number | null)[]): { upperFen?: number } => {
  const known = most.flatMap((fen) => (fen === null ? [] : [fen]))
  return known.length === 0 ? {} : { upperFen: Math.min(...known) }
}

/**
 * The most a head of a unit receives: so many times the mean of all. What is shared out and among how many is known beforehand, so the
 * mean is too, however the shares fall; what is cut off goes to the others.
 */
function leadersCapFen(people: number, { amountFen, reserveBp }: PayAmounts, { leadersMost }: PaySettings): number | null {
  if (leadersMost === null || people === 0) return null
  const shared = amountFen - Number((BigInt(amountFen) * BigInt(reserveBp)) / 10_000n)
  return Number(floorToInteger(div(mul(leadersMost, shared), people)))
}

/** Mean post coefficient of each unit's people, four places. */
function postMixes({ people }: Pick<PayBasis, 'people'>): ReadonlyMap<string, string> {
  const ofUnit = new Map<string, string[]>()
  for (const { payUnit, postCoefficient } of people) {
    const own = ofUnit.get(payUnit)
    if (own) own.push(postCoefficient)
    else ofUnit.set(payUnit, [postCoefficient])
  }
  return new Map([...ofUnit].map(([code, own]) => [code, toDecimalString(div(sum(own), own.length), 4)]))
}

const daysAttended = (person: BasisPerson, settings: PaySettings): number =>
  Math.max(0, person.dueDays - absentDaysCounted(person, settings))

/** Shares of whole days as exact text; the same share is worked out once. */
function sharesOnce(): (part: number, whole: number) => string {
  const known = new Map<string, string>()
  return (part, whole) => {
    if (whole === 0 || part >= whole) return '1'
    const key = `${part}/${whole}`
    const found = known.get(key)
    if (found) return found
    const text = toExactText(div(part, whole))
    known.set(key, text)
    return text
  }
}
