import { addDays } from '@milepost/appraisal/days'
import type { Bilingual } from '@milepost/terms/bilingual'
import { type Cycle, listCycles, type NewMessage, readHeads } from '../institution/published.ts'
import type { Tx } from '../platform/database/database.ts'
import type { Library } from '../platform/library.ts'
import { countUndecided } from './data.ts'
import { listMembers } from './decision/data.ts'
import { walkLadder } from './raters/ladder.ts'
import { listRemedyCases } from './results/data.ts'
import { interviewsDue } from './results/interviewsDue.ts'
import { rulesOf } from './rulePack.ts'

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

/** Days after the last day of the interview on which the head, and then whoever heads the head, is told that it is late. */
const LATE = 1
const TOLD_ABOVE = 7
/** After so many days nobody is told any more; the interview stays on the head's list of today. */
const SILENT_AFTER = 30

/** Three days before the interview is due its head is told, once, for all of his people together; again when it is late, and a week later the level above. */
async function ofInterviews(tx: Tx, { institutionId, today, library }: Asked, cycle: Cycle): Promise<NewMessage[]> {
  const near = (await interviewsDue(tx, { institutionId, cycle, library, today })).filter(
    ({ isHeld, dueOn }) => !isHeld && today >= addDays(dueOn, -3) && today <= addDays(dueOn, SILENT_AFTER),
  )
  if (near.length === 0) return []
  const heads = await readHeads(tx, institutionId, today)
  const told = new Map<string, Told>()
  const tell = (personId: string | undefined, rung: Told['rung'], dueOn: string) => {
    if (personId === undefined) return
    const key = `${rung === 'due' ? '' : `${rung} `}${cycle.cycleId} ${personId} ${dueOn}`
    told.set(key, { personId, rung, dueOn, people: (told.get(key)?.people ?? 0) + 1 })
  }
  for (const { row, dueOn } of near) {
    const head = heads.headOf({ personId: row.person_id, unitId: row.unit_id })
    tell(head?.personId, today >= addDays(dueOn, LATE) ? 'late' : 'due', dueOn)
    if (head && today >= addDays(dueOn, TOLD_ABOVE)) tell(heads.headOf(head)?.personId, 'above', dueOn)
  }
  const { interviewDays } = rulesOf(library, cycle.endsOn).cases
  return [...told].map(([key, { personId, rung, dueOn, people }]): NewMessage => {
    const said = { subject: SUBJECT[rung](dueOn, people), body: interviewBody(cycle.year, interviewDays) }
    return { key: `interview ${key}`, personId, ...said, href: `/appraise/talks?year=${cycle.year}`, dueOn }
  })
}

type Told = { readonly personId: string; readonly rung: 'due' | 'late' | 'above'; readonly dueOn: string; readonly people: number }

const SUBJECT: Readonly<Record<Told['rung'], (dueOn: string, people: number) => Bilingual>> = {
  due: (dueOn, people) => ({
    zh: `${dueOn} 前与 ${people} 名职工进行绩效面谈`,
    en: `Talk with ${people} of your people by ${dueOn}`,
  }),
  late: (dueOn, people) => ({
    zh: `${people} 名职工的绩效面谈已逾期（应于 ${dueOn} 前）`,
    en: `${people === 1 ? '1 feedback interview is' : `${people} feedback interviews are`} late (due ${dueOn})`,
  }),
  above: (dueOn, people) => ({
    zh: `您下属的负责人有 ${people} 名职工的绩效面谈逾期一周（应于 ${dueOn} 前）`,
    en: `A head below you is a week late with ${people === 1 ? '1 feedback interview' : `${people} feedback interviews`} (due ${dueOn})`,
  }),
}

const interviewBody = (year: number, days: number): Bilingual => ({
  zh: `${year} 年度考核结果已送达，应在 ${days} 日内面谈并由双方确认。`,
  en: `The results of ${year} have been served; the interview is held and confirmed by both within ${days} days.`,
})
