import { type listInvitations, sendInvitations } from '@milepost/contract/diagnose/collection'
import type { OutputOf } from '@milepost/contract/endpoint'
import { Refusal } from '@milepost/contract/refusals'
import { findInstitutionRow, listPeople, type PersonalMessage, sendToPerson, waysTo } from '../../institution/published.ts'
import { appendAudit } from '../../platform/audit/appendAudit.ts'
import type { Tx } from '../../platform/database/database.ts'
import { dayIn } from '../../platform/http/clock.ts'
import { serveOutside } from '../../platform/http/serve.ts'
import { findWave } from '../waves/data.ts'
import { beginSending, listInvited, noteSending } from './rosterData.ts'
import { hashed, linkOf, newToken } from './tokens.ts'

/** So many in one batch, so many of them at the same time: the page shows how far it is and may stop after each. */
const BATCH = 20
const AT_ONCE = 5

type Invited = Awaited<ReturnType<typeof listInvited>>[number]

/**
 * Sends their links to invited people. A link is made for the sending and kept nowhere: the roster holds its fingerprint and how the sending ended, never whether the person
 * answered. Whoever has been given a link already, printed or sent, is left alone, so that repeating sends to nobody twice; where the program stopped in between, a
 * new link goes out and the earlier one, if it arrived, no longer counts.
 */
export const sendInvitationsRoute = serveOutside(sendInvitations, async ({ services, scene, input }) => {
  const { institutionId, actor, now } = scene
  const today = dayIn(services.config.timeZone, now)
  const here = { institutionId, waveId: input.waveId }
  const begun = await services.database.inInstitution(institutionId, async (tx) => {
    const wave = await findWave(tx, institutionId, input.waveId)
    if (wave?.collects !== 'online' || wave.shared_link) throw new Refusal('not-found')
    if (wave.closed_on !== null) throw new Refusal('wave-closed')
    const { reachable, noWay } = await reachableOf(tx, institutionId, await listInvited(tx, here), today)
    const tried = new Set(input.failed)
    const due = reachable.filter(({ row }) => isDue(row, input.again) && !tried.has(row.invitation_id))
    const batch = due.slice(0, BATCH).map((one) => ({ ...one, token: newToken() }))
    await beginSending(
      tx,
      here,
      batch.map(({ row, token }) => ({ invitationId: row.invitation_id, tokenHash: hashed(token) })),
    )
    const { code, name_zh, name_en } = await findInstitutionRow(tx, institutionId)
    const invitation = (token: string) =>
      invitationTo({ wave, from: { zh: name_zh, en: name_en }, href: linkOf({ code, waveId: wave.wave_id, token }) })
    return { batch: batch.map((one) => ({ ...one, message: invitation(one.token) })), left: due.length - batch.length, noWay }
  })
  const outcomes: { invitationId: string; sending: 'sent' | 'failed'; fault: string | null }[] = []
  const line = [...begun.batch]
  const sendNext = async (): Promise<void> => {
    for (let one = line.shift(); one; one = line.shift()) {
      const fault = await sendToPerson(one.way, one.message, { now, address: services.config.address })
      outcomes.push({ invitationId: one.row.invitation_id, sending: fault === null ? 'sent' : 'failed', fault })
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, sendNext))
  const failed = outcomes.filter((one) => one.sending === 'failed').map((one) => one.invitationId)
  const sent = outcomes.length - failed.length
  await services.database.inInstitution(institutionId, async (tx) => {
    await noteSending(tx, here, outcomes, today)
    const subject = { kind: 'wave', id: input.waveId, detail: { sent, failed: failed.length } }
    await appendAudit(tx, { institutionId, actor, now, action: sendInvitations.audit ?? '', subject })
  })
  return { sent, failed, left: begun.left, noWay: begun.noWay }
})

/** Has no link yet, or one whose sending never ended; those that could not be delivered only when they are meant. */
function isDue(row: Invited, again: boolean): boolean {
  if (row.sending === 'sent') return false
  if (row.sending === 'failed') return again
  return row.sending === 'begun' || !row.has_link
}

type Standing = OutputOf<typeof listInvitations>['invitations'][number]['sending']

/** How the sending to each invited person stands. */
export async function sendingOf(tx: Tx, { institutionId, waveId }: { institutionId: string; waveId: string }, today: string) {
  const rows = await listInvited(tx, { institutionId, waveId })
  const { reachable } = await reachableOf(tx, institutionId, rows, today)
  const within = new Set(reachable.map(({ row }) => row.invitation_id))
  const byId = new Map(rows.map((row) => [row.invitation_id, row]))
  return (invitationId: string) => {
    const row = byId.get(invitationId)
    const isReachable = within.has(invitationId)
    const sending: Standing = row?.sending === 'sent' ? 'sent' : row?.sending === 'failed' ? 'failed' : isReachable ? 'not-sent' : 'no-way'
    return { sending, sentOn: row?.sent_on ?? null, fault: row?.sending_fault ?? '' }
  }
}

async function reachableOf(tx: Tx, institutionId: string, invited: readonly Invited[], today: string) {
  const numbers = new Map((await listPeople(tx, institutionId, today)).map((one) => [one.personId, one.employeeNo]))
  const people = invited.flatMap(({ person_id }) =>
    person_id === null ? [] : [{ personId: person_id, employeeNo: numbers.get(person_id) ?? '' }],
  )
  const ways = await waysTo(tx, institutionId, people)
  const reachable = invited.flatMap((row) => {
    const way = ways.get(row.person_id ?? '')
    return way ? [{ row, way }] : []
  })
  return { reachable, noWay: invited.length - reachable.length }
}

type Named = { readonly zh: string; readonly en: string }
type Inviting = {
  readonly wave: {
    readonly wave_id: string
    readonly name_zh: string
    readonly name_en: string
    readonly closes_on: string | null
    readonly mode: string
  }
  readonly from: Named
  readonly href: string
}

function invitationTo({ wave, from, href }: Inviting): PersonalMessage {
  const until = wave.closes_on === null ? { zh: '', en: '' } : { zh: `截止 ${wave.closes_on}。`, en: ` It closes on ${wave.closes_on}.` }
  const promise =
    wave.mode === 'anonymous'
      ? {
          zh: '答卷匿名：链接只证明您受邀，任何人都无法把答案与您对应。',
          en: ' It is anonymous: the link shows that you were invited, and nobody can join an answer to you.',
        }
      : { zh: '保存哪些内容，打开后先说明。', en: ' What is stored is said before you begin.' }
  return {
    key: `invitation ${wave.wave_id}`,
    subject: { zh: `请您作答：${wave.name_zh}`, en: `Your answers are asked for: ${wave.name_en || wave.name_zh}` },
    body: {
      zh: `${from.zh}请您填写“${wave.name_zh}”。${until.zh}${promise.zh}下面的链接仅供您本人使用一次，请勿转发。`,
      en: `${from.en || from.zh} asks you to answer “${wave.name_en || wave.name_zh}”.${until.en}${promise.en} The link below is for you alone and works once; please do not pass it on.`,
    },
    href,
    dueOn: wave.closes_on,
  }
}
