import type { Bilingual } from '@milepost/terms/bilingual'
import type { Tx } from '../../platform/database/database.ts'
import { newId } from '../../platform/newId.ts'
import { addressesOf, type Channel, listChannels } from './data.ts'
import { sendOne } from './sendMessages.ts'

/** What is for one person alone and kept nowhere: a link that entitles. */
export type PersonalMessage = {
  readonly key: string
  readonly subject: Bilingual
  readonly body: Bilingual
  readonly href: string
  readonly dueOn: string | null
}
type Way = { readonly channel: Channel; readonly email: string | null; readonly language: 'zh' | 'en'; readonly employeeNo: string | null }

/** Channels that reach single people; robots speak to a group. */
export async function channelsToPeople(tx: Tx, institutionId: string): Promise<Channel[]> {
  return (await listChannels(tx, institutionId)).filter(({ active, kind }) => active && (kind === 'mail' || kind === 'webhook'))
}

/** How each of these people can be reached: by mail if an address is known, else by the institution's own gateway, which knows them by their number. */
export async function waysTo(
  tx: Tx,
  institutionId: string,
  people: readonly { readonly personId: string; readonly employeeNo: string }[],
): Promise<ReadonlyMap<string, Way>> {
  const channels = await channelsToPeople(tx, institutionId)
  const mail = channels.find(({ kind }) => kind === 'mail')
  const gateway = channels.find(({ kind }) => kind === 'webhook')
  const addresses = await addressesOf(
    tx,
    institutionId,
    people.map(({ personId }) => personId),
  )
  const ways = people.flatMap(({ personId, employeeNo }) => {
    const { email = '', language = 'zh' as const } = addresses.get(personId) ?? {}
    const channel = mail && email !== '' ? mail : gateway
    return channel ? [[personId, { channel, email: email || null, language, employeeNo }] as const] : []
  })
  return new Map(ways)
}

/** Sends at once and keeps nothing; says why it could not, or null. */
export function sendToPerson(
  way: Way,
  message: PersonalMessage,
  { now, address }: { now: Date; address: string | undefined },
): Promise<string | null> {
  const { channel, email, language, employeeNo } = way
  const { kind, channelId, secret, sender } = channel
  const told = {
    ...{ messageId: newId(), channelId, attempts: 1, key: message.key, href: message.href, dueOn: message.dueOn, createdAt: now },
    ...{ subjectZh: message.subject.zh, subjectEn: message.subject.en, bodyZh: message.body.zh, bodyEn: message.body.en },
    ...{ employeeNo, email, language, kind, address: channel.address, secret, sender },
  }
  return sendOne(told, now, address).then(
    () => null,
    (fault: unknown) => (fault instanceof Error ? fault.message : String(fault)).slice(0, 300),
  )
}
