import { quorum, recusedFor } from '@milepost/appraisal/committee'
import { lowerGrade } from '@milepost/appraisal/grade'
import { memberClass } from '@milepost/contract/appraise/decision'
import { supplyGrade } from '@milepost/contract/appraise/results'
import { DONE } from '@milepost/contract/fields'
import { Refusal } from '@milepost/contract/refusals'
import { findCycle } from '../../institution/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { findAppraisalRow, isDecided } from '../data.ts'
import { listMembers } from '../decision/data.ts'
import { readCeilings } from '../record/ceilings.ts'
import { listInvestigations } from '../record/data.ts'
import { tiesInForce } from '../record/tiesData.ts'
import { rulesOf } from '../rulePack.ts'
import { changeGrade } from './changeGrade.ts'

/** Art. 42: once the case is closed without a sanction or with one that leaves a grade, the committee supplies it, under the same seats. */
export const supplyGradeRoute = serve(supplyGrade, {
  run: async ({ tx, institutionId, input, library, now, audit }) => {
    const row = await findAppraisalRow(tx, institutionId, input.appraisalId)
    const cycle = row && (await findCycle(tx, institutionId, row.cycle_id))
    if (!row || !cycle) throw new Refusal('not-found')
    const isOpen = (await listInvestigations(tx, institutionId)).some((one) => one.person_id === row.person_id && one.closed_on === null)
    if (!isDecided(row.state) || row.participation !== 'none-yet' || row.grade !== 'ungraded' || isOpen)
      throw new Refusal('late-grade-not-open')
    const ceiling = (await readCeilings(tx, institutionId, { year: cycle.year, library }))(row.person_id)
    if (ceiling.kind === 'ceiling' && (ceiling.ceiling === 'ungraded' || lowerGrade(input.grade, ceiling.ceiling) !== input.grade))
      throw new Refusal('decision-not-valid', { count: 1 }, [
        { pointer: '/grade', zh: '等次高于处分规定允许的上限（第43条）。', en: 'The grade is above what the sanction allows (Art. 43).' },
      ])
    const members = (await listMembers(tx, institutionId, row.cycle_id)).map((one) => ({
      person: one.person_id,
      name: one.name,
      memberClass: memberClass.parse(one.member_class),
    }))
    const recused = recusedFor(row.person_id, members, await tiesInForce(tx, institutionId))
    const deciders = members.filter((one) => input.present.includes(one.person) && !recused.includes(one.person))
    const standing = quorum(
      { members: members.map((one) => one.person), present: deciders.map((one) => one.person), recused },
      rulesOf(library).committee,
    )
    if (standing.kind === 'not-quorate')
      throw new Refusal('decision-not-valid', { count: 1 }, [
        {
          pointer: '/present',
          zh: `到会并可参加决定的 ${standing.present} 人，少于法定人数 ${standing.needed} 人。`,
          en: `${standing.present} may decide, ${standing.needed} are needed.`,
        },
      ])
    await changeGrade(tx, {
      institutionId,
      appraisalId: row.appraisal_id,
      to: input.grade,
      because: 'late-determination',
      reason: input.reason,
      decidedBy: deciders.map((one) => one.name),
      at: now,
    })
    audit({ kind: 'appraisal', id: row.appraisal_id, detail: { grade: input.grade, deciders: deciders.length } })
    return DONE
  },
})
