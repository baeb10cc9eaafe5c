import type { Actor } from '@milepost/access/actor'
import { mayByRole } from '@milepost/access/may'
import { noticeWindow } from '@milepost/appraisal/workingDays'
import {
  answerObjection,
  closeNotice,
  postNotice,
  raiseObjection,
  raiseObjectionFor,
  readNotices,
  serveObjectionToBoth,
} from '@milepost/contract/appraise/notice'
import { DONE } from '@milepost/contract/fields'
import { Refusal } from '@milepost/contract/refusals'
import { findCycle, findPerson, workingDaysOf } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { appraisalRows, lockCycle } from '../data.ts'
import { rulesAt } from '../rulePack.ts'
import { secondLooks, unconfirmed } from '../secondLevel/secondLevel.ts'
import {
  findNotice,
  insertNotice,
  insertObjection,
  listNotices,
  listObjections,
  noticeBody,
  saveAnswer,
  setNoticeClosed,
  setObjectionServed,
} from './data.ts'

/** Art. 17: those proposed excellent are posted inside the institution for at least five working days; minimum fields only. */
export const postNoticeRoute = serve(postNotice, {
  run: async ({ tx, institutionId, input, library, today, actor, audit }) => {
    await lockCycle(tx, institutionId, input.cycleId)
    const standing = (await listNotices(tx, institutionId)).filter((notice) => notice.cycle_id === input.cycleId)
    if (standing.some((notice) => notice.withdrawn_at === null)) throw new Refusal('notice-exists')
    const rows = await appraisalRows(tx, institutionId, input.cycleId).execute()
    if (!rows.some((row) => row.state === 'decided')) throw new Refusal('nothing-decided')
    // everybody is decided again after a reopening, and the second level has looked, before names are shown
    const undecided = rows.filter((row) => row.state !== 'decided' && row.state !== 'final')
    if (undecided.length > 0) throw new Refusal('reopened-undecided', { names: undecided.map((row) => row.name) })
    const cycle = await findCycle(tx, institutionId, input.cycleId)
    if (!cycle) throw new Refusal('not-found')
    const least = rulesAt(library, cycle.endsOn).notice.workingDays
    const workingDays = input.workingDays ?? least
    if (workingDays < least) throw new Refusal('notice-too-short', { days: workingDays, least })
    const waiting = unconfirmed(await secondLooks(tx, { institutionId, cycle, today, library }))
    if (waiting.length > 0)
      throw new Refusal('second-level-missing', { count: waiting.length, names: waiting.slice(0, 8).map(({ row }) => row.name) })
    const window = noticeWindow(today, workingDays, await workingDaysOf(tx, institutionId))
    if (window.kind === 'undefined') throw new Refusal('calendar-year-missing', { year: window.year })
    const excellent = rows.filter((row) => row.grade === 'excellent')
    const people = excellent.map((row) => ({ name: row.name, unit: { zh: row.unit_zh, en: row.unit_en } }))
    const noticeId = newId()
    await insertNotice(tx, {
      institutionId,
      noticeId,
      cycleId: input.cycleId,
      postedOn: today,
      lastDay: window.lastDay,
      workingDays,
      body: { counted: [...window.counted], people },
      by: actor.name,
    })
    audit({
      kind: 'notice',
      id: noticeId,
      detail: {
        cycleId: input.cycleId,
        lastDay: window.lastDay,
        people: people.length,
        appraisals: excellent.map((row) => row.appraisal_id),
      },
    })
    return { noticeId, lastDay: window.lastDay }
  },
})

/**
 * Every member of staff sees the notice and that an objection was raised; who raised it and what it says are for those who raised or answer it,
 * since it speaks of people before anybody has looked into it.
 */
export const readNoticesRoute = serve(readNotices, {
  run: async ({ tx, institutionId, today, actor }) => {
    const objections = await listObjections(tx, institutionId)
    const notices = await listNotices(tx, institutionId)
    return {
      notices: notices.map((row) => {
        const body = noticeBody.parse(row.body)
        const closed = row.closed_at !== null || row.withdrawn_at !== null
        return {
          noticeId: row.notice_id,
          year: row.year,
          postedOn: row.posted_on,
          lastDay: row.last_day,
          workingDays: row.working_days,
          counted: body.counted,
          state:
            row.withdrawn_at !== null
              ? ('withdrawn' as const)
              : closed
                ? ('closed' as const)
                : today > row.last_day
                  ? ('over' as const)
                  : ('open' as const),
          // names are withdrawn when the notice has done its work
          people: closed ? [] : body.people,
          count: body.people.length,
          objections: objections.filter((one) => one.notice_id === row.notice_id).map((one) => objectionSeenBy(actor, one)),
        }
      }),
    }
  },
})

type Objection = Awaited<ReturnType<typeof listObjections>>[number]

