import type { Endpoint, InputOf, OutputOf } from '@milepost/contract/endpoint'
import type { Browser } from 'playwright-core'
import type { Scene } from '../../../server/demo/scene.ts'
import { Desk } from './desk.ts'

export type Seated = { readonly role: string; readonly username: string | null; readonly size: { width: number; height: number } }
export type Told = { readonly role: string; readonly what: string; readonly seconds: number; readonly fault: string | null }

/** The year as it is played with people in front of browsers: who did what, how long it took, and what went wrong. */
export class Play {
  readonly scene: Scene
  readonly told: Told[] = []
  readonly #browser: Browser
  readonly #address: string

  constructor(scene: Scene, browser: Browser, address: string) {
    this.scene = scene
    this.#browser = browser
    this.#address = address
  }

  /** Somebody does something in a browser; false: it went wrong, and is told as such. */
  async sit(seated: Seated, what: string, act: (desk: Desk) => Promise<void>): Promise<boolean> {
    this.scene.clock.pass()
    const desk = await Desk.open(this.#browser, { ...seated, address: this.#address, now: this.scene.clock.now() })
    const began = performance.now()
    let fault: string | null = null
    const name = `${String(this.told.length + 1).padStart(2, '0')}-${seated.role}`.replaceAll(' ', '-')
    try {
      await act(desk)
      if (desk.faults.length > 0) fault = desk.faults.join('; ')
    } catch (thrown) {
      fault = [(thrown as Error).message.split('\n').slice(0, 4).join(' '), ...desk.faults].join('; ')
    }
    const seconds = (performance.now() - began) / 1000
    await desk.picture(fault === null ? name : `${name}-FAULT`).catch(() => undefined)
    await desk.close()
    this.told.push({ role: seated.role, what, seconds, fault })
    console.log(
      `${fault === null ? 'done ' : 'FAULT'} ${seconds.toFixed(1).padStart(6)} s  ${seated.role}: ${what}${fault === null ? '' : ` — ${fault}`}`,
    )
    return fault === null
  }

  /** The next such act is done in the browser. What the endpoint would have answered is read by `answer`; if the browser fails, the act is done without it. */
  inBrowser<E extends Endpoint>(given: {
    readonly seated: Seated & { readonly username: string }
    readonly endpoint: E
    readonly what: string
    readonly isMeant?: (input: InputOf<E>) => boolean
    readonly act: (desk: Desk, input: InputOf<E>) => Promise<void>
    readonly answer: (input: InputOf<E>) => Promise<OutputOf<E>> | OutputOf<E>
  }): void {
    const { isMeant } = given
    this.scene.byHand({
      username: given.seated.username,
      endpoint: given.endpoint.name,
      ...(isMeant ? { isMeant: (input) => isMeant(input as InputOf<E>) } : {}),
      act: async (input) =>
        (await this.sit(given.seated, given.what, (desk) => given.act(desk, input as InputOf<E>)))
          ? given.answer(input as InputOf<E>)
          : undefined,
    })
  }

  /** Something happens in browsers just before the next such act. */
  before<E extends Endpoint>(
    username: string,
    endpoint: E,
    happen: (input: InputOf<E>) => Promise<unknown>,
    isMeant?: (input: InputOf<E>) => boolean,
  ): void {
    this.scene.byHand({
      username,
      endpoint: endpoint.name,
      ...(isMeant ? { isMeant: (input) => isMeant(input as InputOf<E>) } : {}),
      act: async (input) => {
        await happen(input as InputOf<E>)
        return undefined
      },
    })
  }
}
