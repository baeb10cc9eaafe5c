import type { Tx } from '../../platform/database/database.ts'
import { findHearing, listComments } from '../hearing/data.ts'
import { type Conditions, met, open, unstated } from './conditions.ts'
import type { Cycle } from './data.ts'

/** What the institution itself knows of the guards: whether staff were heard and answered, and what only people can tell. */
export async function conditionsOf(tx: Tx, institutionId: string, cycle: Cycle, today: string): Promise<Conditions> {
  const hearing = await findHearing(tx, institutionId, cycle.cycleId)
  const comments = hearing ? await listComments(tx, institutionId, cycle.cycleId) : []
  const unanswered = comments.filter((one) => one.answer === null).length
  const href = `/institution/hearing?year=${cycle.year}`
  const none = open('尚未就考核方案征求职工意见。', 'Staff have not been heard on the plan yet.', href)
  return {
    'hearing-recorded': hearing ? met(`征求意见 ${comments.length} 条。`, `${comments.length} comments were heard.`, href) : none,
    'hearing-period-elapsed': !hearing
      ? none
      : today <= hearing.lastDay
        ? open(`征求意见到 ${hearing.lastDay} 为止。`, `The hearing runs until ${hearing.lastDay}.`, href)
        : met(`征求意见已于 ${hearing.lastDay} 期满。`, `The hearing ended on ${hearing.lastDay}.`, href),
    'every-comment-answered': !hearing
      ? none
      : unanswered > 0
        ? open(`还有 ${unanswered} 条意见没有答复。`, `${unanswered} comments are not answered yet.`, href)
        : met('意见都已答复。', 'Every comment is answered.', href),
    'leave-and-sanctions-confirmed': unstated(
      '纪检确认请假、处分情况与名册一致。',
      'Discipline confirms that leave and sanctions agree with the register.',
      '/institution/people',
    ),
    'register-accepted': unstated('确认考核名册、结果已归档并报备。', 'The register has been filed and accepted.'),
  }
}
