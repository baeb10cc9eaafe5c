import type { Bilingual } from '@milepost/terms/bilingual'
import type { Tx } from '../../platform/database/database.ts'
import { newId } from '../../platform/newId.ts'
import { addressesOf, type ChannelKind, insertDeliveries, insertMessages, listChannels } from './data.ts'

export type NewMessage = {
  /** Names the occasion: the same key is told once, however often it is queued. */
  readonly key: string
  /** null: to the group robots; it names nobody. */
  readonly personId: string | null
  readonly subject: Bilingual
  readonly body: Bilingual
  /** The page where it is done. */
  readonly href: string
  readonly dueOn: string | null
}

const GROUPS: readonly ChannelKind[] = ['wecom', 'dingtalk', 'feishu']

/** Puts messages before people and into the queues of the channels that reach them. Says how many were new. */
export async function queueMessages(tx: Tx, institutionId: string, messages: readonly NewMessage[], now: Date): Promise<number> {
  if (messages.length === 0) return 0
  const stored = messages.map((one) => ({ ...one, messageId: newId(), at: now }))
  const fresh = await insertMessages(tx, institutionId, stored)
  const told = stored.filter((one) => fresh.has(one.messageId))
  const channels = (await listChannels(tx, institutionId)).filter((one) => one.active)
  if (told.length === 0 || channels.length === 0) return told.length
  const people = [...new Set(told.flatMap((one) => (one.personId === null ? [] : [one.personId])))]
  const addresses = await addressesOf(tx, institutionId, people)
  await insertDeliveries(
    tx,
    institutionId,
    told.flatMap(({ messageId, personId }) =>
      channels
        .filter(({ kind }) => (personId === null ? GROUPS.includes(kind) : kind === 'webhook' || (kind === 'mail' && hasMail(personId))))
        .map(({ channelId }) => ({ messageId, channelId, at: now })),
    ),
  )
  return told.length

  function hasMail(personId: string): boolean {
    return (addresses.get(personId)?.email ?? '') !== ''
  }
}
