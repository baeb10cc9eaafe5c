import type { Role } from '@milepost/access/actor'
import type { Page } from 'playwright-core'

/** A figure somebody sees, the clicks that lead from it to its source, and what the source must say. */
export type FigureWalk = {
  readonly name: string
  /** null: somebody who has not signed in. */
  readonly as: Role | null
  readonly page: string
  readonly clicks: readonly string[]
  readonly source: RegExp
}

/** From here on a figure counts as not followed. */
export const MOST_CLICKS = 5

const ROW = 'main table button.mp-text-button'
const evidence = (name: string) => `li.mp-run-line:has(strong:text-is("${name}")) a`
const FILE_ROW = /文件“[^”]+”第 \d+ 行/

/** Figures of every audience of the demonstration, in Chinese, each down to a revision, a row of a file, answers counted, or a decision. */
export const FIGURE_WALKS: readonly FigureWalk[] = [
  {
    name: 'public page: a measure, to its source and the download',
    as: null,
    page: '/public',
    clicks: ['details.measure:has-text("公众诉求按时办结率") summary'],
    source: /数据来源[\s\S]*目标值沿革[\s\S]*CSV/,
  },
  {
    name: 'public page: satisfaction, to answers and interval',
    as: null,
    page: '/public',
    clicks: ['details.measure:has-text("公路使用者满意度指数") summary'],
    source: /样本 630 份 · 95% 区间/,
  },
  {
    name: 'leaders: a measure of the institution, to the row of a file',
    as: 'leader',
    page: '/run?year=2025',
    clicks: [evidence('公众诉求按时办结率'), ROW],
    source: FILE_ROW,
  },
  {
    name: 'leaders: satisfaction, to the survey',
    as: 'leader',
    page: '/run?year=2025',
    clicks: [evidence('公路使用者满意度指数'), ROW],
    source: /问卷调查“公路使用者满意度 2025H\d”/,
  },
  {
    name: 'leaders: the official score, to its ticket and the decision',
    as: 'leader',
    page: '/run?year=2025',
    clicks: ['main a:has-text("得分说明单")'],
    source: /第 1 次正式计分[\s\S]*批准发布/,
  },
  {
    name: 'office: condition of the roads, to the inspection records',
    as: 'performance-office',
    page: '/run?year=2025',
    clicks: [evidence('普通国省干线路面优良路率'), ROW],
    source: /路况检测记录“/,
  },
  {
    name: 'unit head: the own unit, to the row of a file',
    as: 'unit-head',
    page: '/run/values?year=2025&period=2025Q4&level=unit',
    clicks: [ROW],
    source: FILE_ROW,
  },
  {
    name: 'employee: a measure of the own ticket, to revision, recorder and row',
    as: 'employee',
    page: '/open/mine?year=2025',
    clicks: [],
    source: FILE_ROW,
  },
  {
    name: 'employee: the grade, to who decided',
    as: 'employee',
    page: '/reward/mine?year=2025',
    clicks: ['main a[href*="/open/tickets/people/"]'],
    source: /集体确定/,
  },
  {
    name: 'employee: a line of pay, to the row of a file behind the score',
    as: 'employee',
    page: '/reward/mine?year=2025',
    clicks: ['main a[href*="/open/tickets/people/"]'],
    source: FILE_ROW,
  },
  {
    name: 'authority: a figure of its form, to the value',
    as: 'authority',
    page: '/open/authority',
    clicks: ['main table a:has-text("97.3")', ROW],
    source: FILE_ROW,
  },
  {
    name: 'authority: the overall score, to a measure, to the row of a file',
    as: 'authority',
    page: '/open/authority',
    clicks: ['main a[href="/run?year=2025"]', evidence('公众诉求按时办结率'), ROW],
    source: FILE_ROW,
  },
  {
    name: 'authority: the score of a unit, to its measures, to the row of a file',
    as: 'authority',
    page: '/open/authority',
    clicks: [
      'main a[href="/run?year=2025"]',
      'main label:has-text("按部门")',
      'main table a[href*="/run/cards/"]',
      'li.mp-run-line a[href*="/run/values"]',
      ROW,
    ],
    source: FILE_ROW,
  },
  {
    name: 'employee: why not excellent, to the condition and the article',
    as: 'employee',
    page: '/open/mine?year=2025',
    clicks: [],
    source: /为什么不是优秀[\s\S]*第\d+条/,
  },
  {
    name: 'employee: a score of the own ticket, to the rule and the figures that went in',
    as: 'employee',
    page: '/open/mine?year=2025',
    clicks: [],
    source: /计分规则[\s\S]*计入的数值[\s\S]*怎样合成/,
  },
  {
    name: 'employee: what a year changed, to the two waves and what confirmed a problem',
    as: 'employee',
    page: '/open/change',
    clicks: [],
    source: /2025 认定[\s\S]*效应量/,
  },
]

export type Walked = { readonly name: string; readonly clicks: number; readonly found: boolean }

/** Goes the way and says how many clicks it took and whether the source stood at its end. */
export async function follow(page: Page, walk: FigureWalk): Promise<Walked> {
  await page.goto(walk.page)
  await page.locator('main').waitFor()
  for (const click of walk.clicks) {
    const target = page.locator(click).first()
    const isThere = await target.waitFor().then(
      () => true,
      () => false,
    )
    if (!isThere) return { name: walk.name, clicks: walk.clicks.length, found: false }
    await target.click()
    await page.waitForLoadState('networkidle')
  }
  const found = await page
    .waitForFunction(({ source, flags }) => new RegExp(source, flags).test(document.body.innerText), {
      source: walk.source.source,
      flags: walk.source.flags,
    })
    .then(
      () => true,
      () => false,
    )
  return { name: walk.name, clicks: walk.clicks.length, found }
}
