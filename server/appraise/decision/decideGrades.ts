import { recusedFor } from '@milepost/appraisal/committee'
import { type DecisionFinding, type DecisionLine, decisionFindings } from '@milepost/appraisal/decisionCheck'
import { decideGrades, memberClass } from '@milepost/contract/appraise/decision'
import { type InvalidField, Refusal } from '@milepost/contract/refusals'
import { z } from 'zod'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { type AppraisalRow, appraisalRows, lockCycle } from '../data.ts'
import { rulesOf } from '../rulePack.ts'
import { latestSeatRun } from '../seats/data.ts'
import { insertDecision, listMembers } from './data.ts'
import { findingsInWords } from './findingsInWords.ts'

const verdict = z.enum(['graded', 'within-ceiling', 'unqualified', 'none', 'none-yet', 'elsewhere'])

/** The collective decision: named people, present and not recused, under the cap, with a reason wherever it differs from the proposal. */
export const decideGradesRoute = serve(decideGrades, {
  run: async ({ tx, institutionId, input, library, actor, now, today, audit }) => {
    await lockCycle(tx, institutionId, input.cycleId)
    const rows = new Map((await appraisalRows(tx, institutionId, input.cycleId).execute()).map((row) => [row.appraisal_id, row]))
    if ([...rows.values()].some((row) => row.state === 'decided' || row.state === 'final')) throw new Refusal('grades-already-decided')
    const seats = await latestSeatRun(tx, institutionId, input.cycleId)
    // every grade is proposed on the scores as they stand, or the seats are computed again first
    if (!seats || [...rows.values()].some((row) => row.state !== 'proposed')) throw new Refusal('seats-not-computed')
    const members = (await listMembers(tx, institutionId, input.cycleId)).map((row) => ({
      person: row.person_id,
      name: row.name,
      memberClass: memberClass.parse(row.member_class),
    }))
    const lines = input.lines.flatMap((line) => {
      const row = rows.get(line.appraisalId)
      if (!row) return []
      const recused = recusedFor(row.person_id, members, [])
      return [{ ...line, row, recused, deciders: input.present.filter((person) => !recused.includes(person)) }]
    })
    const findings = decisionFindings(
      {
        minutes: input.minutes,
        members,
        present: input.present,
        ties: [],
        lines: lines.map(
          ({ row, grade, deciders }): DecisionLine => ({
            person: row.person_id,
            outcome: grade,
            verdict: verdict.parse(row.participation),
            ceiling: null,
            deciders,
          }),
        ),
        cap: { people: seats.base_count, basisPoints: seats.rate_bp },
      },
      rulesOf(library).committee,
    )
    refuseFaults(findings, { lines, given: input.lines.length, rows, inFuture: input.decidedOn > today })
    const decisionId = newId()
    await insertDecision(tx, {
      institutionId,
      decisionId,
      cycleId: input.cycleId,
      decidedOn: input.decidedOn,
      minutes: input.minutes,
      present: members.filter((one) => input.present.includes(one.person)).map((one) => ({ personId: one.person, name: one.name })),
      by: actor.name,
      at: now,
      lines: lines.map(({ appraisalId, grade, reason, recused, row }) => ({
        appraisalId,
        grade,
        reasonCode: grade === row.proposed_grade ? 'as-proposed' : 'committee',
        reason,
        recused,
      })),
    })
    const excellent = lines.filter((line) => line.grade === 'excellent').length
    audit({ kind: 'decision', id: decisionId, detail: { decided: lines.length, excellent, seats: seats.seats } })
    return { decisionId, decided: lines.length, excellent, seats: seats.seats }
  },
})

type Line = { appraisalId: string; grade: string; reason: string; row: AppraisalRow }
type Given = {
  readonly lines: readonly Line[]
  /** How many lines were sent. */
  readonly given: number
  readonly rows: ReadonlyMap<string, AppraisalRow>
  readonly inFuture: boolean
}

/** Every fault at once, each at its line; a grade other than the one proposed needs its reason; nobody may be left out. */
function refuseFaults(findings: readonly DecisionFinding[], { lines, given, rows, inFuture }: Given): void {
  const at = new Map(lines.map((line, index) => [line.row.person_id, index]))
  const nameOf = new Map([...rows.values()].map((row) => [row.person_id, row.name]))
  const fields: InvalidField[] = findingsInWords(findings, nameOf).map(({ place, person, text }) => ({
    pointer: place === 'line' ? `/lines/${at.get(person ?? '') ?? 0}/grade` : `/${place}`,
    ...text,
  }))
  if (inFuture) fields.push({ pointer: '/decidedOn', zh: '会议日期不能晚于今天。', en: 'The day of the meeting lies in the future.' })
  for (const [index, line] of lines.entries()) {
    if (line.grade !== line.row.proposed_grade && line.reason.length < 5) {
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
