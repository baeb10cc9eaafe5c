import type { Actor } from '@milepost/access/actor'
import { grade } from '@milepost/contract/appraise/appraisals'
import { listTalks } from '@milepost/contract/appraise/results'
import { Refusal } from '@milepost/contract/refusals'
import { type Cycle, findCycle, readHeads } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { serve } from '../../platform/http/serve.ts'
import type { Library } from '../../platform/library.ts'
import { listInterviews } from './data.ts'
import { type InterviewDue, interviewsDue } from './interviewsDue.ts'

type Asked = {
  readonly institutionId: string
  readonly actor: Actor
  readonly cycle: Cycle
  readonly library: Library
  readonly today: string
}

/** The served results of those this person heads, each with its interview: nobody talks to themselves. */
export async function talksOf(tx: Tx, { institutionId, actor, cycle, library, today }: Asked): Promise<InterviewDue[]> {
  if (actor.personId === null) return []
  const due = (await interviewsDue(tx, { institutionId, cycle, library, today })).filter(({ row }) => row.person_id !== actor.personId)
  if (due.length === 0) return []
  const heads = await readHeads(tx, institutionId, today)
  return due.filter(({ row }) => heads.headOf({ personId: row.person_id, unitId: row.unit_id })?.personId === actor.personId)
}

export const listTalksRoute = serve(listTalks, {
  run: async ({ tx, institutionId, input, actor, library, today }) => {
    const cycle = await findCycle(tx, institutionId, input.cycleId)
    if (!cycle) throw new Refusal('not-found')
    const talks = await talksOf(tx, { institutionId, actor, cycle, library, today })
    const held = await listInterviews(tx, institutionId, cycle.cycleId)
    return {
      talks: talks.map(({ row, servedOn, dueOn, state }) => ({
        personId: row.person_id,
        name: row.name,
        employeeNo: row.employee_no,
        unit: { zh: row.unit_zh, en: row.unit_en },
        grade: grade.nullable().parse(row.grade),
        servedOn,
        dueOn,
        heldOn: held.get(row.appraisal_id)?.heldOn ?? null,
        state,
      })),
    }
  },
})
