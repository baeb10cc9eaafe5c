import type { Locator, Page } from 'playwright-core'

/** A figure that a page shows as a result, what stands beside it, and the way on from there. */
type Shown = { readonly figure: string; readonly beside: string; readonly way: Way }
type Way =
  /** Its source stands in the block it is in, or folds out there. */
  { readonly kind: 'here' } | { readonly kind: 'link'; readonly href: string } | { readonly kind: 'none' }

export type Swept = {
  readonly figures: number
  /** Figures by how they were followed: folded out on the page itself, or at the end of so many clicks. */
  readonly here: number
  readonly followed: number
  readonly most: number
  /** Figures whose way leads nowhere or that have none, with what stands beside them. */
  readonly lost: readonly string[]
}

const SOURCE =
  /文件“[^”]+”第 \d+ 行|问卷调查“|路况检测记录“|数据来源|第 \d+ 次正式计分|集体确定|计入的数值|怎样合成|批准发布|收回 \d+ 份|份答卷|系数表|岗位系数|录入人|来源：|效应量|依据|评价办法|检测 \d+ 公里|个部门|少于 \d+ 人|第\d+条/
const MOST_CLICKS = 5
/** Of links that differ only in an id so many are walked; the page they lead to is the same. */
const WALKED_OF_A_KIND = 2

/** Collects every figure of a page and follows each, or names it. */
export async function sweep(page: Page, address: string): Promise<Swept> {
  await stand(page, address)
  for (const folded of await page.locator('main details:not([open]) > summary').all()) await folded.click().catch(() => undefined)
  const figures = await collect(page)
  const kinds = new Map<string, string[]>()
  for (const { way } of figures) {
    if (way.kind !== 'link') continue
    const kind = kindOf(way.href)
    const known = kinds.get(kind) ?? []
    if (!known.includes(way.href)) known.push(way.href)
    kinds.set(kind, known)
  }
  const clicksOf = new Map<string, number | null>()
  for (const [kind, hrefs] of kinds) {
    const walked: (number | null)[] = []
    for (const href of hrefs.slice(0, WALKED_OF_A_KIND)) walked.push(await clicksTo(page, href))
    clicksOf.set(kind, walked.includes(null) ? null : Math.max(...walked.map((clicks) => clicks ?? 0)))
  }
  const lost: string[] = []
  let [here, followed, most] = [0, 0, 0]
  for (const { figure, beside, way } of figures) {
    const clicks = way.kind === 'link' ? clicksOf.get(kindOf(way.href)) : null
    if (way.kind === 'here') here += 1
    else if (typeof clicks === 'number' && clicks <= MOST_CLICKS) [followed, most] = [followed + 1, Math.max(most, clicks)]
    else lost.push(`${figure} | ${beside}${way.kind === 'link' ? ` | ${way.href}` : ''}`)
  }
  return { figures: figures.length, here, followed, most, lost }
}

const kindOf = (href: string) =>
  href
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID')
    .replaceAll(/measure=[^&]+/g, 'measure=M')
    .replaceAll(/period=[^&]+/g, 'period=P')

/** The page has its heading and has stopped changing, however slow the machine. */
async function stand(page: Page, address: string): Promise<void> {
  await page.goto(address, { waitUntil: 'load', timeout: 60_000 })
  await page.locator('main h1').first().waitFor({ timeout: 60_000 })
  for (let before = '', quiet = 0, tries = 0; quiet < 4 && tries < 200; tries++) {
    await page.waitForTimeout(300)
    const now = await page.locator('main').first().innerText()
    quiet = now === before && !now.includes('正在读取') ? quiet + 1 : 0
    before = now
  }
}

/** Clicks until a source is told: the link itself, then a row of values, or the first link further down. */
async function clicksTo(page: Page, href: string): Promise<number | null> {
  await stand(page, href)
  const next = page
    .locator('main table button.mp-text-button, main li a[href*="/run/values"], main a[href*="/run/cards/"], main table a[href]')
    .first()
  for (let clicks = 1; clicks <= MOST_CLICKS; clicks++) {
    const told = await tells(page, next)
    if (told) return clicks
    if ((await next.count()) === 0) return null
    if (
      !(await next.click({ timeout: 8000 }).then(
        () => true,
        () => false,
      ))
    )
      return null
    await page.waitForLoadState('networkidle')
  }
  return null
}

/** Whether the page tells its source; it is waited for until it does, or shows a way on. */
async function tells(page: Page, next: Locator): Promise<boolean> {
  for (let tries = 0; tries < 60; tries++) {
    if (SOURCE.test(await page.locator('body').innerText())) return true
    // a drawer that has opened is the answer; it is read, not clicked past
    const isOpen = (await page.locator('.ant-drawer-open').count()) > 0
    if (!isOpen && (await next.count()) > 0) return false
    await page.waitForTimeout(200)
  }
  return false
}

/** In the page: each text of figures alone, with the nearest way on. Numbers of rows, years, steps and days are no results. */
function collect(page: Page): Promise<Shown[]> {
  return page.evaluate((source) => {
    const told = new RegExp(source)
    const found: Shown[] = []
    const walker = document.createTreeWalker(document.querySelector('main') ?? document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? ''
      const holder = node.parentElement
      const isFigure = /^[↑↓＋+−-]?¥?\d[\d,]*(\.\d+)?( ?(%|分|人|元|倍|项|公里|次))?$/.test(text) && !/^(19|20)\d\d$/.test(text)
      if (
        !holder ||
        !isFigure ||
        holder.closest('svg, button, input, h1, .small, .mp-tools, .ant-pagination, .ant-select, [aria-hidden=true]')
      )
        continue
      if (holder.getClientRects().length === 0) continue
      found.push({ figure: text, beside: besideOf(holder, text), way: wayOf(holder) })
    }
    return found

    function besideOf(holder: Element, figure: string): string {
      const row = holder.closest('tr, li, dl > div, details, section, article') ?? holder
      return (row.textContent ?? '').replace(figure, '').replaceAll(/\s+/g, ' ').slice(0, 60)
    }
    function wayOf(holder: Element): Way {
      const folded = holder.closest('details')
      if (folded && told.test(folded.textContent ?? '')) return { kind: 'here' }
      for (let at: Element | null = holder; at && at.tagName !== 'MAIN'; at = at.parentElement) {
        const within = at.querySelector('a[href^="#"]')?.getAttribute('href') ?? null
        if (within !== null && at.matches('tr, li, .said, .tile') && document.querySelector(within)) return { kind: 'here' }
        const link = at.matches('a[href]') ? at : at.querySelector('a[href]:not([href^="#"]):not([href^="/api/"]):not([download])')
        if (link) return { kind: 'link', href: link.getAttribute('href') ?? '' }
        if (at.matches('tr, li, section, article') && told.test(at.textContent ?? '')) return { kind: 'here' }
        if (at.matches('tr') && at.querySelector('button.mp-text-button')) return { kind: 'here' }
      }
      return { kind: 'none' }
    }
  }, SOURCE.source)
}
