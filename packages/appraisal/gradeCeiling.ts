import type { Bilingual } from '@milepost/terms/bilingual'
import type { Citation } from './citation.ts'
import { type Day, dayNumber, yearOf } from './days.ts'
import type { Grade } from './grade.ts'

/** Sanctions of public-institution staff, and the party and organisational measures that touch the grade. */
export const sanctionKinds = [
  'warning',
  'demerit',
  'major-demerit',
  'lowered-post',
  'removal',
  'expulsion',
  'admonition',
  'organisational-handling',
  'party-discipline',
] as const
export type SanctionKind = (typeof sanctionKinds)[number]

/** The best outcome left. `ungraded`: a comment may be written, no grade is given. */
export type Ceiling = Exclude<Grade, 'excellent'> | 'ungraded'

/** One row of the institution's sanction table; `verified: false` in the citation is shown beside the ceiling. */
export type SanctionRule = {
  sanction: SanctionKind
  ceiling: Ceiling
  /** Which appraisal years it touches: that of the decision, also the next one, or every year its period reaches into. */
  reaches: 'year-of-decision' | 'year-of-decision-and-next' | 'while-in-force'
  citation: Citation
}

export type CeilingRules = {
  sanctions: readonly SanctionRule[]
  /** Ceilings from light to heavy, so that "the heavier effect counts" is a comparison and not a judgement. */
  lightToHeavy: readonly Ceiling[]
}

export type Sanction = { kind: SanctionKind; decidedOn: Day; inForceUntil: Day | null }

export type GradeCeiling =
  | { kind: 'none' }
  | { kind: 'ceiling'; ceiling: Ceiling; because: SanctionKind; citation: Citation; also: readonly SanctionKind[]; reason: Bilingual }
  /** A sanction the table has no row for: a person must decide. */
  | { kind: 'undefined'; because: 'sanction-without-rule'; sanction: SanctionKind }

/** The ceiling that a person's sanctions set for one appraisal year; of several the heaviest counts (Art. 43). */
export function gradeCeiling(sanctions: readonly Sanction[], year: number, rules: CeilingRules): GradeCeiling {
  const reaching: SanctionRule[] = []
  for (const sanction of sanctions) {
    const rule = rules.sanctions.find((each) => each.sanction === sanction.kind)
    if (!rule) return { kind: 'undefined', because: 'sanction-without-rule', sanction: sanction.kind }
    if (reachesYear(sanction, rule, year)) reaching.push(rule)
  }
  const heaviestFirst = reaching.toSorted((one, other) => weight(other.ceiling, rules) - weight(one.ceiling, rules))
  const [heaviest, ...also] = heaviestFirst
  if (!heaviest) return { kind: 'none' }
  const { ceiling, sanction, citation } = heaviest
  return { kind: 'ceiling', ceiling, because: sanction, citation, also: also.map((each) => each.sanction), reason: ceilingReasons[ceiling] }
}

function reachesYear(sanction: Sanction, rule: SanctionRule, year: number): boolean {
  const decided = yearOf(sanction.decidedOn)
  if (rule.reaches === 'year-of-decision') return year === decided
  if (rule.reaches === 'year-of-decision-and-next') return year === decided || year === decided + 1
  const until = sanction.inForceUntil === null ? Number.POSITIVE_INFINITY : dayNumber(sanction.inForceUntil)
  return year >= decided && until >= dayNumber(`${year}-01-01`)
}

function weight(ceiling: Ceiling, rules: CeilingRules): number {
  const place = rules.lightToHeavy.indexOf(ceiling)
  if (place < 0) throw new RangeError(`the order of ceilings has no ${ceiling}`)
  return place
}

const ceilingReasons: Readonly<Record<Ceiling, Bilingual>> = {
  qualified: { zh: '本年度不得确定为优秀', en: 'Not excellent this year' },
  basic: { zh: '本年度不得确定为合格及以上等次', en: 'Not qualified or above this year' },
  unqualified: { zh: '本年度不得确定为基本合格及以上等次', en: 'Not basically qualified or above this year' },
  ungraded: { zh: '本年度只写评语，不确定等次', en: 'Comment only this year, no grade' },
}
