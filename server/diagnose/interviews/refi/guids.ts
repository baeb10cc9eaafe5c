import { createHash } from 'node:crypto'

/** The same thing of the same institution always has the same guid, in every export. */
export function guidOf(institutionId: string, name: string): string {
  const hash = createHash('sha256').update(`${institutionId} ${name}`).digest('hex')
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}

/** Of a code: the one it came with from another program, else its own. */
export const guidOfCode = (institutionId: string, code: { readonly code: string; readonly guid: string | null }): string =>
  code.guid ?? guidOf(institutionId, code.code)
export const guidOfInterview = (institutionId: string, interviewId: string): string => guidOf(institutionId, `interview ${interviewId}`)
/** A coder known here by the account's id; one of another program keeps the guid that came with the file. */
export const guidOfCoder = (coderId: string): string => coderId

export const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (one) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[one] ?? '')
