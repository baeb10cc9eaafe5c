import { randomUUID } from 'node:crypto'
import { REFUSALS, Refusal, refusalText } from '@milepost/contract/refusals'
import { Interruption } from '../database/database.ts'

/** RFC 9457 problem details, with the sentence in both languages and every invalid field. */
export type Problem = {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: string
  readonly text: { readonly zh: string; readonly en: string }
  readonly details: Readonly<Record<string, unknown>>
  readonly fields: readonly { readonly pointer: string; readonly text: { readonly zh: string; readonly en: string } }[]
}

/** The longest JSON body. */
export const MOST_JSON_MB = 5

/** Any fault as a problem: a refusal as itself, everything else as an internal fault with a reference that the log also holds. */
export function problemOf(fault: unknown, log: (reference: string, fault: unknown) => void): Problem {
  const refusal = fault instanceof Refusal ? fault : (known(fault) ?? internal(fault, log))
  const text = refusalText(refusal.code, refusal.details)
  return {
    type: `urn:milepost:refusal:${refusal.code}`,
    title: text.en,
    status: REFUSALS[refusal.code].status,
    code: refusal.code,
    text,
    details: refusal.details,
    fields: refusal.fields.map((field) => ({ pointer: field.pointer, text: { zh: field.zh, en: field.en } })),
  }
}

/** Faults of the frame and the database that have a name of their own. */
function known(fault: unknown): Refusal | null {
  if (fault instanceof Interruption) return new Refusal(fault.reason === 'query-overdue' ? 'query-ended' : 'too-busy')
  const code = codeOf(fault)
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new Refusal('input-too-large', { limitMb: MOST_JSON_MB })
  if (code === '57014' || code === '25P03') return new Refusal('query-ended')
  if (code === '40001' || code === '40P01' || code === '55P03') return new Refusal('too-busy')
  // a NUL or half a character, which no text column takes
  if (code === '22021' || code === '22P05')
    return unreadable(
      '文字中有不能保存的字符（空字符或半个字符），请删去。',
      'A text holds a character that cannot be kept (a NUL or half a character). Take it out.',
    )
  if (code === 'FST_ERR_CTP_INVALID_JSON_BODY' || code === 'FST_ERR_CTP_EMPTY_JSON_BODY' || fault instanceof SyntaxError)
    return unreadable(
      '收到的内容不是完整的 JSON，可能在传输中被截断，请重新提交。',
      'What arrived is not complete JSON; it may have been cut on its way. Send it again.',
    )
  const status = statusOf(fault)
  if (status === 403 || status === 404) return new Refusal('not-found')
  return status >= 400 && status < 500 ? new Refusal('input-invalid') : null
}

const unreadable = (zh: string, en: string) => new Refusal('input-invalid', { count: 1 }, [{ pointer: '/', zh, en }])

function internal(fault: unknown, log: (reference: string, fault: unknown) => void): Refusal {
  const reference = randomUUID().slice(0, 8)
  log(reference, fault)
  return new Refusal('internal-fault', { reference })
}

const codeOf = (fault: unknown): string => (fault !== null && typeof fault === 'object' && 'code' in fault ? String(fault.code) : '')
/** What the frame would answer: it has found the request itself wrong. */
const statusOf = (fault: unknown): number =>
  fault !== null && typeof fault === 'object' && 'statusCode' in fault ? Number(fault.statusCode) : 0
