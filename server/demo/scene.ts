import { type Actor, THE_PUBLIC } from '@milepost/access/actor'
import type { Endpoint, InputOf, OutputOf } from '@milepost/contract/endpoint'
import type { ImportReport } from '@milepost/contract/importing'
import { Refusal, refusalText } from '@milepost/contract/refusals'
import type { Bilingual } from '@milepost/terms/bilingual'
import { findAccountByUsername } from '../institution/session/data.ts'
import { type Caller, callerOf } from '../platform/http/callerOf.ts'
import { dayIn } from '../platform/http/clock.ts'
import type { Services } from '../platform/http/services.ts'
import { findActor } from '../platform/session/findActor.ts'
import type { Table } from '../platform/spreadsheet/table.ts'
import { ROUTES } from '../routes.ts'
import type { DemoClock } from './demoClock.ts'

export type Say = (step: Bilingual) => void

export type Hand = {
  readonly username: string
  readonly endpoint: string
  readonly isMeant?: (input: unknown) => boolean
  /** What the endpoint would have answered; undefined: the act itself is still to be done. */
  readonly act: (input: unknown) => Promise<unknown>
}

/** Where the year is played: one institution, a clock of its own, and the people who act, each by their own account. */
export class Scene {
  readonly services: Services
  readonly institutionId: string
  readonly clock: DemoClock
  readonly say: Say
  readonly #actors = new Map<string, Actor>()
  readonly #hands: Hand[] = []

  constructor(services: Services, institutionId: string, clock: DemoClock, say: Say) {
    this.services = { ...services, now: clock.now }
    this.institutionId = institutionId
    this.clock = clock
    this.say = say
  }

  /** The next such act of this person is done elsewhere, in a browser say. */
  byHand(hand: Hand): void {
    this.#hands.push(hand)
  }

  /** Acts that were to be done elsewhere and have not come up. */
  handsLeft(): string[] {
    return this.#hands.map(({ username, endpoint }) => `${username} ${endpoint}`)
  }

  /** Calls an endpoint as the holder of an account, by the same path as a request: permission, parsing, one transaction, audit. */
  async act<E extends Endpoint>(username: string, endpoint: E, input: InputOf<E>, table?: Table): Promise<OutputOf<E>> {
    this.clock.pass()
    const at = this.#hands.findIndex((one) => one.username === username && one.endpoint === endpoint.name && one.isMeant?.(input) !== false)
    const [hand] = at < 0 ? [] : this.#hands.splice(at, 1)
    const done = await hand?.act(input)
    if (done !== undefined) return done as OutputOf<E>
    const call: Caller = callerOf(this.services, ROUTES, { institutionId: this.institutionId, actor: await this.actorOf(username) })
    try {
      return await call(endpoint, input, table)
    } catch (fault) {
      throw new Error(`${username} could not ${endpoint.name}: ${describe(fault)}`, { cause: fault })
    }
  }

  /** Somebody from outside calls, without signing in. */
  async hear<E extends Endpoint>(endpoint: E, input: InputOf<E>): Promise<OutputOf<E>> {
    this.clock.pass()
    return callerOf(this.services, ROUTES, { institutionId: this.institutionId, actor: THE_PUBLIC })(endpoint, input)
  }

  /** Imports a table whole, or stops with every wrong row named. */
  async bring<E extends Endpoint>(username: string, endpoint: E, input: InputOf<E>, table: Table): Promise<OutputOf<E>> {
    const answer = await this.act(username, endpoint, input, table)
    const report = answer as ImportReport
    if (report.saved) return answer
    const wrong = report.rows.filter(({ verdict }) => verdict === 'wrong').slice(0, 5)
    throw new Error(
      `${table.name}: ${wrong.map(({ row, problems }) => `${row} ${problems.map(({ column, message }) => `${column}: ${message.en}`)}`).join('; ')}`,
    )
  }

  /** The actor behind an account on the day the clock shows. */
  async actorOf(username: string): Promise<Actor> {
    const today = dayIn(this.services.config.timeZone, this.clock.now())
    const key = `${username} ${today}`
    const known = this.#actors.get(key)
    if (known) return known
    const actor = await this.services.database.inInstitution(this.institutionId, async (tx) => {
      const account = await findAccountByUsername(tx, this.institutionId, username)
      return account ? findActor(tx, this.institutionId, account.account_id, today) : null
    })
    if (!actor) throw new Error(`there is no active account ${username}`)
    this.#actors.set(key, actor)
    return actor
  }

  /** After roles or posts have changed on a day that goes on. */
  forgetActors(): void {
    this.#actors.clear()
  }
}

function describe(fault: unknown): string {
  if (!(fault instanceof Refusal)) return fault instanceof Error ? fault.message : String(fault)
  return [refusalText(fault.code, fault.details).en, ...fault.fields.slice(0, 5).map(({ pointer, en }) => `${pointer} ${en}`)].join(' ')
}
