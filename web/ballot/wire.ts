import type { Asked, Place } from './asked.ts'

/** The server said no (`code` of the refusal table), or could not be reached (`no-connection`). */
export class Refused extends Error {
  readonly code: string
  readonly text: { readonly zh: string; readonly en: string }

  constructor(code: string, text: { zh: string; en: string }) {
    super(text.en)
    this.code = code
    this.text = text
  }
}

const NO_CONNECTION = { zh: '暂时没有网络。', en: 'There is no connection at the moment.' }

/** No cookie goes with it: whoever is signed in on this device is not told to the server. */
async function ask<T>(address: string, body?: object): Promise<T> {
  const init: RequestInit = body
    ? { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' }, credentials: 'omit' }
    : { credentials: 'omit' }
  const answer = await fetch(address, init).catch(() => {
    throw new Refused('no-connection', NO_CONNECTION)
  })
  if (answer.ok) return (await answer.json()) as T
  const problem = (await answer.json().catch(() => ({}))) as {
    code?: string
    text?: { zh: string; en: string }
    fields?: { pointer: string; text: { zh: string; en: string } }[]
  }
  const [field] = problem.fields ?? []
  const text = (field && placed(field.pointer, field.text)) ?? problem.text ?? NO_CONNECTION
  throw new Refused(problem.code ?? 'no-connection', text)
}

/** What is wrong with one answer says with which. */
function placed(pointer: string, text: { zh: string; en: string }) {
  const code = pointer.startsWith('/answers/') ? pointer.slice('/answers/'.length) : ''
  return code === '' || code.length > 40 ? text : { zh: `${code}：${text.zh}`, en: `${code}: ${text.en}` }
}

export const readAsked = (place: Place): Promise<Asked> =>
  ask(`/api/ballots/${place.waveId}?institution=${encodeURIComponent(place.institution)}`)

const post = <T>(place: Place, part: string, body: object): Promise<T> =>
  ask(`/api/ballots/${place.waveId}${part}`, { institution: place.institution, ...body })

export const readLink = (place: Place) => post<{ stratum: string; used: boolean }>(place, '/invitation', { token: place.token })
export const askSignature = (place: Place, blinded: string) =>
  post<{ stratum: string; signature: string }>(place, '/signature', { token: place.token, blinded })
export const sendBallot = (place: Place, body: object) => post<{ done: true }>(place, '', body)
