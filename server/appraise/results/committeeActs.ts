import { quorum, recusedFor } from '@milepost/appraisal/committee'
import { lowerGrade } from '@milepost/appraisal/grade'
import type { grade } from '@milepost/contract/appraise/appraisals'
import { memberClass } from '@milepost/contract/appraise/decision'
import { Refusal } from '@milepost/contract/refusals'
import type { z } from 'zod'
import { findCycle } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Library } from '../../platform/library.ts'
import { listMembers } from '../decision/data.ts'
import { readCeilings } from '../record/ceilings.ts'
import { tiesInForce } from '../record/tiesData.ts'
import { rulesOf } from '../rulePack.ts'

type Act = {
  readonly institutionId: string
  readonly library: Library
  readonly appraisal: { readonly person_id: string; readonly cycle_id: string; readonly participation: string }
  readonly grade: z.infer<typeof grade>
  readonly present: readonly string[]
}

/** The committee acts on one person after the decision: within the ceiling and the rule, with a quorum of those who need not step aside. Their names. */
export async function committeeActs(tx: Tx, { institutionId, library, appraisal, grade: to, present }: Act): Promise<string[]> {
  const cycle = await findCycle(tx, institutionId, appraisal.cycle_id)
  if (!cycle) throw new Refusal('not-found')
  if ((to === 'ungraded') !== isUngradedByRule(appraisal.participation))
    throw invalid('/grade', '按规定本年度不能确定为该等次。', 'The rules do not allow this grade this year.')
  const ceiling = (await readCeilings(tx, institutionId, { cycle, library }))(appraisal.person_id)
  if (ceiling.kind === 'ceiling' && to !== 'ungraded' && (ceiling.ceiling === 'ungraded' || lowerGrade(to, ceiling.ceiling) !== to))
    throw invalid('/grade', '等次高于处分规定允许的上限（第43条）。', 'The grade is above what the sanction allows (Art. 43).')
  return decidersOn(tx, { institutionId, library, cycleId: appraisal.cycle_id, personId: appraisal.person_id, present })
}

type Meeting = {
  readonly institutionId: string
  readonly library: Library
  readonly cycleId: string
  readonly personId: string
  readonly present: readonly string[]
}

/** Those present of the committee of a cycle who may decide on one person; refused when they are no quorum. */
export async function decidersOn(tx: Tx, { institutionId, library, cycleId, personId, present }: Meeting): Promise<string[]> {
  const members = (await listMembers(tx, institutionId, cycleId)).map((one) => ({
    person: one.person_id,
    name: one.name,
    memberClass: memberClass.parse(one.member_class),
  }))
  const cycle = await findCycle(tx, institutionId, cycleId)
  if (!cycle) throw new Refusal('not-found')
  const recused = recusedFor(personId, members, await tiesInForce(tx, institutionId))
  const deciders = members.filter((one) => present.includes(one.person) && !recused.includes(one.person))
  const standing = quorum(
    { members: members.map((one) => one.person), present: deciders.map((one) => one.person), recused },
    rulesOf(library, cycle.endsOn).committee,
  )
  if (standing.kind === 'not-quorate')
    throw invalid(
      '/present',
      `到会并可参加决定的 ${standing.present} 人，少于法定人数 ${standing.needed} 人（第16条）。`,
      `${standing.present} may decide, ${standing.needed} are needed (Art. 16).`,
    )
  return deciders.map((one) => one.name)
}

const invalid = (pointer: string, zh: string, en: string) => new Refusal('decision-not-valid', { count: 1 }, [{ pointer, zh, en }])

/** Comment only, or no grade by rule. A case that was open may have ended: the late grade of Art. 42 is a grade. */
const isUngradedByRule = (participation: string) => participation === 'none' || participation === 'elsewhere'
