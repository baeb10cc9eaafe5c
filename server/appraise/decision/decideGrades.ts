import { recusedFor } from '@milepost/appraisal/committee'
import type { CommitteeVote } from '@milepost/appraisal/committeeVote'
import { type DecisionFinding, type DecisionLine, decisionFindings } from '@milepost/appraisal/decisionCheck'
import { lowerGrade, type Outcome } from '@milepost/appraisal/grade'
import { participation } from '@milepost/contract/appraise/appraisals'
import { decideGrades, memberClass } from '@milepost/contract/appraise/decision'
import type { InputOf } from '@milepost/contract/endpoint'
import { type InvalidField, Refusal } from '@milepost/contract/refusals'
import { z } from 'zod'
import { findCycle } from '../../institution/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { type AppraisalRow, appraisalRows, isDecided, lockCycle } from '../data.ts'
import { readCeilings } from '../record/ceilings.ts'
import { listHearings } from '../record/standingData.ts'
import { tiesInForce } from '../record/tiesData.ts'
import { rulesOf } from '../rulePack.ts'
import { latestSeatRun } from '../seats/data.ts'
import { keepLedger } from '../seats/keepLedger.ts'
import { findDecision, insertDecision, listMembers } from './data.ts'
import { findingsInWords } from './findingsInWords.ts'
import { voteFault, voteStored } from './votes.ts'

const verdict = z.enum(['graded', 'within-ceiling', 'unqualified', 'none', 'none-yet', 'elsewhere'])

/** The collective decision: named people, present and not recused, under the cap, with a reason wherever it differs from the proposal. */
export const decideGradesRoute = serve(decideGrades, {
  run: async ({ tx, institutionId, input, library, actor, now, today, audit }) => {
    await lockCycle(tx, institutionId, input.cycleId)
    const all = await appraisalRows(tx, institutionId, input.cycleId).execute()
    // what is decided stands; after a reopening only the reopened are decided
    const rows = new Map(all.flatMap((row) => (isDecided(row.state) ? [] : [[row.appraisal_id, row] as const])))
    if (rows.size === 0 && all.length > 0) {
      const standing = await findDecision(tx, institutionId, input.cycleId)
      throw new Refusal('grades-already-decided', standing ? { on: standing.decided_on, by: standing.recorded_by } : {})
    }
    const excellentBefore = all.filter((row) => isDecided(row.state) && row.grade === 'excellent').length
    const seats = await latestSeatRun(tx, institutionId, input.cycleId)
    // every grade is proposed on the scores as they stand, or the seats are computed again first
    if (!seats || [...rows.values()].some((row) => row.state !== 'proposed')) throw new Refusal('seats-not-computed')
    const members = (await listMembers(tx, institutionId, input.cycleId)).map((row) => ({
      person: row.person_id,
      name: row.name,
      memberClass: memberClass.parse(row.member_class),
    }))
    const cycle = await findCycle(tx, institutionId, input.cycleId)
    if (!cycle) throw new Refusal('not-found')
    const ceilingOf = await readCeilings(tx, institutionId, { cycle, library })
    const ties = await tiesInForce(tx, institutionId)
    const heard = new Set((await listHearings(tx, institutionId, input.cycleId)).map((one) => one.appraisal_id))
    const lines = input.lines.flatMap((line) => {
      const row = rows.get(line.appraisalId)
      if (!row) return []
      const recused = recusedFor(row.person_id, members, ties)
      return [{ ...line, row, outcome: outcomeOf(line), recused, deciders: input.present.filter((person) => !recused.includes(person)) }]
    })
    const findings = decisionFindings(
      {
        minutes: input.minutes,
        members,
        present: input.present,
        ties,
        lines: lines.map(({ row, outcome, deciders }): DecisionLine => {
          const ceiling = ceilingOf(row.person_id)
          return {
            person: row.person_id,
            outcome,
            verdict: verdict.parse(row.participation),
            ceiling: ceiling.kind === 'ceiling' ? ceiling.ceiling : null,
            deciders,
          }
        }),
        cap: { people: seats.base_count, basisPoints: seats.rate_bp },
        excellentBefore,
      },
      rulesOf(library, cycle.endsOn).committee,
    )
    const votes = votesOf(input, lines, members)
    refuseFaults(findings, { lines, given: input.lines.length, rows, heard, inFuture: input.decidedOn > today, votes: votes.faults })
    const decisionId = newId()
    await insertDecision(tx, {
      institutionId,
      decisionId,
      cycleId: input.cycleId,
      decidedOn: input.decidedOn,
      minutes: input.minutes,
      vote: votes.whole,
      present: members.filter((one) => input.present.includes(one.person)).map((one) => ({ personId: one.person, name: one.name })),
      by: actor.name,
      at: now,
      lines: lines.map(({ appraisalId, outcome, secondGrade, reason, recused, row, vote }) => ({
        appraisalId,
        grade: outcome,
        secondGrade: secondGrade === 'ungraded' ? null : (secondGrade ?? null),
        reasonCode: outcome === row.proposed_grade ? 'as-proposed' : 'committee',
        reason,
        recused,
        vote: vote ? voteStored(vote, members) : null,
      })),
    })
    await keepLedger(tx, institutionId, input.cycleId)
    const excellent = lines.filter((line) => line.outcome === 'excellent').length
    audit({
      kind: 'decision',
      id: decisionId,
      detail: {
        cycleId: input.cycleId,
        decidedOn: input.decidedOn,
        decided: lines.length,
        excellent,
        seats: seats.seats,
        present: members.filter((one) => input.present.includes(one.person)).map((one) => one.name),
        steppedAside: lines.flatMap(({ row, recused }) =>
          recused.length === 0
            ? []
            : [{ about: row.name, members: members.filter((one) => recused.includes(one.person)).map((one) => one.name) }],
        ),
        grades: lines.map(({ appraisalId, outcome, reason }) => ({ appraisalId, grade: outcome, ...(reason === '' ? {} : { reason }) })),
      },
    })
    return { decisionId, decided: lines.length, excellent, seats: seats.seats }
  },
})

