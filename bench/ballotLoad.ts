import { createPublicKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { type Prepared, prepareBallot } from './blinding.ts'
import { KeptConnection } from './keptConnection.ts'

/** The respondents, in a process of their own: `ballotLoad.ts PLAN`, a file with the address, the links and how many send at once. Prints one JSON line a mode. */
type Plan = { base: string; institution: string; waveId: string; key: string; tokens: string[]; items: string[]; atOnce: number }
type Respondent = { readonly token: string; readonly ballot: Prepared; signature: string; stratum: string }

const plan = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Plan
const connections = Array.from({ length: plan.atOnce }, () => new KeptConnection(plan.base))
const key = createPublicKey({ key: Buffer.from(plan.key, 'base64'), type: 'spki', format: 'der' })
const { waveId, institution } = plan
const third = Math.floor(plan.tokens.length / 3)
const people = plan.tokens.map((token): Respondent => ({ token, ballot: prepareBallot(key), signature: '', stratum: '' }))

await run('sign', people.slice(0, third), (one, on) => timedParts({ sign: () => sign(one, on) }))
await run('cast', people.slice(0, third), (one, on) => timedParts({ cast: () => cast(one, on) }))
await run('sign+cast', people.slice(third, 2 * third), (one, on) => timedParts({ sign: () => sign(one, on), cast: () => cast(one, on) }))
await run('filled page', people.slice(2 * third), (one, on) =>
  timedParts({
    get: () => on.ask('GET', `/api/ballots/${waveId}?institution=${institution}`).then(refuseFaults),
    invitation: () => post(on, `/api/ballots/${waveId}/invitation`, { institution, token: one.token }),
    sign: () => sign(one, on),
    post: () => cast(one, on),
  }),
)
const again = await cast(people[0] as Respondent, connections[0] as KeptConnection).then(
  () => 'taken',
  (fault: Error) => fault.message.slice(0, 3),
)
console.log(JSON.stringify({ mode: 'twice', refused: again }))
for (const connection of connections) connection.close()

async function sign(one: Respondent, on: KeptConnection): Promise<void> {
  const { signature, stratum } = await post<{ signature: string; stratum: string }>(on, `/api/ballots/${waveId}/signature`, {
    institution,
    token: one.token,
    blinded: one.ballot.blinded,
  })
  one.signature = signature
  one.stratum = stratum
}

function cast(one: Respondent, on: KeptConnection): Promise<unknown> {
  const answers = Object.fromEntries(plan.items.map((code) => [code, String(1 + Math.floor(Math.random() * 5))]))
  const by = { kind: 'signature', serial: one.ballot.serial, signature: one.ballot.unblind(one.signature) }
  return post(on, `/api/ballots/${waveId}`, { institution, stratum: one.stratum, by, language: 'zh', minutes: 4, answers })
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
  respond: (one: Respondent, on: KeptConnection) => Promise<Record<string, number>>,
): Promise<void> {
  const parts: Record<string, number>[] = []
  let [next, failed] = [0, 0]
  const started = performance.now()
  const before = process.cpuUsage()
  await Promise.all(
    connections.map(async (connection) => {
      for (let one = line[next++]; one; one = line[next++]) {
        try {
          parts.push(await respond(one, connection))
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

async function post<T = unknown>(on: KeptConnection, path: string, body: object): Promise<T> {
  const answer = refuseFaults(await on.ask('POST', path, JSON.stringify(body)))
  return JSON.parse(answer.toString()) as T
}

function refuseFaults({ status, body }: { status: number; body: Buffer }): Buffer {
  if (status >= 300) throw new Error(`${status} ${body.toString().slice(0, 200)}`)
  return body
}
