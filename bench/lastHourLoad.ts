import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'

/** What is sent in the last minute, by a process of its own: `lastHourLoad.ts PLAN`. Waits count from the moment a request was due, not from when it got its turn. */
export type Plan = {
  readonly address: string
  readonly cycleId: string
  readonly seconds: number
  readonly items: readonly string[]
  readonly people: readonly { readonly cookie: string }[]
  readonly ratings: readonly { readonly cookie: string; readonly appraisalId: string }[]
}
type Sent = {
  readonly what: string
  readonly at: number
  readonly cookie: string
  readonly method: string
  readonly url: string
  readonly body: object
  /** The key of an act that is sent twice. */
  readonly key?: string
}

const plan = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Plan
const agent = new Agent({ keepAlive: true, maxSockets: 500 })
const waits: Record<string, number[]> = {}
const refused: string[] = []
const span = plan.seconds * 1000
const results = '全年完成日常养护巡查 240 次，处置病害 1,260 处，按期完成率 98%。'
const report = (length: number) => ({ body: { results: results.repeat(length), ethics: '遵守纪律。' } })
const url = `/api/cycles/${plan.cycleId}/self-report`
const twice = (one: Sent): Sent[] => [one, one]
const sent: Sent[] = [
  ...plan.people.flatMap(({ cookie }, at): Sent[] => {
    const start = ((at * 0.618_034) % 1) * span * 0.9
    const own = { cookie, url }
    return [
      { ...own, what: 'report kept', at: start, method: 'PUT', body: report(1) },
      { ...own, what: 'report kept', at: start + 1500, method: 'PUT', body: report(3) },
      ...twice({ ...own, what: 'report handed in', at: start + 3000, method: 'POST', body: report(4), key: `report-${at}-of-the-day` }),
    ]
  }),
  ...plan.ratings.flatMap(({ cookie, appraisalId }, at): Sent[] => {
    const start = ((at * 0.754_878) % 1) * span * 0.95
    const items = Object.fromEntries(plan.items.map((code, n) => [code, String(80 + ((at + n) % 15))]))
    const body = { items, criteriaGrade: 'qualified', comment: '' }
    return [
      { what: 'rating kept', at: start, cookie, method: 'PUT', url: `/api/appraisals/${appraisalId}/rating/draft`, body },
      ...twice({
        ...{ what: 'rating given', at: start + 2000, cookie, method: 'PUT', url: `/api/appraisals/${appraisalId}/rating`, body },
        key: `rating-${at}-of-the-day`,
      }),
    ]
  }),
].sort((a, b) => a.at - b.at)

const began = performance.now()
await Promise.all(
  sent.map(async (one) => {
    await new Promise((resolve) => setTimeout(resolve, one.at))
    const due = began + one.at
    const status = await send(one).catch((fault: Error) => fault.message)
    const own = waits[one.what] ?? []
    waits[one.what] = own
    if (status === 200) own.push(performance.now() - due)
    else refused.push(`${one.what}: ${status}`)
  }),
)
agent.destroy()
const { user, system } = process.cpuUsage()
process.stdout.write(JSON.stringify({ waits, refused, processor: (user + system) / 1e6 }))

function send({ cookie, method, url: where, body, key }: Sent): Promise<number | string> {
  const payload = JSON.stringify(body)
  return new Promise((resolve, reject) => {
    const headers = {
      cookie,
      'x-milepost': '1',
      origin: plan.address,
      'content-type': 'application/json',
      ...(key ? { 'x-milepost-act': key } : {}),
      'content-length': Buffer.byteLength(payload),
    }
    const asked = request(plan.address + where, { method, agent, headers }, (answer) => {
      let said = ''
      answer.on('data', (chunk: Buffer) => {
        said += chunk.toString()
      })
      answer.on('end', () => resolve(answer.statusCode === 200 ? 200 : `${answer.statusCode} ${said.slice(0, 200)}`))
    })
    asked.once('error', reject)
    asked.end(payload)
  })
}
