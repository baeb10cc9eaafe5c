import { participation } from '@milepost/contract/appraise/appraisals'
import { noticeMissing, readMissing, talkAboutMissing, waiveMissing } from '@milepost/contract/appraise/missing'
import { DONE } from '@milepost/contract/fields'
import { Refusal } from '@milepost/contract/refusals'
import { type Cycle, type NewMessage, openCycle, queueMessages } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { serve } from '../../platform/http/serve.ts'
import { checkInsOf } from '../../run/published.ts'
import { type AppraisalRow, appraisalRows } from '../data.ts'
import { whoReported } from '../selfReport/data.ts'
import { giveNotices, listMissingRows, type RecordKind, saveTalks, saveWaivers } from './data.ts'

const KINDS = ['self-report', 'routine-record'] as const

/** Whom each record is missing of, whether or not anybody has looked into it. */
async function missingOf(tx: Tx, institutionId: string, cycleId: string): Promise<Record<RecordKind, AppraisalRow[]>> {
  const rows = await appraisalRows(tx, institutionId, cycleId).execute()
  const reported = await whoReported(tx, institutionId, cycleId)
  const talked = new Set((await checkInsOf(tx, institutionId, null, cycleId)).map((one) => one.personId))
  return {
    'self-report': rows.filter((row) => !reported.has(row.person_id)),
    'routine-record': rows.filter((row) => !talked.has(row.person_id)),
  }
}

export const readMissingRoute = serve(readMissing, {
  run: async ({ tx, institutionId, input }) => {
    const missing = await missingOf(tx, institutionId, input.cycleId)
    const kept = new Map((await listMissingRows(tx, institutionId, input.cycleId)).map((row) => [`${row.what} ${row.person_id}`, row]))
    return {
      missing: KINDS.flatMap((what) =>
        missing[what].map((row) => {
          const one = kept.get(`${what} ${row.person_id}`)
          return {
            what,
            personId: row.person_id,
            name: row.name,
            unit: { zh: row.unit_zh, en: row.unit_en },
            participation: row.participation === 'graded' ? [] : participation.parse(row.participation_rule).reasons,
            firstNoticeOn: one?.first_notice_on ?? null,
            secondNoticeOn: one?.second_notice_on ?? null,
            talkedOn: one?.talked_on ?? null,
            talkedBy: one?.talked_by ?? null,
            talk: one?.talk ?? '',
            waivedOn: one?.waived_on ?? null,
            waivedBy: one?.waived_by ?? null,
            because: one?.waived_because ?? '',
          }
        }),
      ),
    }
  },
})

type Asked = { readonly cycleId: string; readonly what: RecordKind; readonly personIds: readonly string[] }

/** Those asked about of whom the record is missing indeed; anybody else is no fault, since it may have come in meanwhile. */
async function stillMissing(tx: Tx, institutionId: string, { cycleId, what, personIds }: Asked) {
  const cycle = await openCycle(tx, institutionId, cycleId)
  const missing = new Map((await missingOf(tx, institutionId, cycleId))[what].map((row) => [row.person_id, row]))
  const rows = [...new Set(personIds)].flatMap((personId) => missing.get(personId) ?? [])
  return { cycle, rows, of: { institutionId, cycleId, what, personIds: rows.map((row) => row.person_id) } }
}

export const noticeMissingRoute = serve(noticeMissing, {
  run: async ({ tx, institutionId, input, now, today, audit }) => {
    const { cycle, of } = await stillMissing(tx, institutionId, input)
    if (of.personIds.length > 0) await giveNotices(tx, of, today)
    const asked = new Set(of.personIds)
    const given = (await listMissingRows(tx, institutionId, input.cycleId)).filter(
      (row) => row.what === input.what && asked.has(row.person_id),
    )
    const fresh = given.filter((row) => (row.second_notice_on ?? row.first_notice_on) === today)
    await queueMessages(
      tx,
      institutionId,
      fresh.map((row) => messageOf(cycle, input.what, { personId: row.person_id, isSecond: row.second_notice_on === today })),
      now,
    )
    const second = fresh.filter((row) => row.second_notice_on === today).length
    audit({
      kind: 'cycle',
      id: input.cycleId,
      detail: { what: input.what, people: fresh.length, second, personIds: fresh.map((row) => row.person_id) },
    })
    return { noticed: fresh.length, second }
  },
})

const WHAT = {
  'self-report': { zh: '个人总结（述职）', en: 'your own report of the year', href: '/appraise/report' },
  'routine-record': { zh: '平时考核记录', en: 'the record of a talk during the year', href: '/run/check-ins' },
} as const

function messageOf(
  { cycleId, year }: Cycle,
  what: RecordKind,
  { personId, isSecond }: { personId: string; isSecond: boolean },
): NewMessage {
  const { zh, en, href } = WHAT[what]
  return {
    key: `missing ${what} ${cycleId} ${personId} ${isSecond ? 2 : 1}`,
    personId,
    subject: {
      zh: `${isSecond ? '第二次通知：' : ''}${year} 年度尚缺${zh}`,
      en: `${isSecond ? 'Second notice: ' : ''}${year}: ${en} is missing`,
    },
    body: {
      zh: `请补齐${zh}；有困难的，请联系绩效办。系统不会代填。`,
      en: `Please supply ${en}; if you cannot, speak to the performance office. Nothing is filled in for you.`,
    },
    href,
    dueOn: null,
  }
}

export const talkAboutMissingRoute = serve(talkAboutMissing, {
  run: async ({ tx, institutionId, input, actor, today, audit }) => {
    const { of, rows } = await stillMissing(tx, institutionId, input)
    const kept = new Map((await listMissingRows(tx, institutionId, input.cycleId)).map((row) => [`${row.what} ${row.person_id}`, row]))
    const early = rows.filter((row) => {
      const first = kept.get(`${input.what} ${row.person_id}`)?.first_notice_on
      return !first || input.talkedOn < first || input.talkedOn > today
    })
    if (early.length > 0) throw new Refusal('missing-step-early', { names: early.slice(0, 8).map((row) => row.name), count: early.length })
    if (of.personIds.length > 0) await saveTalks(tx, of, { on: input.talkedOn, by: actor.name, text: input.talk })
    audit({ kind: 'cycle', id: input.cycleId, detail: { what: input.what, people: of.personIds.length, personIds: of.personIds } })
    return DONE
  },
})

/** All of them or none: whoever has not been noticed twice and talked to is named. */
export const waiveMissingRoute = serve(waiveMissing, {
  run: async ({ tx, institutionId, input, actor, today, audit }) => {
    const { of, rows } = await stillMissing(tx, institutionId, input)
    if (of.personIds.includes(actor.personId ?? '')) throw new Refusal('missing-own')
    const kept = new Map((await listMissingRows(tx, institutionId, input.cycleId)).map((row) => [`${row.what} ${row.person_id}`, row]))
    const early = rows.filter((row) => {
      const one = kept.get(`${input.what} ${row.person_id}`)
      return !one?.second_notice_on || !one.talked_on
    })
    if (early.length > 0) throw new Refusal('missing-step-early', { names: early.slice(0, 8).map((row) => row.name), count: early.length })
    if (of.personIds.length > 0) await saveWaivers(tx, of, { on: today, by: actor.name, because: input.reason })
    audit({ kind: 'cycle', id: input.cycleId, detail: { what: input.what, people: of.personIds.length, personIds: of.personIds } })
    return DONE
  },
})
