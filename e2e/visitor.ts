import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Role } from '@milepost/access/actor'
import type { AxeResults } from 'axe-core'
import { type Browser, type BrowserContext, chromium, type Page, type Request } from 'playwright-core'
import { inject } from 'vitest'

export type Language = 'zh' | 'en'
export const DESK = { width: 1440, height: 900 }
export const PHONE = { width: 390, height: 844 }

let browser: Browser | undefined

async function openBrowser(): Promise<Browser> {
  browser ??= await chromium.launch({
    executablePath: process.env.MILEPOST_CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
  return browser
}

export async function closeBrowser(): Promise<void> {
  await browser?.close()
  browser = undefined
}

export type Visit = { readonly page: Page; readonly context: BrowserContext; readonly faults: string[]; close(): Promise<void> }
type Visitor = {
  readonly as?: Role
  /** A named account of the demo, where the role is not enough. */
  readonly who?: string
  readonly language: Language
  readonly size: { width: number; height: number }
}

/** A person in front of a screen: signed in by the demo's one click, in a language, at a size. Faults of the page are collected. */
export async function visit(visitor: Visitor): Promise<Visit> {
  const address = inject('address')
  const context = await (await openBrowser()).newContext({
    baseURL: address,
    viewport: visitor.size,
    locale: visitor.language === 'zh' ? 'zh-CN' : 'en-GB',
    timezoneId: 'Asia/Shanghai',
    acceptDownloads: true,
  })
  if (visitor.as !== undefined || visitor.who !== undefined) {
    const username = visitor.who ?? (await demoAccount(context, visitor.as ?? 'employee'))
    const answer = await context.request.post('/api/session/demo', { data: { username }, headers: { origin: address } })
    if (!answer.ok()) throw new Error(`demo sign-in as ${username}: ${answer.status()} ${await answer.text()}`)
  }
  // the databases' tests run beside: what takes a second alone may take a minute
  context.setDefaultTimeout(90_000)
  const page = await context.newPage()
  asking.set(page, new Set())
  page.on('request', (request) => asking.get(page)?.add(request))
  page.on('requestfinished', (request) => asking.get(page)?.delete(request))
  page.on('requestfailed', (request) => asking.get(page)?.delete(request))
  await page.addInitScript((language) => window.localStorage.setItem('milepost.language', language), visitor.language)
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(`page error: ${error.message}`))
  page.on('response', (response) => {
    // "there is none yet" is an answer that the page shows in words; anything else that fails is a fault
    const none = response.status() === 404 && String(response.headers()['content-type']).includes('problem+json')
    if (response.status() >= 400 && !none) faults.push(`${response.status()} ${response.url()}`)
  })
  page.on('console', (message) => {
    // what failed to load is told above, with its address
    if (message.text().startsWith('Failed to load resource')) return
    if (message.type() === 'error') faults.push(`console: ${message.text()}`)
  })
  return { page, context, faults, close: () => context.close() }
}

/** What each page still waits for. */
const asking = new WeakMap<Page, Set<Request>>()

/** Goes to an address and waits until the page stands. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address, { waitUntil: 'load', timeout: 60_000 })
  await settled(page)
}

/** The page has its heading and has asked the server nothing for a third of a second, however slow the machine. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor({ timeout: 60_000 })
  for (let quiet = 0, tries = 0; quiet < 3 && tries < 300; tries++) {
    await page.waitForTimeout(110)
    quiet = asking.get(page)?.size ? 0 : quiet + 1
  }
}

/** The account that plays a role alone, if there is one: an employee who is nothing else. */
async function demoAccount(context: BrowserContext, role: Role): Promise<string> {
  const session: { demoAccounts: { username: string; roles: Role[] }[] } = await (await context.request.get('/api/session')).json()
  const playing = session.demoAccounts.filter((account) => account.roles.includes(role)).sort((a, b) => a.roles.length - b.roles.length)
  if (!playing[0]) throw new Error(`nobody in the demo plays ${role}`)
  return playing[0].username
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Serious and critical accessibility faults of the page as it stands, one line each. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  await page.evaluate(axeSource)
  const results: AxeResults = await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')
  return results.violations
    .filter((violation) => violation.impact === 'serious' || violation.impact === 'critical')
    .map(
      (violation) =>
        `${violation.id}: ${violation.nodes
          .map((node) => node.target.join(' '))
          .slice(0, 3)
          .join(' | ')}`,
    )
}

/** Pictures for the README and the guides, written only when they are asked for. */
export async function picture(page: Page, name: string): Promise<void> {
  if (!process.env.MILEPOST_PICTURES) return
  mkdirSync('docs/pictures', { recursive: true })
  await page.screenshot({ path: path.join('docs/pictures', `${name}.png`) })
}

/** Wide content must scroll in its own container, never the page. */
export async function overflowsSideways(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1)
}
