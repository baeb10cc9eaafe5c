import { readChannels, saveChannel, tryChannel } from '@milepost/contract/institution/messages'
import { type InvalidField, Refusal } from '@milepost/contract/refusals'
import { appendAudit } from '../../platform/audit/appendAudit.ts'
import { serve, serveOutside } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { type ChannelKind, listChannels, listDays, putChannel } from './data.ts'
import { countDeliveries } from './deliveryData.ts'
import { sendOne } from './sendMessages.ts'

/** Of an address only what tells it apart: no user, no password, no key. */
function shown(address: string): string {
  const url = URL.parse(address)
  return url === null ? '' : `${url.protocol}//${url.host}${url.pathname === '/' ? '' : url.pathname}`
}

export const readChannelsRoute = serve(readChannels, {
  run: async ({ tx, institutionId }) => {
    const counted = await countDeliveries(tx, institutionId)
    return {
      channels: (await listChannels(tx, institutionId)).map(({ channelId, kind, name, address, sender, secret, active }) => ({
        channelId,
        kind,
        name,
        shownAddress: shown(address),
        sender,
        hasSecret: secret !== '',
        active,
        ...counted(channelId),
      })),
      days: (await listDays(tx, institutionId, 14)).map((row) => ({
        on: row.on_day,
        ranAt: row.ran_at.toISOString(),
        missed: row.missed,
        messages: row.messages,
      })),
    }
  },
})

/** An address or secret left empty keeps the stored one: neither is ever sent to a browser. */
export const saveChannelRoute = serve(saveChannel, {
  run: async ({ tx, institutionId, input, actor, now, audit }) => {
    const known = (await listChannels(tx, institutionId)).find((one) => one.channelId === input.channelId)
    if (input.channelId !== null && !known) throw new Refusal('not-found')
    const address = input.address === '' ? (known?.address ?? '') : input.address
    const secret = input.secret === '' ? (known?.secret ?? '') : input.secret
    const { kind, name, sender, active } = input
    const fields = faultsOf({ kind, address, secret, sender })
    if (fields.length > 0) throw new Refusal('input-invalid', { count: fields.length }, fields)
    const channelId = input.channelId ?? newId()
    await putChannel(tx, institutionId, { channelId, kind, name, address, secret, sender, active, by: actor.name, at: now })
    audit({ kind: 'message-channel', id: channelId, detail: { kind, name, address: shown(address), active } })
    return { channelId }
  },
})

function faultsOf(given: { kind: ChannelKind; address: string; secret: string; sender: string }): InvalidField[] {
  const protocol = URL.parse(given.address)?.protocol ?? ''
  const fields: InvalidField[] = []
  if (given.kind === 'mail') {
    if (!['smtp:', 'smtps:'].includes(protocol))
      fields.push({
        pointer: '/address',
        zh: '邮件服务器写成 smtp://用户:密码@主机:端口 或 smtps://…。',
        en: 'Write the mail server as smtp://user:password@host:port, or smtps://….',
      })
    if (given.sender === '') fields.push({ pointer: '/sender', zh: '请填写发件邮箱。', en: 'Give the address mail is sent from.' })
    return fields
  }
  if (!['https:', 'http:'].includes(protocol))
    fields.push({ pointer: '/address', zh: '请填写 https:// 开头的地址。', en: 'Give an address that begins with https://.' })
  if (given.kind === 'webhook' && given.secret.length < 16)
    fields.push({
      pointer: '/secret',
      zh: '签名密钥至少 16 个字符，接收方用它核对消息未被改动。',
      en: 'The key of the signature has at least 16 characters; the receiver checks by it that nothing was changed.',
    })
  return fields
}

/** Goes out at once, outside of any transaction, and says what the receiver answered. */
export const tryChannelRoute = serveOutside(tryChannel, async ({ services: { database, config }, scene, input }) => {
  const { institutionId, now } = scene
  const channels = await database.inInstitution(institutionId, (tx) => listChannels(tx, institutionId))
  const channel = channels.find((one) => one.channelId === input.channelId)
  if (!channel) throw new Refusal('not-found')
  if (channel.kind === 'mail' && input.to === '')
    throw new Refusal('input-invalid', { count: 1 }, [
      { pointer: '/to', zh: '请填写收件邮箱。', en: 'Give the address the trial goes to.' },
    ])
  const messageId = newId()
  const trial = { messageId, attempts: 1, key: `trial ${messageId}`, href: '/', dueOn: null, createdAt: now, employeeNo: null }
  const words = {
    subjectZh: '测试消息',
    subjectEn: 'Trial message',
    bodyZh: '收到本消息，说明该通道可用。',
    bodyEn: 'If you read this, the channel works.',
  }
  const error = await sendOne({ ...channel, ...trial, ...words, email: input.to, language: 'zh' }, now, config.address).then(
    () => '',
    (fault: unknown) => (fault instanceof Error ? fault.message : String(fault)),
  )
  const subject = { kind: 'message-channel', id: channel.channelId, detail: { sent: error === '' } }
  await database.inInstitution(institutionId, (tx) => appendAudit(tx, { ...scene, action: 'message-channel-tried', subject }))
  return { sent: error === '', error }
})
