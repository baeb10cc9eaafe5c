import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { ChannelKind } from './data.ts'

export type Waiting = {
  readonly messageId: string
  readonly channelId: string
  readonly attempts: number
  readonly key: string
  readonly subjectZh: string
  readonly subjectEn: string
  readonly bodyZh: string
  readonly bodyEn: string
  readonly href: string
  readonly dueOn: string | null
  readonly createdAt: Date
  readonly employeeNo: string | null
  readonly email: string | null
  readonly language: 'zh' | 'en'
  readonly kind: ChannelKind
  readonly address: string
  readonly secret: string
  readonly sender: string
}

/** How long a sending may take before somebody else may try again, and how often it is tried. */
const LEASE_MS = 5 * 60_000
const MOST_ATTEMPTS = 6

/** Takes what is due out of the queue for a while: two programs never send the same at the same time. */
export async function lease(tx: Tx, institutionId: string, now: Date, limit: number): Promise<Waiting[]> {
  const until = new Date(now.getTime() + LEASE_MS)
  const taken = await sql<{ message_id: string; channel_id: string; attempts: number }>`
    update message_delivery set attempts = attempts + 1, next_at = ${until}
    where institution_id = ${institutionId} and (message_id, channel_id) in (
      select waiting.message_id, waiting.channel_id from message_delivery as waiting
      join message_channel on message_channel.institution_id = waiting.institution_id
        and message_channel.channel_id = waiting.channel_id and message_channel.active
      where waiting.institution_id = ${institutionId} and waiting.state = 'waiting' and waiting.next_at <= ${now}
      order by waiting.next_at limit ${limit} for update of waiting skip locked)
    returning message_id, channel_id, attempts`.execute(tx)
  if (taken.rows.length === 0) return []
  const rows = await tx
    .selectFrom('message')
    .leftJoin('person', (join) =>
      join.onRef('person.institution_id', '=', 'message.institution_id').onRef('person.person_id', '=', 'message.person_id'),
    )
    .leftJoin('message_address', (join) =>
      join
        .onRef('message_address.institution_id', '=', 'message.institution_id')
        .onRef('message_address.person_id', '=', 'message.person_id'),
    )
    .selectAll('message')
    .select(['person.employee_no', 'message_address.email', 'message_address.language'])
    .where('message.institution_id', '=', institutionId)
    .where(
      'message_id',
      'in',
      taken.rows.map((one) => one.message_id),
    )
    .execute()
  const channels = await tx.selectFrom('message_channel').selectAll().where('institution_id', '=', institutionId).execute()
  return taken.rows.flatMap((one): Waiting[] => {
    const row = rows.find(({ message_id }) => message_id === one.message_id)
    const channel = channels.find(({ channel_id }) => channel_id === one.channel_id)
    if (!row || !channel) return []
    return [
      {
        messageId: one.message_id,
        channelId: one.channel_id,
        attempts: one.attempts,
        key: row.key,
        subjectZh: row.subject_zh,
        subjectEn: row.subject_en,
        bodyZh: row.body_zh,
        bodyEn: row.body_en,
        href: row.href,
        dueOn: row.due_on,
        createdAt: row.created_at,
        employeeNo: row.employee_no,
        email: row.email,
        language: row.language === 'en' ? 'en' : 'zh',
        kind: channel.kind as ChannelKind,
        address: channel.address,
        secret: channel.secret,
        sender: channel.sender,
      },
    ]
  })
}

type Settled = { readonly messageId: string; readonly channelId: string; readonly attempts: number; readonly error: string | null }

/** Sent, or tried again after 1, 4, 9, 16 and 25 minutes; after that it stands as failed with its last error. */
export async function settle(tx: Tx, institutionId: string, one: Settled, now: Date): Promise<void> {
  const state = one.error === null ? 'sent' : one.attempts >= MOST_ATTEMPTS ? 'failed' : 'waiting'
  await tx
    .updateTable('message_delivery')
    .set({
      state,
      error: one.error ?? '',
      sent_at: state === 'sent' ? now : null,
      next_at: new Date(now.getTime() + one.attempts ** 2 * 60_000),
    })
    .where('institution_id', '=', institutionId)
    .where('message_id', '=', one.messageId)
    .where('channel_id', '=', one.channelId)
    .execute()
}

export async function countDeliveries(tx: Tx, institutionId: string) {
  const rows = await tx
    .selectFrom('message_delivery')
    .select(['channel_id', 'state'])
    .select([sql<number>`count(*)::int`.as('n'), sql<string | null>`max(error)`.as('error')])
    .where('institution_id', '=', institutionId)
    .groupBy(['channel_id', 'state'])
    .execute()
  const of = (channelId: string, state: string) => rows.find((row) => row.channel_id === channelId && row.state === state)
  return (channelId: string) => ({
    waiting: of(channelId, 'waiting')?.n ?? 0,
    sent: of(channelId, 'sent')?.n ?? 0,
    failed: of(channelId, 'failed')?.n ?? 0,
    lastError: of(channelId, 'failed')?.error || of(channelId, 'waiting')?.error || '',
  })
}
