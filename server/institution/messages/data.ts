import type { Bilingual } from '@milepost/terms/bilingual'
import type { Tx } from '../../platform/database/database.ts'

export type ChannelKind = 'mail' | 'webhook' | 'wecom' | 'dingtalk' | 'feishu'
export type Channel = {
  readonly channelId: string
  readonly kind: ChannelKind
  readonly name: string
  readonly address: string
  readonly secret: string
  readonly sender: string
  readonly active: boolean
}

export async function listChannels(tx: Tx, institutionId: string): Promise<Channel[]> {
  const rows = await tx
    .selectFrom('message_channel')
    .selectAll()
    .$narrowType<{ kind: ChannelKind }>()
    .where('institution_id', '=', institutionId)
    .orderBy('name')
    .execute()
  return rows.map(({ channel_id, kind, name, address, secret, sender, active }) => ({
    channelId: channel_id,
    kind,
    name,
    address,
    secret,
    sender,
    active,
  }))
}

export async function putChannel(tx: Tx, institutionId: string, given: Channel & { by: string; at: Date }): Promise<void> {
  const what = {
    kind: given.kind,
    name: given.name,
    address: given.address,
    secret: given.secret,
    sender: given.sender,
    active: given.active,
    set_by: given.by,
    set_at: given.at,
  }
  await tx
    .insertInto('message_channel')
    .values({ institution_id: institutionId, channel_id: given.channelId, ...what })
    .onConflict((on) => on.columns(['institution_id', 'channel_id']).doUpdateSet(what))
    .execute()
}

export type StoredMessage = {
  readonly messageId: string
  readonly key: string
  readonly personId: string | null
  readonly subject: Bilingual
  readonly body: Bilingual
  readonly href: string
  readonly dueOn: string | null
  readonly at: Date
}

/** Those told for the first time: a key that is there already is left alone. */
export async function insertMessages(tx: Tx, institutionId: string, messages: readonly StoredMessage[]): Promise<ReadonlySet<string>> {
  if (messages.length === 0) return new Set()
  const rows = await tx
    .insertInto('message')
    .values(
      messages.map((one) => ({
        institution_id: institutionId,
        message_id: one.messageId,
        key: one.key,
        person_id: one.personId,
        subject_zh: one.subject.zh,
        subject_en: one.subject.en,
        body_zh: one.body.zh,
        body_en: one.body.en,
        href: one.href,
        due_on: one.dueOn,
        created_at: one.at,
      })),
    )
    .onConflict((on) => on.doNothing())
    .returning('message_id')
    .execute()
  return new Set(rows.map((row) => row.message_id))
}

export async function insertDeliveries(
  tx: Tx,
  institutionId: string,
  rows: readonly { messageId: string; channelId: string; at: Date }[],
): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insertInto('message_delivery')
    .values(rows.map((one) => ({ institution_id: institutionId, message_id: one.messageId, channel_id: one.channelId, next_at: one.at })))
    .execute()
}

export async function messagesOf(tx: Tx, institutionId: string, personId: string) {
  return tx
    .selectFrom('message')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('person_id', '=', personId)
    .orderBy('created_at', 'desc')
    .limit(200)
    .execute()
}

export async function markRead(tx: Tx, given: { institutionId: string; personId: string; at: Date }): Promise<void> {
  await tx
    .updateTable('message')
    .set({ read_at: given.at })
    .where('institution_id', '=', given.institutionId)
    .where('person_id', '=', given.personId)
    .where('read_at', 'is', null)
    .execute()
}

export type Address = { readonly email: string; readonly language: 'zh' | 'en' }

export async function addressesOf(tx: Tx, institutionId: string, personIds: readonly string[]): Promise<ReadonlyMap<string, Address>> {
  if (personIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('message_address')
    .selectAll()
    .$narrowType<{ language: Address['language'] }>()
    .where('institution_id', '=', institutionId)
    .where('person_id', 'in', [...personIds])
    .execute()
  return new Map(rows.map((row) => [row.person_id, { email: row.email, language: row.language }]))
}

export async function putAddress(tx: Tx, institutionId: string, given: Address & { personId: string }): Promise<void> {
  const what = { email: given.email, language: given.language }
  await tx
    .insertInto('message_address')
    .values({ institution_id: institutionId, person_id: given.personId, ...what })
    .onConflict((on) => on.columns(['institution_id', 'person_id']).doUpdateSet(what))
    .execute()
}

export async function listDays(tx: Tx, institutionId: string, limit: number) {
  return tx.selectFrom('day_run').selectAll().where('institution_id', '=', institutionId).orderBy('on_day', 'desc').limit(limit).execute()
}

/** False: the day has been worked through already, here or by a program beside this one. */
export async function claimDay(tx: Tx, given: { institutionId: string; day: string; missed: number; at: Date }): Promise<boolean> {
  const row = await tx
    .insertInto('day_run')
    .values({ institution_id: given.institutionId, on_day: given.day, ran_at: given.at, missed: given.missed, messages: 0 })
    .onConflict((on) => on.doNothing())
    .returning('on_day')
    .executeTakeFirst()
  return row !== undefined
}

export async function countDay(tx: Tx, given: { institutionId: string; day: string; messages: number }): Promise<void> {
  await tx
    .updateTable('day_run')
    .set({ messages: given.messages })
    .where('institution_id', '=', given.institutionId)
    .where('on_day', '=', given.day)
    .execute()
}
