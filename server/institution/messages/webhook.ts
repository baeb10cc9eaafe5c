import { createHmac } from 'node:crypto'
import type { Waiting } from './deliveryData.ts'

/** What is sent to a webhook: where, with which headers, and the body as it was signed. */
export type Post = { readonly url: string; readonly headers: Readonly<Record<string, string>>; readonly body: string }

type Told = Pick<Waiting, 'kind' | 'address' | 'secret' | 'key' | 'employeeNo' | 'dueOn' | 'language'> & {
  readonly subject: string
  readonly body: string
  readonly link: string
}

const JSON_HEADERS = { 'content-type': 'application/json; charset=utf-8' }
const hmac = (key: string, text: string) => createHmac('sha256', key).update(text)

/**
 * The form each receiver asks for. WeCom keeps its key in the address and signs nothing; DingTalk signs time and secret in the address, Feishu in the
 * body; our own form signs time and body in a header, so that a receiver can refuse what is old or changed.
 */
export function postFor(told: Told, now: Date): Post {
  const text = `${told.subject}\n${told.body}\n${told.link}`
  if (told.kind === 'wecom')
    return { url: told.address, headers: JSON_HEADERS, body: JSON.stringify({ msgtype: 'text', text: { content: text } }) }
  if (told.kind === 'dingtalk') {
    const body = JSON.stringify({
      msgtype: 'markdown',
      markdown: { title: told.subject, text: `#### ${told.subject}\n\n${told.body}\n\n[${told.link}](${told.link})` },
    })
    if (told.secret === '') return { url: told.address, headers: JSON_HEADERS, body }
    const timestamp = String(now.getTime())
    const url = new URL(told.address)
    url.searchParams.set('timestamp', timestamp)
    url.searchParams.set('sign', hmac(told.secret, `${timestamp}\n${told.secret}`).digest('base64'))
    return { url: url.toString(), headers: JSON_HEADERS, body }
  }
  if (told.kind === 'feishu') {
    const timestamp = String(Math.floor(now.getTime() / 1000))
    const signed = told.secret === '' ? {} : { timestamp, sign: hmac(`${timestamp}\n${told.secret}`, '').digest('base64') }
    return { url: told.address, headers: JSON_HEADERS, body: JSON.stringify({ ...signed, msg_type: 'text', content: { text } }) }
  }
  const { key, employeeNo, dueOn, language, subject, link } = told
  const body = JSON.stringify({ key, employeeNo, dueOn, language, subject, body: told.body, link })
  const timestamp = String(Math.floor(now.getTime() / 1000))
  const signature = `sha256=${hmac(told.secret, `${timestamp}.${body}`).digest('hex')}`
  return { url: told.address, headers: { ...JSON_HEADERS, 'x-milepost-timestamp': timestamp, 'x-milepost-signature': signature }, body }
}

/** The robots answer 200 also when they refuse; the reason stands in the body. */
export function refusedBy(kind: Waiting['kind'], status: number, answer: string): string | null {
  if (status < 200 || status >= 300) return `HTTP ${status} ${answer.slice(0, 200)}`
  if (kind === 'webhook') return null
  const code = /"(?:errcode|code|StatusCode)"\s*:\s*(-?\d+)/.exec(answer)?.[1]
  return code === undefined || code === '0' ? null : answer.slice(0, 200)
}
