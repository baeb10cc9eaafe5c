import { DONE } from '@milepost/contract/fields'
import {
  confirmPrivacyNotice,
  type NoticeBody,
  publishPrivacyNotice,
  readPrivacyNotice,
  readReceipts,
} from '@milepost/contract/open/privacy'
import { Refusal } from '@milepost/contract/refusals'
import { contentHash } from '../../platform/audit/canonicalJson.ts'
import { serve } from '../../platform/http/serve.ts'
import { REGISTER } from '../myData/register.ts'
import { findInstitution } from '../publication/data.ts'
import { findNotice, findReceipt, insertNotice, insertReceipt, listReaders } from './data.ts'

/** Not yet compared with the official text: shown with that mark. */
const RIGHTS: NoticeBody['rights'] = [
  { zh: '查阅、复制：在“我的个人信息”随时查看并导出。', en: 'See and copy: everything is on “My data”, and can be exported there.' },
  { zh: '更正、补充：在同一页提出，由绩效办答复。', en: 'Correct and complete: ask on the same page; the office answers.' },
  {
    zh: '要求说明：每个得分、等次和数额都有说明单；任何等次和数额都由具名的人决定，不由程序自动作出（个人信息保护法第24条，待核实）。',
    en: 'Ask for an explanation: each score, grade and amount has its ticket; each is decided by a named person, never by the program alone (Personal Information Protection Law, Art. 24; to be verified).',
  },
  {
    zh: '期满清除：超过保存期限的数据按期清除，并留下清除记录。',
    en: 'Erasure: what has outlived its time is erased, and the erasure is on record.',
  },
]

export const readPrivacyNoticeRoute = serve(readPrivacyNotice, {
  run: async ({ tx, institutionId, actor }) => {
    const notice = await findNotice(tx, institutionId)
    if (!notice || actor.accountId === null) return { notice: null, readAt: null }
    const readAt = await findReceipt(tx, institutionId, { version: notice.version, accountId: actor.accountId })
    return { notice: { ...notice, publishedAt: notice.publishedAt.toISOString() }, readAt: readAt?.toISOString() ?? null }
  },
})

export const confirmPrivacyNoticeRoute = serve(confirmPrivacyNotice, {
  run: async ({ tx, institutionId, input, actor, now, audit }) => {
    if (actor.accountId === null) throw new Refusal('not-signed-in')
    const notice = await findNotice(tx, institutionId)
    if (notice?.version !== input.version) throw new Refusal('notice-not-newest')
    await insertReceipt(tx, institutionId, { version: input.version, accountId: actor.accountId, at: now })
    audit({ kind: 'privacy-notice', id: String(input.version) })
    return DONE
  },
})

/** The notice is written from the register of processing, so that what is told is what is done. */
export const publishPrivacyNoticeRoute = serve(publishPrivacyNotice, {
  run: async ({ tx, institutionId, input, actor, now, audit }) => {
    const institution = await findInstitution(tx, institutionId)
    const before = await findNotice(tx, institutionId)
    const body: NoticeBody = {
      institution: { zh: institution.name_zh, en: institution.name_en },
      contact: input.contact,
      kinds: REGISTER.map((kind) => ({ ...kind })),
      rights: RIGHTS,
    }
    if (before && contentHash(before.body) === contentHash(body)) throw new Refusal('notice-same', { version: before.version })
    const version = (before?.version ?? 0) + 1
    await insertNotice(tx, institutionId, { version, body, publishedAt: now, publishedBy: actor.name })
    audit({ kind: 'privacy-notice', id: String(version), detail: { version, hash: contentHash(body) } })
    return { version }
  },
})

export const readReceiptsRoute = serve(readReceipts, {
  run: async ({ tx, institutionId }) => {
    const notice = await findNotice(tx, institutionId)
    if (!notice) return { version: null, contact: '', read: 0, accounts: 0, missing: [] }
    const readers = await listReaders(tx, institutionId, notice.version)
    const missing = readers.filter((one) => one.read_at === null)
    return {
      version: notice.version,
      contact: notice.body.contact,
      read: readers.length - missing.length,
      accounts: readers.length,
      missing: missing.map((one) => ({ accountId: one.account_id, name: one.display_name, username: one.username })),
    }
  },
})
