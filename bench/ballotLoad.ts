import { createPublicKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { type Prepared, prepareBallot } from './blinding.ts'

/** The respondents, in a process of their own: `ballotLoad.ts PLAN`, a file with the address, the links and how many send at once. Prints one JSON line a mode. */
type Plan = { base: string; institution: string; waveId: string; key: string; tokens: string[]; items: string[]; atOnce: number }
type Respondent = { readonly token: string; readonly ballot: Prepared; signature: string; stratum: string }

const plan = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Plan
const agent = new Agent({ keepAlive: true, maxSockets: plan.atOnce })
const key = createPublicKey({ key: Buffer.from(plan.key, 'base64'), type: 'spki', format: 'der' })
const { waveId, institution } = plan
const third = Math.floor(plan.tokens.length / 3)
const people = plan.tokens.map((token): Respondent => ({ token, ballot: prepareBallot(key), signature: '', stratum: '' }))

await run('sign', people.slice(0, third), (one) => timedParts({ sign: () => sign(one) }))
await run('cast', people.slice(0, third), (one) => timedParts({ cast: () => cast(one) }))
await run('sign+cast', people.slice(third, 2 * third), (one) => timedParts({ sign: () => sign(one), cast: () => cast(one) }))
await run('filled page', people.slice(2 * third), (one) =>
  timedParts({
    get: () => ask('GET', `/api/ballots/${waveId}?institution=${institution}`, 'not read'),
    invitation: () => ask('POST', `/api/ballots/${waveId}/invitation`, { institution, token: one.token }),
    sign: () => sign(one),
    post: () => cast(one),
  }),
)
const again = await cast(people[0] as Respondent).then(
  () => 'taken',
  (fault: Error) => fault.message.slice(0, 3),
)
console.log(JSON.stringify({ mode: 'twice', refused: again }))
agent.destroy()

async function sign(one: Respondent): Promise<void> {
  const { signature, stratum } = await ask<{ signature: string; stratum: string }>('POST', `/api/ballots/${waveId}/signature`, {
    institution,
    token: one.token,
    blinded: one.ballot.blinded,
  })
  one.signature = signature
  one.stratum = stratum
}

function cast(one: Respondent): Promise<unknown> {
  const answers = Object.fromEntries(plan.items.map((code) => [code, String(1 + Math.floor(Math.random() * 5))]))
  const by = { kind: 'signature', serial: one.ballot.serial, signature: one.ballot.unblind(one.signature) }
  return ask('POST', `/api/ballots/${waveId}`, { institution, stratum: one.stratum, by, language: 'zh', minutes: 4, answers })
}

async function timedParts(parts: Readonly<Record<string, () => Promise<unknown>>>): Promise<Record<string, number>> {
  const times: Record<string, number> = {}
  for (const [name, part] of Object.entries(parts)) {
    const started = performance.now()
    await part()
    times[name] = performance.now() - started
  }
  return times
}

/** So many respondents at once, each the next in line. Blinding was done before; taking the blinding off (one multiplication) is in between. */
async function run(
  mode: string,
  line: readonly Respondent[],
  respond: (one: Respondent) => Promise<Record<string, number>>,
): Promise<void> {
  const parts: Record<string, number>[] = []
  let [next, failed] = [0, 0]
  const started = performance.now()
  const before = process.cpuUsage()
  await Promise.all(
    Array.from({ length: plan.atOnce }, async () => {
      for (let one = line[next++]; one; one = line[next++]) {
        try {
          parts.push(await respond(one))
        } catch (fault) {
          failed++
          if (failed < 3) console.error(mode, fault)
        }
      }
    }),
  )
  const seconds = (performance.now() - started) / 1000
  const used = process.cpuUsage(before)
  const quantile = (name: string, share: number): number => {
    const sorted = parts.map((one) => one[name] ?? 0).toSorted((a, b) => a - b)
    return Number((sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN).toFixed(1))
  }
  const spread = Object.keys(parts[0] ?? {}).flatMap((name) =>
    ([50, 95, 99] as const).map((share) => [`${name}P${share}`, quantile(name, share / 100)] as const),
  )
  const completed = parts.length
  const respondentMs = Number(((used.user + used.system) / 1000 / completed).toFixed(2))
  const figures = { mode, concurrency: plan.atOnce, seconds: Number(seconds.toFixed(2)), completed, failed, respondentMs }
  console.log(JSON.stringify({ ...figures, perSecond: Number((completed / seconds).toFixed(2)), ...Object.fromEntries(spread) }))
}

function ask<T = unknown>(method: 'GET' | 'POST', path: string, body: object | 'not read'): Promise<T> {
  const sent = body === 'not read' ? null : Buffer.from(JSON.stringify(body))
  return new Promise((resolve, reject) => {
    const headers = {
      'x-milepost': '1',
      'accept-encoding': 'gzip',
      ...(sent ? { 'content-type': 'application/json', 'content-length': sent.length } : {}),
    }
    const going = request(plan.base + path, { method, agent, headers }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => {
        const isFine = (answer.statusCode ?? 500) < 300
        if (isFine && body === 'not read') return resolve({} as T)
        const text = Buffer.concat(chunks).toString()
        if (isFine) resolve(JSON.parse(text) as T)
        else reject(new Error(`${answer.statusCode} ${text.slice(0, 200)}`))
      })
    })
    going.on('error', reject)
    if (sent) going.write(sent)
    going.end()
  })
}
