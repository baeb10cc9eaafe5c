import { grade } from '@milepost/contract/appraise/appraisals'
import { reasonCode } from '@milepost/contract/appraise/calibration'
import { memberClass } from '@milepost/contract/appraise/decision'
import { GRADES, type GradeCode } from '@milepost/terms/grades'
import { z } from 'zod'
import type { Named } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { dayIn } from '../../platform/http/clock.ts'
import { type Block, dayInWords, form, heading, type Language, line, list, picking, signature, title } from '../../platform/papers/sheet.ts'
import { listChanges } from '../calibration/data.ts'
import { appraisalRows } from '../data.ts'
import { findDecision, listDecisionLines, listMembers } from '../decision/data.ts'
import { type StoredVote, storedVote } from '../decision/votes.ts'
import { wordsOf } from './words.ts'

type Change = {
  readonly name: string
  readonly from: GradeCode | null
  readonly to: GradeCode
  readonly reason: string
  readonly vote: StoredVote | null
  readonly recused: readonly string[]
}

/** What a committee met about, decided and changed. Before it decides there is what the calibration room changed. */
export type Minutes = {
  readonly decision: Decided | null
  readonly calibrated: readonly (Change & {
    readonly code: z.infer<typeof reasonCode>
    readonly changedBy: string
    readonly changedOn: string
    readonly present: readonly string[]
  })[]
}

type Decided = {
  readonly decidedOn: string
  readonly recordedBy: string
  readonly members: readonly { readonly name: string; readonly memberClass: z.infer<typeof memberClass>; readonly isPresent: boolean }[]
  readonly vote: StoredVote | null
  readonly text: string
  readonly grades: readonly GradeCode[]
  readonly changed: readonly Change[]
}

const names = z.array(z.string())

/** Who said what, where it was taken by name; totals alone say nothing of abstentions. */
function namedVotes(stored: unknown, named: Named): Pick<StoredVote, 'abstained' | 'names'> {
  const votes = storedVote.unwrap().shape.names.nullable().parse(stored) ?? []
  return {
    abstained: votes.filter((one) => one.says === 'abstained').length,
    names: votes.map((one) => ({ ...one, name: named(one.name) })),
  }
}

/** null: nothing has been changed or decided yet. */
export async function minutesOf(
  tx: Tx,
  institutionId: string,
  { cycleId, timeZone, named }: { readonly cycleId: string; readonly timeZone: string; readonly named: Named },
): Promise<Minutes | null> {
  const decision = await decidedOf(tx, institutionId, { cycleId, named })
  const calibrated = (await listChanges(tx, institutionId, cycleId)).map((one) => ({
    name: named(one.name),
    from: grade.nullable().parse(one.from_grade),
    to: grade.parse(one.to_grade),
    reason: one.reason,
    code: reasonCode.parse(one.reason_code),
    vote: { for: one.votes_for, against: one.votes_against, ...namedVotes(one.votes, named) },
    recused: names.parse(one.recused).map(named),
    changedBy: named(one.changed_by),
    present: names.parse(one.present).map(named),
    changedOn: dayIn(timeZone, one.changed_at),
  }))
  return decision === null && calibrated.length === 0 ? null : { decision, calibrated }
}

async function decidedOf(
  tx: Tx,
  institutionId: string,
  { cycleId, named }: { readonly cycleId: string; readonly named: Named },
): Promise<Decided | null> {
  const decision = await findDecision(tx, institutionId, cycleId)
  if (!decision) return null
  const rows = new Map((await appraisalRows(tx, institutionId, cycleId).execute()).map((row) => [row.appraisal_id, row]))
  const lines = await listDecisionLines(tx, institutionId, decision.decision_id)
  const members = await listMembers(tx, institutionId, cycleId)
  const votedAs = (stored: unknown): StoredVote | null => {
    const vote = storedVote.parse(stored)
    return vote && { ...vote, names: vote.names.map((one) => ({ ...one, name: named(one.name) })) }
  }
  const nameOf = (personId: string) => named(members.find((one) => one.person_id === personId)?.name ?? '')
  return {
    decidedOn: decision.decided_on,
    recordedBy: named(decision.recorded_by),
    members: members.map((one) => ({
      name: named(one.name),
      memberClass: memberClass.parse(one.member_class),
      isPresent: decision.present.some(({ personId }) => personId === one.person_id),
    })),
    vote: votedAs(decision.vote),
    text: decision.minutes,
    grades: lines.map((one) => grade.parse(one.grade)),
    changed: lines
      .filter((one) => one.reason_code !== 'as-proposed' || one.vote !== null || names.parse(one.recused).length > 0)
      .map((one) => ({
        name: named(rows.get(one.appraisal_id)?.name ?? ''),
        from: grade.nullable().parse(rows.get(one.appraisal_id)?.proposed_grade ?? null),
        to: grade.parse(one.grade),
        reason: one.reason,
        vote: votedAs(one.vote),
        recused: names.parse(one.recused).map(nameOf),
      })),
  }
}

