import type { Actor } from '@milepost/access/actor'
import { mayByRole } from '@milepost/access/may'
import { publicSnapshot } from '@milepost/contract/open/publications'
import { currentCycle } from '../institution/published.ts'
import type { Tx } from '../platform/database/database.ts'
import { countWaiting } from './feedback/data.ts'
import { listRequests } from './myData/data.ts'
import { countWaitingFor } from './objection/data.ts'
import { isNoticeUnread } from './privacy/data.ts'
import { listPublicationRows } from './publication/data.ts'

export { conditionsOf } from './conditionsOf.ts'
export { checkFile } from './ticket/checkFile.ts'

/** When the revisions of a cycle that stand published were published. */
export async function publishedAt(tx: Tx, institutionId: string, cycleId: string): Promise<Date[]> {
  const rows = await listPublicationRows(tx, institutionId)
  return rows.flatMap((row) => (row.cycle_id === cycleId && row.state === 'published' && row.published_at ? [row.published_at] : []))
}

/** Counts of people on the public page of a cycle that are above zero and below what may be shown; null while nothing is published. */
export async function smallPublicCells(tx: Tx, institutionId: string, cycleId: string): Promise<number | null> {
  const newest = (await listPublicationRows(tx, institutionId)).find((row) => row.cycle_id === cycleId && row.published_at !== null)
  if (newest?.state !== 'published') return null
  const { staff, surveys } = publicSnapshot.parse(newest.snapshot)
  const counts = [...staff.grades.flatMap(({ n }) => (n === null ? [] : [n])), ...surveys.map(({ answers }) => answers)]
  return counts.filter((n) => n > 0 && n < staff.leastShown).length
}

const task = (key: string, zh: string, en: string, href = '/open') => ({
  key: `open.${key}`,
  text: { zh, en },
  href,
  dueOn: null,
  stage: 'open' as const,
})

export async function tasksOf(tx: Tx, institutionId: string, actor: Actor, today: string) {
  const correcting = mayByRole(actor, 'data.correct') && (await listRequests(tx, institutionId)).some(({ state }) => state === 'open')
  const asked = correcting
    ? [task('correct', '答复个人信息更正申请', 'Answer requests for correction of personal data', '/open/corrections')]
    : []
  const waiting = mayByRole(actor, 'feedback.answer') ? await countWaiting(tx, institutionId) : 0
  const answering =
    waiting > 0 ? [task('feedback', `答复公众留言（${waiting} 条）`, `Answer the public (${waiting} messages)`, '/open/feedback')] : []
  const objected =
    mayByRole(actor, 'ticket.answer') && actor.accountId !== null ? await countWaitingFor(tx, institutionId, actor.accountId) : 0
  const deciding =
    objected > 0
      ? [task('objections', `答复对得分的异议（${objected} 件）`, `Answer objections to scores (${objected})`, '/open/objections')]
      : []
  const unread = actor.accountId !== null && (await isNoticeUnread(tx, institutionId, actor.accountId))
  const reading = unread ? [task('notice', '阅读个人信息告知书', 'Read the notice about your personal data', '/open/my-data')] : []
  return [...reading, ...asked, ...deciding, ...answering, ...(await publicationTasks(tx, institutionId, actor, today))]
}

async function publicationTasks(tx: Tx, institutionId: string, actor: Actor, today: string) {
  const cycle = await currentCycle(tx, institutionId, today)
  if (!cycle) return []
  const rows = (await listPublicationRows(tx, institutionId)).filter((row) => row.cycle_id === cycle.cycleId)
  if (mayByRole(actor, 'publication.publish') && rows.some((row) => row.state === 'draft'))
    return [task('publish', '审阅并发布公开页', 'Review and publish the public page')]
  if (mayByRole(actor, 'publication.prepare') && cycle.stage === 'open' && rows.length === 0)
    return [task('prepare', '生成公开快照', 'Prepare the public snapshot')]
  return []
}
