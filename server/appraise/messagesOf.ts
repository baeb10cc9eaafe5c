import { addDays } from '@milepost/appraisal/days'
import { type Cycle, listCycles, type NewMessage, readHeads } from '../institution/published.ts'
import type { Tx } from '../platform/database/database.ts'
import type { Library } from '../platform/library.ts'
import { appraisalRows, countUndecided } from './data.ts'
import { listMembers } from './decision/data.ts'
import { walkLadder } from './raters/ladder.ts'
import { INTERVIEW_DAYS } from './results/caseRules.ts'
import { listInterviews, listRemedyCases, listServices } from './results/data.ts'

type Asked = { readonly institutionId: string; readonly today: string; readonly library: Library }

/** Days before a legal clock ends on which whoever decides is told. */
const BEFORE = [7, 3, 1]

/** What the appraisal has to tell people on a day. Everything follows from the tables as they stand, so a day on which the program stood still is caught up by the next. */
export async function messagesOf(tx: Tx, asked: Asked): Promise<NewMessage[]> {
  const messages: NewMessage[] = []
  for (const cycle of await listCycles(tx, asked.institutionId)) {
    if (cycle.stage === 'closed') continue
    if (cycle.stage === 'appraise' && (await countUndecided(tx, asked.institutionId, cycle.cycleId)) > 0)
      messages.push(...(await walkLadder(tx, { ...asked, cycle })))
    messages.push(...(await ofRemedies(tx, asked, cycle)), ...(await ofInterviews(tx, asked, cycle)))
  }
  return messages
}

async function ofRemedies(tx: Tx, { institutionId, today }: Asked, cycle: Cycle): Promise<NewMessage[]> {
  const open = (await listRemedyCases(tx, institutionId, cycle.cycleId)).filter((one) => one.kind === 'review' && one.decidedOn === null)
  const chair =
    open.length > 0 ? (await listMembers(tx, institutionId, cycle.cycleId)).find((one) => one.member_class === 'chair') : undefined
  if (!chair) return []
  return open.flatMap((one): NewMessage[] => {
    const rung = BEFORE.findLast((days) => today >= addDays(one.decideBy, -days))
    if (rung === undefined) return []
    return [
      {
        key: `remedy ${one.remedyId} ${rung}`,
        personId: chair.person_id,
        subject: { zh: `复核须于 ${one.decideBy} 前作出决定`, en: `A review is to be decided by ${one.decideBy}` },
        body: {
          zh: `${cycle.year} 年度考核的一件复核申请还没有决定，法定期限到 ${one.decideBy} 为止。`,
          en: `A review of the appraisal ${cycle.year} is not decided yet; the legal time ends on ${one.decideBy}.`,
        },
        href: '/appraise/remedies',
        dueOn: one.decideBy,
      },
    ]
  })
}

/** Three days before the interview is due its head is told, once, for all of his people together. */
async function ofInterviews(tx: Tx, { institutionId, today }: Asked, cycle: Cycle): Promise<NewMessage[]> {
  const services = await listServices(tx, institutionId, cycle.cycleId)
  const isNear = (servedOn: string) => today >= addDays(servedOn, INTERVIEW_DAYS - 3) && today <= addDays(servedOn, INTERVIEW_DAYS + 30)
  if (![...services.values()].some(({ servedOn }) => isNear(servedOn))) return []
  const held = await listInterviews(tx, institutionId, cycle.cycleId)
  const rows = (await appraisalRows(tx, institutionId, cycle.cycleId).execute()).filter((row) => !held.has(row.appraisal_id))
  const due = rows.flatMap((row) => {
    const service = services.get(row.appraisal_id)
    return service && isNear(service.servedOn) ? [{ row, dueOn: addDays(service.servedOn, INTERVIEW_DAYS) }] : []
  })
  if (due.length === 0) return []
  const heads = await readHeads(tx, institutionId, today)
  const byHead = new Map<string, { dueOn: string; people: number }>()
  for (const { row, dueOn } of due) {
    const head = heads.headOf({ personId: row.person_id, unitId: row.unit_id })?.personId
    if (!head) continue
    const own = byHead.get(`${head} ${dueOn}`) ?? { dueOn, people: 0 }
    byHead.set(`${head} ${dueOn}`, { dueOn, people: own.people + 1 })
  }
  return [...byHead].map(([mark, { dueOn, people }]): NewMessage => {
    const personId = mark.split(' ')[0] ?? ''
    return {
      key: `interview ${cycle.cycleId} ${mark}`,
      personId,
      subject: { zh: `${dueOn} 前与 ${people} 名职工进行绩效面谈`, en: `Talk with ${people} of your people by ${dueOn}` },
      body: {
        zh: `${cycle.year} 年度考核结果已送达，应在 ${INTERVIEW_DAYS} 日内面谈并由双方确认。`,
        en: `The results of ${cycle.year} have been served; the interview is held and confirmed by both within ${INTERVIEW_DAYS} days.`,
      },
      href: `/appraise/results?year=${cycle.year}`,
      dueOn,
    }
  })
}
