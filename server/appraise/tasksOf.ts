import type { Actor } from '@milepost/access/actor'
import { mayByRole } from '@milepost/access/may'
import { currentCycle } from '../institution/published.ts'
import type { Tx } from '../platform/database/database.ts'
import { appraisalRows } from './data.ts'
import { listNotices, listObjections } from './notice/data.ts'
import { listRatings } from './rating/data.ts'
import { raterGroupOf } from './rating/raterGroup.ts'
import { readStandings } from './rating/standings.ts'

const task = (key: string, zh: string, en: string, href: string, dueOn: string | null = null) => ({
  key: `appraise.${key}`,
  text: { zh, en },
  href,
  dueOn,
  stage: 'appraise' as const,
})

/** What the appraisal asks of this person now. */
export async function tasksOf(tx: Tx, institutionId: string, actor: Actor, today: string) {
  const cycle = await currentCycle(tx, institutionId, today)
  if (!cycle || cycle.stage !== 'appraise') return []
  const tasks = []
  const rows = await appraisalRows(tx, institutionId, cycle.cycleId).execute()
  const rating = rows.filter((row) => row.state === 'enrolled' || row.state === 'scored')
  if (mayByRole(actor, 'rating.give') && actor.personId !== null && rating.length > 0) {
    const standings = await readStandings(
      tx,
      institutionId,
      rating.map((row) => ({ personId: row.person_id, unitId: row.unit_id })),
      today,
    )
    const mine = new Set(
      (await listRatings(tx, institutionId, cycle.cycleId))
        .filter((one) => one.rater_person_id === actor.personId)
        .map((one) => one.appraisal_id),
    )
    const open = rating.filter((row, at) => {
      const standing = standings[at]
      return standing !== undefined && raterGroupOf(actor, standing) === 'superior' && !mine.has(row.appraisal_id)
    })
    if (open.length > 0) tasks.push(task('rate', `为 ${open.length} 名职工评分`, `Rate ${open.length} of your people`, '/appraise/ratings'))
  }
  const notices = await listNotices(tx, institutionId)
  if (mayByRole(actor, 'appraisal.open') && rows.length === 0)
    tasks.push(task('open', '建立年度考核', 'Open the annual appraisals', '/appraise'))
  if (mayByRole(actor, 'grade.decide') && rows.some((row) => row.state === 'proposed'))
    tasks.push(task('decide', '集体研究确定等次', 'Decide the grades', '/appraise/decision'))
  if (mayByRole(actor, 'notice.post')) {
    if (rows.some((row) => row.state === 'decided') && !notices.some((one) => one.cycle_id === cycle.cycleId))
      tasks.push(task('post', '公示拟定优秀人员', 'Post the notice', '/appraise/notice'))
    for (const notice of notices.filter((one) => one.closed_at === null && today > one.last_day))
      tasks.push(task(`close.${notice.notice_id}`, '公示期满，请结束公示', 'The notice is over: close it', '/appraise/notice'))
  }
  if (mayByRole(actor, 'objection.answer')) {
    const open = (await listObjections(tx, institutionId)).filter((one) => one.answer === null)
    if (open.length > 0) tasks.push(task('answer', `答复 ${open.length} 条异议`, `Answer ${open.length} objections`, '/appraise/notice'))
  }
  return tasks
}
