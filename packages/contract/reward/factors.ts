import { compare } from '@milepost/exact/exact'
import type { PayFactors } from '@milepost/pay/factors'
import { type FactorFinding, lintFactors } from '@milepost/pay/lintFactors'
import { yuan } from '@milepost/pay/yuan'
import type { Bilingual } from '@milepost/terms/bilingual'
import { GRADES } from '@milepost/terms/grades'
import { z } from 'zod'
import { grade } from '../appraise/appraisals.ts'
import { decimal } from '../fields.ts'
import { fenOfYuan, yuanTyped } from './money.ts'

const clip = z.object({ from: decimal, to: decimal })
export const absenceKind = z.enum(['sick', 'personal', 'study', 'maternity', 'other'])

/** The settings of a pool that decide who receives how much. They start as the library's and belong to the institution. */
export const paySettings = z.object({
  /** Best grade first. */
  grades: z.array(z.object({ grade, factor: decimal })).length(grade.options.length),
  /** Unit score / 100 is held between these. */
  unitScore: clip,
  /** Person score / mean of the unit is held between these. */
  personScore: clip,
  /** Agreed for a unit or a person without an official score; null: the computation is refused and they are listed. */
  unitWithoutScore: decimal.nullable(),
  personWithoutScore: decimal.nullable(),
  /** Yuan. Nobody who was there all year and whose grade is not cut receives less; null: no such bound. */
  personLeast: yuanTyped.nullable().default(null),
  /** Yuan. Nobody receives more; null: no such bound. */
  personMost: yuanTyped.nullable().default(null),
  /** Heads of units receive at most so many times the mean of all; null: no such bound. */
  leadersMost: decimal.nullable().default(null),
  /** Absences of these kinds lower the attendance. */
  absencesCounted: z.array(absenceKind).max(absenceKind.options.length),
})

export type PaySettings = z.infer<typeof paySettings>
export type AbsenceKind = z.infer<typeof absenceKind>
type Grade = z.infer<typeof grade>

/** The code of somebody whose grade has not been decided: computed with factor 1 so that a pool can be tried out, never approved. */
export const UNDECIDED = 'undecided'

/** What the engine takes. `mustCut`: grades whose pay the rules cut. */
export function engineFactors(settings: PaySettings, mustCut: readonly Grade[]): PayFactors {
  const { unitScore, personScore, unitWithoutScore, personWithoutScore } = settings
  return {
    grades: settings.grades.map(({ grade: code, factor }) => ({
      grade: code,
      factor,
      ...(mustCut.includes(code) ? { mustCut: true } : {}),
    })),
    unitScore,
    personScore,
    ...(unitWithoutScore === null ? {} : { unitWithoutScore }),
    ...(personWithoutScore === null ? {} : { personWithoutScore }),
  }
}

const PLACES: Readonly<Record<string, Bilingual>> = {
  ...GRADES,
  unitScore: { zh: '单位绩效系数', en: 'the unit factor' },
  personScore: { zh: '个人绩效系数', en: 'the score factor' },
}

/** What is wrong with the factors, or odd, with the places called by their names. "Not graded" is no rung of the ladder of grades and is looked at alone. */
export function factorFindings(settings: PaySettings, mustCut: readonly Grade[]): FactorFinding[] {
  const factors = engineFactors(settings, mustCut)
  const isRung = ({ grade: code }: { grade: string }) => code !== 'ungraded'
  const alone = lintFactors({ ...factors, grades: factors.grades.filter((one) => !isRung(one)) }).filter(({ at }) => at === 'ungraded')
  const found = [...lintFactors({ ...factors, grades: factors.grades.filter(isRung) }), ...alone].map((finding) => {
    const { at, message } = finding
    const name = PLACES[at] ?? { zh: at, en: at }
    return { ...finding, message: { zh: message.zh.replaceAll(at, name.zh), en: message.en.replaceAll(at, name.en) } }
  })
  const { personLeast, personMost } = settings
  const crossed = personLeast !== null && personMost !== null && fenOfYuan(personLeast) > fenOfYuan(personMost)
  const { leadersMost } = settings
  return [
    ...found,
    ...(crossed ? [BOUNDS_CROSSED] : []),
    ...(leadersMost !== null && compare(leadersMost, 1) < 0 ? [LEADERS_BELOW_MEAN] : []),
  ]
}

export type PoolFinding = Omit<FactorFinding, 'code'> & { code: FactorFinding['code'] | 'least-above-pool' }

/** What is wrong with the settings of a pool, its amounts included: the least a person receives may not be above all there is to share. Needs nobody to share among. */
export function poolFindings(
  settings: PaySettings,
  { amountFen, reserveBp }: { readonly amountFen: number; readonly reserveBp: number },
  mustCut: readonly Grade[],
): PoolFinding[] {
  const shared = amountFen - Number((BigInt(amountFen) * BigInt(reserveBp)) / 10_000n)
  const { personLeast } = settings
  const isAbove = personLeast !== null && fenOfYuan(personLeast) > shared
  return [...factorFindings(settings, mustCut), ...(isAbove ? [leastAbovePool(fenOfYuan(personLeast), shared)] : [])]
}

const leastAbovePool = (leastFen: number, sharedFen: number): PoolFinding => ({
  code: 'least-above-pool',
  severity: 'blocks',
  at: 'personLeast',
  message: {
    zh: `每人最低 ${yuan(leastFen)} 元，高于可分配的全部 ${yuan(sharedFen)} 元（总额减预留），一个人也不够发：请降低每人最低，或核增总额`,
    en: `The least a person receives, ${yuan(leastFen)} yuan, is above all there is to share, ${yuan(sharedFen)} yuan (total less reserve), not enough for one person: lower the least, or have a larger total approved`,
  },
})

const LEADERS_BELOW_MEAN: FactorFinding = {
  code: 'clip-upside-down',
  severity: 'blocks',
  at: 'leadersMost',
  message: { zh: '部门负责人的上限低于全员平均', en: 'The most a head of a unit may receive is below the mean of all' },
}

const BOUNDS_CROSSED: FactorFinding = {
  code: 'clip-upside-down',
  severity: 'blocks',
  at: 'personLeast',
  message: { zh: '每人最低数额高于最高数额', en: 'The least amount a person may receive is above the most' },
}
