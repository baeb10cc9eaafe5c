import type { EarlierFigure } from '@milepost/contract/open/publications'

const ROADS = (year: number) => ({ zh: `${year} 年公路养护统计年报`, en: `Road maintenance statistics ${year}` })
const SERVICE = (year: number) => ({ zh: `${year} 年度工作总结`, en: `Annual report ${year}` })
const ASKED = (year: number) => ({ zh: `${year} 年行业第三方满意度调查`, en: `Third-party satisfaction survey ${year}` })

const of = (code: string, source: (year: number) => EarlierFigure['source'], years: Readonly<Record<number, string>>): EarlierFigure[] =>
  Object.entries(years).map(([year, actual]) => ({ code, year: Number(year), actual, source: source(Number(year)) }))

/** What the bureau's own reports say of the two years before it had a scorecard; staff engagement was never asked. */
export const EARLIER: readonly EarlierFigure[] = [
  ...of('PS01', ROADS, { 2023: '84.1', 2024: '85.9' }),
  ...of('PS05', ROADS, { 2023: '91.7', 2024: '92.5' }),
  ...of('PS14', SERVICE, { 2023: '92.3', 2024: '96.2' }),
  ...of('PS07', ASKED, { 2024: '72.1' }),
  ...of('PS08', SERVICE, { 2023: '90.6', 2024: '93.9' }),
  ...of('PS16', SERVICE, { 2024: '94.7' }),
  ...of('IP12', ROADS, { 2023: '96.3', 2024: '96.9' }),
  ...of('IP14', SERVICE, { 2023: '94.8', 2024: '96.5' }),
  ...of('FB03', SERVICE, { 2023: '80.9', 2024: '82.4' }),
]