function objectionSeenBy(actor: Actor, one: Objection) {
  const mine =
    (actor.accountId !== null && one.raised_by_account_id === actor.accountId) ||
    (actor.personId !== null && one.for_person_id === actor.personId)
  const shown = mine || mayByRole(actor, 'objection.answer')
  return {
    objectionId: one.objection_id,
    raisedAt: one.raised_at.toISOString(),
    isAnswered: one.answer !== null,
    mayAnswer: one.answer === null && !mine && mayByRole(actor, 'objection.answer'),
    said: shown ? saidIn(one) : null,
  }
}

const saidIn = (one: Objection) => ({
  raisedBy: one.raised_by,
  facts: one.facts,
  answer: one.answer,
  answeredBy: one.answered_by,
  represented:
    one.representative === null
      ? null
      : {
          forWhom: one.for_name ?? '',
          by: one.representative,
          paper: one.representative_paper ?? '',
          bothServedOn: one.both_served_on,
        },
})

/** Objections are taken while a notice is posted, its last day included. */
async function refuseUnlessRunning(tx: Tx, institutionId: string, { noticeId, today }: { noticeId: string; today: string }): Promise<void> {
  const notice = await findNotice(tx, institutionId, noticeId)
  if (!notice) throw new Refusal('not-found')
  if (notice.closed_at !== null || notice.withdrawn_at !== null || today > notice.last_day) throw new Refusal('notice-over')
}

export const raiseObjectionRoute = serve(raiseObjection, {
  run: async ({ tx, institutionId, input, actor, now, today, audit }) => {
    await refuseUnlessRunning(tx, institutionId, { noticeId: input.noticeId, today })
    const objectionId = newId()
    await insertObjection(tx, {
      institutionId,
      objectionId,
      noticeId: input.noticeId,
      by: actor.name,
      accountId: actor.accountId,
      at: now,
      facts: input.facts,
    })
    audit({ kind: 'objection', id: objectionId, detail: { noticeId: input.noticeId, facts: input.facts } })
    return DONE
  },
})

/** A relative or guardian speaks for somebody who cannot; the office takes it in with the paper, and answers none of it. */
export const raiseObjectionForRoute = serve(raiseObjectionFor, {
  run: async ({ tx, institutionId, input, actor, now, today, audit }) => {
    if (!(await findPerson(tx, institutionId, input.personId, today))) throw new Refusal('not-found')
    await refuseUnlessRunning(tx, institutionId, { noticeId: input.noticeId, today })
    if (input.personId === actor.personId) throw new Refusal('missing-own')
    const objectionId = newId()
    const { name, tie, paper } = input.representative
    await insertObjection(tx, {
      institutionId,
      objectionId,
      noticeId: input.noticeId,
      by: actor.name,
      accountId: actor.accountId,
      at: now,
      facts: input.facts,
      represented: { personId: input.personId, by: `${name}（${tie}）`, paper },
    })
    audit({
      kind: 'objection',
      id: objectionId,
      detail: { noticeId: input.noticeId, for: input.personId, representative: name, paper, facts: input.facts },
    })
    return DONE
  },
})

export const serveObjectionToBothRoute = serve(serveObjectionToBoth, {
  run: async ({ tx, institutionId, input, today, audit }) => {
    if (!(await setObjectionServed(tx, { institutionId, objectionId: input.objectionId, on: today }))) throw new Refusal('not-found')
    audit({ kind: 'objection', id: input.objectionId, detail: { on: today } })
    return DONE
  },
})

export const answerObjectionRoute = serve(answerObjection, {
  run: async ({ tx, institutionId, input, actor, now, audit }) => {
    const objection = (await listObjections(tx, institutionId)).find((one) => one.objection_id === input.objectionId)
    if (!objection) throw new Refusal('not-found')
    const isParty = objection.for_person_id !== null && objection.for_person_id === actor.personId
    if (objection.raised_by_account_id === actor.accountId || isParty) throw new Refusal('own-objection')
    const answer = { institutionId, objectionId: input.objectionId, answer: input.answer, by: actor.name, at: now }
    if (!(await saveAnswer(tx, answer))) throw new Refusal('objection-answered')
    audit({ kind: 'objection', id: input.objectionId, detail: { facts: objection.facts, answer: input.answer } })
    return DONE
  },
})

/** Only after the last day has ended and every objection is answered do grades become final. */
export const closeNoticeRoute = serve(closeNotice, {
  run: async ({ tx, institutionId, input, now, today, audit }) => {
    const notice = await findNotice(tx, institutionId, input.noticeId)
    if (!notice) throw new Refusal('not-found')
    if (notice.closed_at !== null || notice.withdrawn_at !== null) throw new Refusal('notice-closed')
    if (today <= notice.last_day) throw new Refusal('notice-not-over', { lastDay: notice.last_day })
    const open = (await listObjections(tx, institutionId)).filter((one) => one.notice_id === input.noticeId && one.answer === null)
    if (open.length > 0) throw new Refusal('objections-unanswered', { count: open.length })
    const final = await setNoticeClosed(tx, { institutionId, noticeId: input.noticeId, cycleId: notice.cycle_id, at: now })
    audit({ kind: 'notice', id: input.noticeId, detail: { final } })
    return { final }
  },
})
