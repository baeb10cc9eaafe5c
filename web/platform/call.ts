import type { Endpoint, EndpointKind, OutputOf } from '@milepost/contract/endpoint'
import type { Details, RefusalCode } from '@milepost/contract/refusals'
import { IN_STEPS, type Step } from '@milepost/contract/steps'
import type { z } from 'zod'
import { address, type Values } from './callAddress.ts'

/** What may be sent to an endpoint: fields with a default may be left out. */
export type Sent<E extends Endpoint> = z.input<E['input']>

type Of<K extends EndpointKind> = Endpoint<z.ZodObject, z.ZodType, Endpoint['permission'], K>

export type RefusedField = { readonly pointer: string; readonly zh: string; readonly en: string }

/** The server said no, or could not be reached (`no-connection`); the sentence comes in both languages. */
export class CallRefused extends Error {
  readonly code: RefusalCode | 'no-connection'
  readonly status: number
  readonly text: { readonly zh: string; readonly en: string }
  readonly fields: readonly RefusedField[]
  /** The plain values behind the sentence. */
  readonly details: Details

  constructor(refused: Pick<CallRefused, 'code' | 'status' | 'text' | 'fields'> & { readonly details?: Details }) {
    super(refused.text.en)
    this.name = 'CallRefused'
    this.code = refused.code
    this.status = refused.status
    this.text = refused.text
    this.fields = refused.fields
    this.details = refused.details ?? {}
  }
}

const NO_CONNECTION = {
  zh: '暂时连接不上服务器，已填内容仍在本页，请稍后重试。',
  en: 'The server cannot be reached. What you entered is still here; try again shortly.',
}
const UNREADABLE = { zh: '服务器的回答无法识别，请稍后重试。', en: 'The answer of the server could not be read. Try again shortly.' }

/** Call a JSON endpoint: path parameters are filled, GET and DELETE go by query, everything else by JSON body. What comes with the same `key` again is done once. */
export async function call<E extends Of<'json'>>(endpoint: E, input: Sent<E>, key?: string): Promise<OutputOf<E>> {
  const { url, rest } = address(endpoint, input as Values)
  const hasBody = endpoint.method === 'POST' || endpoint.method === 'PUT'
  const response = await ask(url, {
    method: endpoint.method,
    ...(hasBody
      ? { body: JSON.stringify(rest), headers: { 'content-type': 'application/json', ...(key ? { 'x-milepost-act': key } : {}) } }
      : {}),
  })
  return (await response.json()) as OutputOf<E>
}

/** Send one file with the rest of the input beside it. */
export async function upload<E extends Of<'upload'> | Of<'attach'>>(endpoint: E, input: Sent<E>, file: File): Promise<OutputOf<E>> {
  const { url, rest } = address(endpoint, input as Values)
  const body = new FormData()
  body.append('input', JSON.stringify(rest))
  body.append('file', file, file.name)
  const response = await ask(url, { method: endpoint.method, body })
  return (await response.json()) as OutputOf<E>
}

export type Downloaded = { readonly blob: Blob; readonly fileName: string }

/** Fetch a file; `saveFile` hands it to the person. */
export async function download<E extends Of<'download'>>(endpoint: E, input: Sent<E>): Promise<Downloaded> {
  const { url, rest } = address(endpoint, input as Values)
  const hasBody = endpoint.method === 'POST' || endpoint.method === 'PUT'
  const response = await ask(url, {
    method: endpoint.method,
    ...(hasBody ? { body: JSON.stringify(rest), headers: { 'content-type': 'application/json' } } : {}),
  })
  return { blob: await response.blob(), fileName: fileNameOf(response) ?? endpoint.name }
}

/** The same for an act that says how far it is. Whoever gives up waiting stops it: nothing of it is kept. */
export async function callInSteps<E extends Of<'json'>>(
  endpoint: E,
  input: Sent<E>,
  { onStep, signal }: { readonly onStep: (step: Step) => void; readonly signal: AbortSignal },
): Promise<OutputOf<E>> {
  const { url, rest } = address(endpoint, input as Values)
  const headers = { 'content-type': 'application/json', accept: IN_STEPS }
  const response = await ask(url, { method: endpoint.method, body: JSON.stringify(rest), headers, signal })
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let held = ''
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined }
    if (done) throw new CallRefused({ code: 'no-connection', status: 0, text: NO_CONNECTION, fields: [] })
    const lines = (held + value).split('\n')
    held = lines.pop() ?? ''
    for (const line of lines) {
      const said = JSON.parse(line) as { step?: Step; answer?: OutputOf<E>; problem?: Problem }
      if (said.problem) throw refusedBy(said.problem, said.problem.status ?? 500)
      if (said.answer !== undefined) return said.answer
      if (said.step) onStep(said.step)
    }
  }
}

async function ask(url: string, init: RequestInit): Promise<Response> {
  const headers = new Headers(init.headers)
  headers.set('x-milepost', '1')
  const response = await fetch(url, { ...init, headers, credentials: 'same-origin' }).catch((fault: unknown) => {
    if (init.signal?.aborted) throw fault
    throw new CallRefused({ code: 'no-connection', status: 0, text: NO_CONNECTION, fields: [] })
  })
  if (response.ok) return response
  throw await refusalOf(response)
}

type Problem = {
  readonly code?: RefusalCode
  readonly status?: number
  readonly text?: { zh: string; en: string }
  readonly details?: Details
  readonly fields?: readonly { pointer: string; text: { zh: string; en: string } }[]
}

async function refusalOf(response: Response): Promise<CallRefused> {
  const problem = await response
    .json()
    .then((body) => body as Problem)
    .catch((): Problem => ({}))
  return refusedBy(problem, response.status)
}

function refusedBy(problem: Problem, status: number): CallRefused {
  return new CallRefused({
    code: problem.code ?? 'internal-fault',
    status,
    text: problem.text ?? UNREADABLE,
    details: problem.details ?? {},
    fields: (problem.fields ?? []).map(({ pointer, text }) => ({ pointer, ...text })),
  })
}

function fileNameOf(response: Response): string | null {
  const disposition = response.headers.get('content-disposition') ?? ''
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1]
  if (encoded !== undefined) return decodeURIComponent(encoded)
  return /filename="?([^";]+)"?/i.exec(disposition)?.[1] ?? null
}
