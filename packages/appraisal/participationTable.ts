import type { Bilingual } from '@milepost/terms/bilingual'
import type { ParticipationFacts, ParticipationRow } from './participationFacts.ts'
import { participationRows } from './participationFacts.ts'
import { participationReasons } from './participationReasons.ts'
import type { CommentVerdict, Grader, GradeVerdict, MissingFact, ParticipationUnknown } from './participationVerdict.ts'

/** `settles` ends the reading of grades; `limits` sets a ceiling and reads on; `says-how` only names who grades, or in which posts. */
type RowKind = 'settles' | 'limits' | 'says-how'

type RowEffect = {
  kind: RowKind
  takesPart: boolean
  comment: CommentVerdict
  grade: GradeVerdict
  inSeatBase: boolean
  grader?: (facts: ParticipationFacts, halfYearDays: number) => Grader
  reason: (halfYearDays: number) => Bilingual
}

const graded = { takesPart: true, comment: 'yes', grade: 'graded', inSeatBase: true } as const
const commentOnly = { kind: 'settles', takesPart: true, comment: 'yes', grade: 'none', inSeatBase: true } as const

/** What each row of the decision table means once it holds. */
export const rowEffects: Readonly<Record<ParticipationRow, RowEffect>> = {
  'other-track': {
    kind: 'settles',
    takesPart: false,
    comment: 'no',
    grade: 'elsewhere',
    inSeatBase: false,
    reason: participationReasons['other-track'],
  },
  refuses: {
    kind: 'settles',
    takesPart: false,
    comment: 'no',
    grade: 'unqualified',
    inSeatBase: true,
    reason: participationReasons.refuses,
  },
  'under-investigation': {
    kind: 'settles',
    takesPart: true,
    comment: 'no',
    grade: 'none-yet',
    inSeatBase: true,
    reason: participationReasons['under-investigation'],
  },
  sanctioned: {
    kind: 'limits',
    takesPart: true,
    comment: 'by-sanction-rules',
    grade: 'within-ceiling',
    inSeatBase: true,
    reason: participationReasons.sanctioned,
  },
  'first-job-short': { ...commentOnly, reason: participationReasons['first-job-short'] },
  'short-service': { ...commentOnly, reason: participationReasons['short-service'] },
  'long-leave': { ...commentOnly, comment: 'not-excluded', reason: participationReasons['long-leave'] },
  'maternity-leave': { ...graded, kind: 'settles', reason: participationReasons['maternity-leave'] },
  'joined-this-year': {
    ...graded,
    kind: 'says-how',
    grader: () => ({ by: 'home', hears: 'former-unit' }),
    reason: participationReasons['joined-this-year'],
  },
  seconded: {
    ...graded,
    kind: 'says-how',
    grader: (facts, halfYearDays) =>
      facts.posting.kind === 'secondment' && (facts.posting.daysAtHost ?? 0) > halfYearDays
        ? { by: 'host', hears: 'home' }
        : { by: 'home', hears: 'host' },
    reason: participationReasons.seconded,
  },
  sent: { ...graded, kind: 'says-how', grader: () => ({ by: 'home', hears: 'host' }), reason: participationReasons.sent },
  'two-posts': { ...graded, kind: 'says-how', reason: participationReasons['two-posts'] },
  ordinary: { ...graded, kind: 'settles', reason: participationReasons.ordinary },
}

type Answer = boolean | readonly MissingFact[]

/** Whether a sum of days is below the limit; decided as soon as the known part decides it, else the days that are missing. */
function isBelow(days: Partial<Record<MissingFact, number | null>>, limit: number): Answer {
  const known = Object.values(days).reduce<number>((sum, each) => sum + (each ?? 0), 0)
  const missing = missingOf(days)
  return known >= limit ? false : missing.length > 0 ? missing : true
}

/** Whether a sum of days is above the limit. */
function isAbove(days: Partial<Record<MissingFact, number | null>>, limit: number): Answer {
  const known = Object.values(days).reduce<number>((sum, each) => sum + (each ?? 0), 0)
  const missing = missingOf(days)
  return known > limit ? true : missing.length > 0 ? missing : false
}

const factNames: readonly MissingFact[] = ['daysHere', 'daysElsewhere', 'sick', 'personal', 'study', 'maternity', 'daysAtHost']

function missingOf(days: Partial<Record<MissingFact, number | null>>): readonly MissingFact[] {
  return factNames.filter((name) => days[name] === null)
}

const conditions: Readonly<Record<ParticipationRow, (facts: ParticipationFacts, halfYear: number) => Answer>> = {
  'other-track': ({ track }) => track !== 'staff',
  refuses: ({ refusesAfterTalks }) => refusesAfterTalks,
  'under-investigation': ({ investigation }) => investigation.state === 'open',
  sanctioned: ({ sanctioned, investigation }) => sanctioned || (investigation.state === 'closed' && investigation.sanction !== null),
  'first-job-short': ({ firstJob, daysHere }, halfYear) => firstJob && isBelow({ daysHere }, halfYear),
  'short-service': ({ firstJob, daysHere, daysElsewhere }, halfYear) => !firstJob && isBelow({ daysHere, daysElsewhere }, halfYear),
  'long-leave': ({ leaveDays: { sick, personal, study } }, halfYear) => isAbove({ sick, personal, study }, halfYear),
  'maternity-leave': ({ leaveDays: { maternity } }, halfYear) => isAbove({ maternity }, halfYear),
  'joined-this-year': ({ firstJob, daysElsewhere }) => !firstJob && isAbove({ daysElsewhere }, 0),
  seconded: ({ posting }) => posting.kind === 'secondment' && (posting.daysAtHost === null ? ['daysAtHost'] : true),
  sent: ({ posting }) => posting.kind === 'sent',
  'two-posts': ({ holdsTwoPosts }) => holdsTwoPosts,
  ordinary: () => true,
}

/** The rows that hold, in table order. After a row that settles the grade only the rows on how it is given are read, and only if one is given. */
export function matchingRows(
  facts: ParticipationFacts,
  halfYear: number,
): { kind: 'matched'; rows: readonly ParticipationRow[] } | ParticipationUnknown {
  const rows: ParticipationRow[] = []
  let isSettled = false
  let isGraded = true
  for (const row of participationRows) {
    const { kind, grade } = rowEffects[row]
    if (!isGraded || (isSettled && kind !== 'says-how') || (row === 'ordinary' && rows.length > 0)) continue
    const answer = conditions[row](facts, halfYear)
    if (typeof answer !== 'boolean') return { kind: 'undefined', because: 'missing-fact', row, facts: answer }
    if (!answer) continue
    rows.push(row)
    isSettled ||= kind === 'settles'
    isGraded = grade === 'graded' || grade === 'within-ceiling'
  }
  return { kind: 'matched', rows }
}
