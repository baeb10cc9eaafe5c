import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, day, done, empty, id } from '../fields.ts'

/** What the program tells people, and the channels it goes out by. */

export const channelKind = z.enum(['mail', 'webhook', 'wecom', 'dingtalk', 'feishu'])

export const readMessages = endpoint({
  name: 'institution.readMessages',
  method: 'GET',
  path: '/api/messages/mine',
  permission: 'message.own',
  summary: { zh: '我的消息', en: 'My messages' },
  input: z.object({}),
  output: z.object({
    messages: z.array(
      z.object({
        messageId: id,
        subject: bilingual,
        body: bilingual,
        href: z.string(),
        dueOn: day.nullable(),
        at: z.string(),
        isRead: z.boolean(),
      }),
    ),
    address: z.object({ email: z.string(), language: z.enum(['zh', 'en']) }),
    /** Whether mail goes out at all. */
    mailGoesOut: z.boolean(),
  }),
  audit: null,
})

export const markMessagesRead = endpoint({
  name: 'institution.markMessagesRead',
  method: 'POST',
  path: '/api/messages/mine/read',
  permission: 'message.own',
  summary: { zh: '全部标为已读', en: 'Mark all as read' },
  input: z.object({}),
  output: done,
  audit: 'messages-read',
})

export const setMessageAddress = endpoint({
  name: 'institution.setMessageAddress',
  method: 'PUT',
  path: '/api/messages/mine/address',
  permission: 'message.own',
  summary: { zh: '我的邮箱与语言', en: 'My mail address and language' },
  input: z.object({ email: z.union([z.literal(''), z.email()]), language: z.enum(['zh', 'en']) }),
  output: done,
  audit: 'message-address-set',
})

export const downloadMyCalendar = endpoint({
  name: 'institution.downloadMyCalendar',
  kind: 'download',
  method: 'GET',
  path: '/api/messages/mine/calendar',
  permission: 'message.own',
  summary: { zh: '下载我的截止日（.ics 日历）', en: 'My due days as a calendar file (.ics)' },
  input: z.object({ language: z.enum(['zh', 'en']) }),
  output: empty,
  audit: null,
})

export const channel = z.object({
  channelId: id,
  kind: channelKind,
  name: z.string(),
  /** Without user, password or key. */
  shownAddress: z.string(),
  sender: z.string(),
  hasSecret: z.boolean(),
  active: z.boolean(),
  waiting: z.number(),
  sent: z.number(),
  failed: z.number(),
  lastError: z.string(),
})

export const readChannels = endpoint({
  name: 'institution.readChannels',
  method: 'GET',
  path: '/api/messages/channels',
  permission: 'message.channels',
  summary: { zh: '消息通道', en: 'Message channels' },
  input: z.object({}),
  output: z.object({
    channels: z.array(channel),
    days: z.array(z.object({ on: day, ranAt: z.string(), missed: z.number(), messages: z.number() })),
  }),
  audit: null,
})

export const saveChannel = endpoint({
  name: 'institution.saveChannel',
  method: 'POST',
  path: '/api/messages/channels',
  permission: 'message.channels',
  summary: { zh: '设置消息通道', en: 'Set up a message channel' },
  input: z.object({
    /** null: a new one. */
    channelId: id.nullable(),
    kind: channelKind,
    name: z.string().trim().min(1).max(80),
    /** smtp://user:password@host:port, or the https address of the webhook. Empty: keep the one stored. */
    address: z.string().trim().max(500),
    /** Empty: keep the one stored. */
    secret: z.string().max(200),
    sender: z.union([z.literal(''), z.email()]),
    active: z.boolean(),
  }),
  output: z.object({ channelId: id }),
  audit: 'message-channel-set',
})

export const tryChannel = endpoint({
  name: 'institution.tryChannel',
  method: 'POST',
  path: '/api/messages/channels/:channelId/trial',
  permission: 'message.channels',
  summary: { zh: '发送一条测试消息', en: 'Send a trial message' },
  input: z.object({ channelId: id, to: z.union([z.literal(''), z.email()]) }),
  output: z.object({ sent: z.boolean(), error: z.string() }),
  audit: 'message-channel-tried',
})