type Chosen = Pick<InputOf<typeof decideGrades>['lines'][number], 'grade' | 'secondGrade'>

/** Art. 39: of two posts the lower grade counts. */
function outcomeOf({ grade, secondGrade }: Chosen): Outcome {
  if (!secondGrade || grade === 'ungraded' || secondGrade === 'ungraded') return grade
  return lowerGrade(grade, secondGrade)
}

type Line = Chosen & { appraisalId: string; outcome: Outcome; reason: string; row: AppraisalRow }
type Given = {
  readonly lines: readonly Line[]
  /** How many lines were sent. */
  readonly given: number
  readonly rows: ReadonlyMap<string, AppraisalRow>
  /** Appraisals for which the former unit or the host has been heard. */
  readonly heard: ReadonlySet<string>
  readonly inFuture: boolean
  readonly votes: readonly InvalidField[]
}

/** Every fault at once, each at its line; a grade other than the one proposed needs its reason; nobody may be left out. */
function refuseFaults(findings: readonly DecisionFinding[], { lines, given, rows, heard, inFuture, votes }: Given): void {
  const at = new Map(lines.map((line, index) => [line.row.person_id, index]))
  const nameOf = new Map([...rows.values()].map((row) => [row.person_id, row.name]))
  const fields: InvalidField[] = findingsInWords(findings, nameOf).map(({ place, person, text }) => ({
    pointer: place === 'line' ? `/lines/${at.get(person ?? '') ?? 0}/grade` : `/${place}`,
    ...text,
  }))
  fields.push(...votes)
  if (inFuture) fields.push({ pointer: '/decidedOn', zh: '会议日期不能晚于今天。', en: 'The day of the meeting lies in the future.' })
  for (const [index, line] of lines.entries()) {
    fields.push(...faultsOfLine(line, index, heard))
    if (line.outcome !== line.row.proposed_grade && line.reason.length < 5) {
      fields.push({
        pointer: `/lines/${index}/reason`,
        zh: `“${line.row.name}”的等次与建议不同，请写明理由（至少 5 字）。`,
        en: `The grade of “${line.row.name}” differs from the proposal: give the reason (at least 5 characters).`,
      })
    }
  }
  const missing = [...rows.values()].filter((row) => !lines.some((line) => line.appraisalId === row.appraisal_id))
  for (const row of missing)
    fields.push({ pointer: '/lines', zh: `缺少“${row.name}”的等次。`, en: `The grade of “${row.name}” is missing.` })
  if (lines.length < given)
    fields.push({ pointer: '/lines', zh: '有不属于本周期的考核记录。', en: 'Some lines do not belong to this cycle.' })
  if (fields.length > 0) throw new Refusal('decision-not-valid', { count: fields.length }, fields)
}

type Named = { readonly person: string; readonly name: string }
type Voted = { readonly vote?: CommitteeVote | null | undefined; readonly deciders: readonly string[] }

/** Votes are taken among those present; on one person, among those who need not step aside for that person. */
function votesOf(
  input: { present: readonly string[]; vote?: CommitteeVote | null | undefined },
  lines: readonly Voted[],
  members: readonly Named[],
) {
  const here = members.filter((one) => input.present.includes(one.person))
  const wrong = input.vote ? voteFault(input.vote, here, members) : null
  const faults = wrong ? [{ pointer: '/vote', ...wrong }] : []
  for (const [index, { vote, deciders }] of lines.entries()) {
    const found = vote
      ? voteFault(
          vote,
          here.filter((one) => deciders.includes(one.person)),
          members,
        )
      : null
    if (found) faults.push({ pointer: `/lines/${index}/vote`, ...found })
  }
  return { faults, whole: input.vote ? voteStored(input.vote, members) : null }
}

/** What the articles on moved people ask for: both posts graded (39), the other unit heard (37, 38). */
function faultsOfLine(line: Line, index: number, heard: ReadonlySet<string>): InvalidField[] {
  const { row } = line
  const fields: InvalidField[] = []
  const needsSecond = row.second_post_id !== null && line.grade !== 'ungraded'
  if (needsSecond && (!line.secondGrade || line.secondGrade === 'ungraded'))
    fields.push({
      pointer: `/lines/${index}/secondGrade`,
      zh: `“${row.name}”任两个岗位，请分别确定等次（第39条）。`,
      en: `“${row.name}” holds two posts: grade both (Art. 39).`,
    })
  if (!row.second_post_id && line.secondGrade)
    fields.push({
      pointer: `/lines/${index}/secondGrade`,
      zh: `“${row.name}”只有一个岗位，不应有第二个等次。`,
      en: `“${row.name}” holds one post: there is no second grade.`,
    })
  const { grader, citations } = participation.parse(row.participation_rule)
  if (grader.hears !== 'nobody' && line.grade !== 'ungraded' && !heard.has(row.appraisal_id)) {
    const article = citations.at(-1)?.article ?? ''
    fields.push({
      pointer: `/lines/${index}/grade`,
      zh: `确定“${row.name}”的等次前，应听取原单位或挂职单位意见并登记（第${article}条）。`,
      en: `Before “${row.name}” is graded, the former unit or the host is heard and that put on record (Art. ${article}).`,
    })
  }
  return fields
}
