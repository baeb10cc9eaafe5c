import { recusedFor } from '@milepost/appraisal/committee'
import { type DecisionFinding, type DecisionLine, decisionFindings } from '@milepost/appraisal/decisionCheck'
import { decideGrades, memberClass } from '@milepost/contract/appraise/decision'
import { type InvalidField, Refusal } from '@milepost/contract/refusals'
import { z } from 'zod'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { type AppraisalRow, appraisalRows } from '../data.ts'
import { COMMITTEE_RULES } from '../rulePack.ts'
import { latestSeatRun } from '../seats/data.ts'
import { insertDecision, listMembers } from './data.ts'
import { findingSentence } from './findingSentence.ts'

const verdict = z.enum(['graded', 'within-ceiling', 'unqualified', 'none', 'none-yet', 'elsewhere'])

/** The collective decision: named people, present and not recused, under the cap, with a reason wherever it differs from the proposal. */
export const decideGradesRoute = serve(decideGrades, {
  run: async ({ tx, institutionId, input, actor, now, audit }) => {
    const rows = new Map((await appraisalRows(tx, institutionId, input.cycleId).execute()).map((row) => [row.appraisal_id, row]))
    if ([...rows.values()].some((row) => row.state === 'decided' || row.state === 'final')) throw new Refusal('grades-already-decided')
    const seats = await latestSeatRun(tx, institutionId, input.cycleId)
    if (!seats) throw new Refusal('seats-not-computed')
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
    refuseFaults(
      decisionFindings(
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
        COMMITTEE_RULES,
      ),
      lines,
      input.lines.length,
      rows,
    )
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

/** Every fault at once, each at its line; a grade other than the one proposed needs its reason; nobody may be left out. */
function refuseFaults(
  findings: readonly DecisionFinding[],
  lines: readonly Line[],
  given: number,
  rows: ReadonlyMap<string, AppraisalRow>,
): void {
  const at = new Map(lines.map((line, index) => [line.row.person_id, index]))
  const nameOf = new Map([...rows.values()].map((row) => [row.person_id, row.name]))
  const fields: InvalidField[] = findings.map((finding) => {
    const person = 'person' in finding ? finding.person : null
    const sentence = findingSentence(finding, person === null ? '' : (nameOf.get(person) ?? ''))
    return { pointer: person === null ? '/lines' : `/lines/${at.get(person) ?? 0}/grade`, ...sentence }
  })
  for (const [index, line] of lines.entries()) {
    if (line.grade !== line.row.proposed_grade && line.reason.length < 5) {
      fields.push({
        pointer: `/lines/${index}/reason`,
        zh: `“${line.row.name}”的等次与建议不同，请写明理由。`,
        en: `The grade of “${line.row.name}” differs from the proposal: give the reason.`,
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
