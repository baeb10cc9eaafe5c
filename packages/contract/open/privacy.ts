import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, day, done, empty } from '../fields.ts'

const processingKind = z.object({
  code: z.string(),
  name: bilingual,
  purpose: bilingual,
  ground: bilingual,
  kept: bilingual,
  readBy: bilingual,
})

/** What the staff are told: who, for what, on which ground, how long, and their rights. */
export const noticeBody = z.object({
  institution: bilingual,
  contact: z.string(),
  kinds: z.array(processingKind),
  rights: z.array(bilingual),
})
export type NoticeBody = z.infer<typeof noticeBody>

export const readPrivacyNotice = endpoint({
  name: 'open.readPrivacyNotice',
  method: 'GET',
  path: '/api/privacy-notice',
  permission: 'data.own',
  summary: { zh: '个人信息告知书', en: 'The notice about personal data' },
  input: empty,
  output: z.object({
    /** The newest; null: none has been published. */
    notice: z.object({ version: z.int(), publishedAt: z.string(), publishedBy: z.string(), body: noticeBody }).nullable(),
    /** When this account confirmed the newest version; null: not yet. */
    readAt: z.string().nullable(),
  }),
  audit: null,
})

export const confirmPrivacyNotice = endpoint({
  name: 'open.confirmPrivacyNotice',
  method: 'POST',
  path: '/api/privacy-notice/receipt',
  permission: 'data.own',
  summary: { zh: '确认已阅读告知书', en: 'Confirm having read the notice' },
  input: z.object({ version: z.int().min(1) }),
  output: done,
  audit: 'privacy-notice-read',
})

export const publishPrivacyNotice = endpoint({
  name: 'open.publishPrivacyNotice',
  method: 'POST',
  path: '/api/privacy-notice',
  permission: 'privacy.keep',
  summary: { zh: '发布告知书', en: 'Publish the notice' },
  input: z.object({ contact: z.string().trim().min(3).max(200) }),
  output: z.object({ version: z.int() }),
  audit: 'privacy-notice-published',
})

export const readReceipts = endpoint({
  name: 'open.readReceipts',
  method: 'GET',
  path: '/api/privacy-notice/receipts',
  permission: 'privacy.keep',
  summary: { zh: '告知书阅读情况', en: 'Who has read the notice' },
  input: empty,
  output: z.object({
    version: z.int().nullable(),
    contact: z.string(),
    read: z.int(),
    accounts: z.int(),
    missing: z.array(z.object({ accountId: z.string(), name: z.string(), username: z.string() })),
  }),
  audit: null,
})

export const retentionKind = z.enum(['sessions', 'feedback', 'requests', 'check-ins', 'absences'])
export type RetentionKind = z.infer<typeof retentionKind>

export const readRetention = endpoint({
  name: 'open.readRetention',
  method: 'GET',
  path: '/api/retention',
  permission: 'privacy.keep',
  summary: { zh: '保存期限与到期数据', en: 'How long data are kept, and what is due' },
  input: empty,
  output: z.object({
    kinds: z.array(
      z.object({
        kind: retentionKind,
        name: bilingual,
        rule: bilingual,
        /** Everything that ended before this day is due. */
        beforeDay: day,
        due: z.int(),
      }),
    ),
    log: z.array(
      z.object({
        kind: z.string(),
        beforeDay: day,
        erased: z.int(),
        reason: z.string(),
        purgedAt: z.string(),
        purgedBy: z.string(),
      }),
    ),
  }),
  audit: null,
})

export const purgeDue = endpoint({
  name: 'open.purgeDue',
  method: 'POST',
  path: '/api/retention/purges',
  permission: 'privacy.keep',
  summary: { zh: '清除到期数据', en: 'Erase what is due' },
  input: z.object({
    kind: retentionKind,
    /** How many were looked at: others than these are not erased. */
    expected: z.int().min(1),
    reason: z.string().trim().min(5).max(1000),
  }),
  output: z.object({ erased: z.int() }),
  audit: 'data-purged',
})

/** The register of processing and the impact assessment, filled from the configuration. */
export const downloadPrivacyPaper = endpoint({
  name: 'open.downloadPrivacyPaper',
  kind: 'download',
  method: 'GET',
  path: '/api/privacy-papers/:paper',
  permission: 'privacy.keep',
  summary: { zh: '下载处理活动登记表、影响评估报告', en: 'Register of processing, impact assessment' },
  input: z.object({ paper: z.enum(['register', 'impact']), language: z.enum(['zh', 'en']) }),
  output: z.unknown(),
  audit: 'paper-made',
})
