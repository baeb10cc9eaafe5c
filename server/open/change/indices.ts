import { daysBetween } from '@milepost/appraisal/days'
import type { YearOfChange } from '@milepost/contract/open/change'
import { appraisalLinks, countAppraised, ratersWithSigns } from '../../appraise/published.ts'
import { countPlans, findScorecardId } from '../../design/published.ts'
import type { Cycle } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { dayIn } from '../../platform/http/clock.ts'
import type { Library } from '../../platform/library.ts'
import { checkInsOf, linksOnTime } from '../../run/published.ts'
import { listPublicationRows } from '../publication/data.ts'
import { countChanged, countMessages, countObjections } from './data.ts'

type Code = YearOfChange['indices'][number]['code']
type Values = Readonly<Record<Code, number | null>>

const ROWS: readonly Omit<YearOfChange['indices'][number], 'before' | 'after'>[] = [
  row('plans', '双方确认的绩效计划', 'Plans agreed by both sides', '%', '%', 'up'),
  row('talks', '人均过程辅导', 'Check-ins a person', '次', 'a year', 'up'),
  row('confirmed', '本人确认的辅导记录', 'Check-ins confirmed by the person', '%', '%', 'up'),
  row('links', '按时完成的环节', 'Links of the cycle on time', '%', '%', 'up'),
  row('raters', '评分有异常迹象的评分人', 'Raters whose ratings show a sign of bias', '%', '%', 'down'),
  row('objections', '每百人异议', 'Objections per 100 appraised', '件', 'objections', 'down'),
  row('changed', '决定后改变的等次', 'Grades changed after the decision', '人', 'people', 'down'),
  row('published', '年度结束到向社会公开', 'From the end of the year to publication', '天', 'days', 'down'),
  row('read', '公开指标达到目标', 'Public measures on target', '%', '%', 'up'),
  row('answered', '公众留言答复率', 'Messages of the public answered', '%', '%', 'up'),
]

function row(code: Code, zh: string, en: string, unitZh: string, unitEn: string, better: 'up' | 'down') {
  return { code, name: { zh, en }, unit: { zh: unitZh, en: unitEn }, better }
}

/** What the records of two cycles say about how the cycle itself was run; null where there is nothing to count. */
export async function indicesOf(
  tx: Tx,
  institutionId: string,
  { before, after, ...known }: Known & { before: Cycle | undefined; after: Cycle | undefined },
): Promise<YearOfChange['indices']> {
  const [was, is] = [
    before ? await valuesOf(tx, institutionId, before, known) : null,
    after ? await valuesOf(tx, institutionId, after, known) : null,
  ]
  return ROWS.map((each) => ({ ...each, before: was?.[each.code] ?? null, after: is?.[each.code] ?? null }))
}

const PERCENT = 100
const percent = (part: number, whole: number): number | null => (whole === 0 ? null : (part / whole) * PERCENT)

type Known = { readonly timeZone: string; readonly library: Library; readonly today: string }

async function valuesOf(tx: Tx, institutionId: string, cycle: Cycle, { timeZone, library, today }: Known): Promise<Values> {
  const { cycleId } = cycle
  const scorecardId = await findScorecardId(tx, institutionId, cycleId)
  const { plans, agreed } = scorecardId ? await countPlans(tx, institutionId, scorecardId) : { plans: 0, agreed: 0 }
  const talks = await checkInsOf(tx, institutionId, null, cycleId)
  const appraised = await countAppraised(tx, institutionId, cycleId)
  const { raised } = await countObjections(tx, institutionId, cycleId)
  const messages = await countMessages(tx, institutionId, { from: cycle.startsOn, to: cycle.endsOn })
  const published = (await listPublicationRows(tx, institutionId)).filter((one) => one.cycle_id === cycleId && one.published_at !== null)
  const [first, newest] = [published.at(-1), published[0]]
  const score = (newest?.snapshot as { score?: { onTarget?: number; measures?: number } } | undefined)?.score
  return {
    plans: percent(agreed, plans),
    talks: plans === 0 ? null : talks.length / plans,
    confirmed: percent(talks.filter(({ confirmedByPersonAt }) => confirmedByPersonAt !== null).length, talks.length),
    links: await linksOnTime(tx, institutionId, { cycle, today, library, timeZone, later: appraisalLinks }),
    raters: await ratersWithSigns(tx, institutionId, { cycleId, library, today }),
    objections: percent(raised, appraised),
    changed: appraised === 0 ? null : await countChanged(tx, institutionId, cycleId),
    published: first?.published_at ? daysBetween(cycle.endsOn, dayIn(timeZone, first.published_at)) : null,
    read: score?.measures ? percent(score.onTarget ?? 0, score.measures) : null,
    answered: percent(messages.answered, messages.said),
  }
}
