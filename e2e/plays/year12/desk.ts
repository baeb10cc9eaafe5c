import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Endpoint } from '@milepost/contract/endpoint'
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core'

export const DESK = { width: 1440, height: 900 }
export const PHONE = { width: 390, height: 844 }
const PICTURES = process.env.MILEPOST_PICTURES ?? ''

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env.MILEPOST_CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] })

type Seat = {
  readonly address: string
  readonly now: Date
  readonly username: string | null
  readonly size: { width: number; height: number }
}

/** Somebody in front of a browser of their own, on the day of the play, signed in by one click of the demonstration. */
export class Desk {
  readonly page: Page
  readonly faults: string[] = []
  readonly #context: BrowserContext

  private constructor(context: BrowserContext, page: Page) {
    this.#context = context
    this.page = page
    page.on('pageerror', (fault) => this.faults.push(`page error: ${fault.message}`))
    page.on('response', (answer) => {
      if (answer.status() >= 400 && answer.status() !== 404) this.faults.push(`${answer.status()} ${answer.url()}`)
    })
  }

  static async open(browser: Browser, { address, now, username, size }: Seat): Promise<Desk> {
    const isPhone = size.width < 600
    const context = await browser.newContext({
      ...{ baseURL: address, viewport: size, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', acceptDownloads: true },
      ...(isPhone ? { hasTouch: true, isMobile: true } : {}),
    })
    context.setDefaultTimeout(45_000)
    await context.clock.setFixedTime(now)
    if (username !== null) {
      const answer = await context.request.post('/api/session/demo', { data: { username }, headers: { origin: address } })
      if (!answer.ok()) throw new Error(`${username} cannot sign in: ${answer.status()} ${await answer.text()}`)
    }
    return new Desk(context, await context.newPage())
  }

  async go(where: string): Promise<void> {
    await this.page.goto(where, { waitUntil: 'load' })
    await this.page.locator('h1').first().waitFor()
    await this.quiet()
  }

  /** Narrows the table of the page. */
  async search(text: string): Promise<void> {
    await this.page.getByLabel('搜索本表').first().fill(text)
  }

  /** The server has been asked nothing for half a second. */
  async quiet(): Promise<void> {
    await this.page.waitForLoadState('networkidle')
  }

  button(name: string | RegExp, within: Page | Locator = this.page): Locator {
    return within.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name })
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog').last()
  }

  /** Presses a button that calls an endpoint and waits for the answer, which must be no refusal. */
  async send(button: Locator, { method, path: pattern }: Endpoint): Promise<void> {
    const isMeant = new RegExp(`^${pattern.replaceAll(/:\w+/g, '[^/]+')}$`)
    const [answer] = await Promise.all([
      this.page.waitForResponse((one) => one.request().method() === method && isMeant.test(new URL(one.url()).pathname)),
      button.click(),
    ])
    if (!answer.ok()) throw new Error(`${answer.status()} ${pattern}: ${(await answer.text()).slice(0, 400)}`)
    await this.quiet()
  }

  /** Chooses in a list that opens: by its label, what contains the text. */
  async choose(label: string, option: string, within: Page | Locator = this.page): Promise<void> {
    const field = within.getByRole('combobox', { name: label })
    // by the keyboard: a click while the dialog or the list is still growing would land beside it
    await field.focus()
    await field.press('ArrowDown')
    const options = this.page.locator('.ant-select-dropdown:visible .ant-select-item-option')
    const exactly = options.filter({ hasText: new RegExp(`^${option}$`) })
    const meant = async () => ((await exactly.count()) > 0 ? exactly : options.filter({ hasText: option })).first()
    if (await field.isEditable()) await field.fill(option)
    await options.first().waitFor()
    if (/option-active/.test((await (await meant()).getAttribute('class')) ?? '')) await field.press('Enter')
    else await (await meant()).click()
    // the list fades: the next one must not be mistaken for it
    await options.first().waitFor({ state: 'hidden' })
  }

  async fill(label: string, text: string, within: Page | Locator = this.page): Promise<void> {
    await within.getByLabel(label, { exact: false }).first().fill(text)
  }

  /** Saves the download a button starts, and gives its size. */
  async download(button: Locator): Promise<number> {
    const coming = this.page.waitForEvent('download')
    await button.click()
    const stream = await (await coming).createReadStream()
    let bytes = 0
    for await (const chunk of stream) bytes += (chunk as Buffer).length
    return bytes
  }

  async picture(name: string): Promise<void> {
    if (PICTURES === '') return
    mkdirSync(PICTURES, { recursive: true })
    await this.page.screenshot({ path: path.join(PICTURES, `${name}.png`) })
  }

  async close(): Promise<void> {
    await this.#context.close()
  }
}