/** 考核委员会会议纪要: who met, what was decided, every vote on one person, who stepped aside. */
export function minutesPaper(
  { minutes, institution, year }: { minutes: Minutes | null; institution: { zh: string; en: string }; year: number },
  language: Language,
): Block[] {
  const text = wordsOf(language)
  const pick = picking(language)
  if (minutes === null) return [title(text.minutesTitle(year)), line(text.noMinutes)]
  const { decision, calibrated } = minutes
  const label = (words: string) => ({ text: words, label: true as const })
  const wide = (words: string, said: string, least = 0.8) => ({ cells: [label(words), { text: said, span: 3 }], least })
  const named = (isPresent: boolean) =>
    (decision?.members ?? [])
      .filter((one) => one.isPresent === isPresent)
      .map((one) => text.memberAs(one.name, text.memberClasses[one.memberClass]))
      .join(text.listWord)
  const voted = (vote: StoredVote | null) =>
    vote === null
      ? text.noVote
      : [
          text.votes(vote.for, vote.against, vote.abstained),
          ...(vote.names.length === 0
            ? []
            : [vote.names.map((one) => `${one.name}${text.enclosed(text.said[one.says])}`).join(text.listWord)]),
        ].join(text.semicolon)
  const move = ({ from, to }: Change) =>
    from === null || from === to ? GRADES[to][language] : `${GRADES[from][language]} → ${GRADES[to][language]}`
  const aside = (one: Change) => one.recused.join(text.listWord) || '–'
  const changes =
    calibrated.length === 0
      ? line(text.noneCalibrated)
      : list(
          [16, 15, 23, 20, 11, 15],
          [text.name, text.grade, text.reason, text.voteOn, text.aside, text.recordedBy],
          calibrated.map((one) => [
            one.name,
            move(one),
            `${text.reasonCodes[one.code]}${text.colon}${one.reason}`,
            voted(one.vote),
            aside(one),
            `${one.changedBy}\n${one.changedOn}`,
          ]),
        )
  const signed = [
    form([18, 82], [{ cells: [label(text.membersSign), { text: '' }], least: 2.2 }]),
    ...signature(text.memberClasses.chair, language),
  ]
  const head = (named: string) => [title(named), line(`${text.unit}${text.colon}${pick(institution)}`)]
  if (decision === null)
    return [
      ...head(text.calibrationTitle(year)),
      line(`${text.present}${text.colon}${[...new Set(calibrated.flatMap((one) => one.present))].join(text.listWord)}`),
      heading(text.calibratedSoFar),
      changes,
      line(''),
      ...signed,
    ]
  return [
    ...head(text.minutesTitle(year)),
    form(
      [18, 32, 18, 32],
      [
        {
          cells: [
            label(text.meeting),
            { text: dayInWords(decision.decidedOn, language) },
            label(text.recordedBy),
            { text: decision.recordedBy },
          ],
        },
        wide(text.present, named(true)),
        wide(text.absent, named(false) || '–'),
        wide(text.voteOnAll, voted(decision.vote)),
        wide(text.minutesText, decision.text, 3),
      ],
    ),
    heading(text.decidedGrades),
    list(
      [50, 50],
      [text.grade, text.people],
      (Object.keys(GRADES) as GradeCode[]).map((one) => [
        GRADES[one][language],
        String(decision.grades.filter((given) => given === one).length),
      ]),
    ),
    heading(text.decidedApart),
    decision.changed.length === 0
      ? line(text.noneApart)
      : list(
          [18, 17, 27, 24, 14],
          [text.name, text.grade, text.reason, text.voteOn, text.aside],
          decision.changed.map((one) => [
            one.name,
            move(one),
            one.reason || '–',
            one.vote === null && decision.vote !== null ? text.inVoteOnAll : voted(one.vote),
            aside(one),
          ]),
        ),
    heading(text.calibrated),
    changes,
    line(''),
    ...signed,
  ]
}
