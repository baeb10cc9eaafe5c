import { type OpenItem, opennessRate } from '@milepost/appraisal/opennessRate'
import type { OutputOf } from '@milepost/contract/endpoint'
import { CYCLE_STAGES } from '@milepost/contract/institution/cycles'
import { readOpenness } from '@milepost/contract/open/openness'
import { Refusal } from '@milepost/contract/refusals'
import { madeKnown, rulesAt } from './appraise/published.ts'
import { countPlans, findScorecard } from './design/published.ts'
import { type Cycle, findCycle, findHearing, listComments } from './institution/published.ts'
import { publishedAt } from './open/published.ts'
import type { Tx } from './platform/database/database.ts'
import { type Route, serve } from './platform/http/serve.ts'
import type { Library } from './platform/library.ts'
import { payRulesPublishedAt } from './reward/published.ts'

type Item = OutputOf<typeof readOpenness>['items'][number]
type Found = Pick<Item, 'published' | 'entitled' | 'viewed' | 'href'>

/** How open a cycle is, item by item: everybody may look at it. */
const readOpennessRoute = serve(readOpenness, {
  run: async ({ tx, institutionId, input, library }) => {
    const cycle = await findCycle(tx, institutionId, input.cycleId)
    if (!cycle) throw new Refusal('not-found')
    const { openness } = rulesAt(library, cycle.endsOn)
    const found = await itemsOf(tx, { institutionId, cycle, library })
    const items = openness.items.map((one): Item => ({ ...one, ...found[one.code] }))
    const rate = opennessRate(items.map((one): OpenItem => ({ ...one, item: one.code })))
    const { note, verified } = openness
    return { rate: rate.kind === 'known' ? rate.official : null, items, note: { ...note }, verified }
  },
})

type Asked = { readonly institutionId: string; readonly cycle: Cycle; readonly library: Library }

/** A quarter of the period: a scorecard published later comes after the work it is about. */
const isLate = (cycle: Cycle, at: Date) => {
  const [from, to] = [Date.parse(cycle.startsOn), Date.parse(cycle.endsOn)]
  return 4 * (at.getTime() - from) > to - from
}

async function itemsOf(tx: Tx, { institutionId, cycle, library }: Asked): Promise<Record<Item['code'], Found>> {
  const { cycleId, year } = cycle
  const isPast = (stage: (typeof CYCLE_STAGES)[number]) => CYCLE_STAGES.indexOf(cycle.stage) > CYCLE_STAGES.indexOf(stage)
  /** Of the people something is for; not due before its stage is over, unless it is there already. */
  const due = (stage: (typeof CYCLE_STAGES)[number], isThere: boolean): Found['published'] =>
    isThere ? 'on-time' : isPast(stage) ? 'missing' : 'not-due'
  const hearing = await findHearing(tx, institutionId, cycleId)
  const comments = hearing ? await listComments(tx, institutionId, cycleId) : []
  const scorecard = await findScorecard(tx, institutionId, cycleId)
  const plans = scorecard ? await countPlans(tx, institutionId, scorecard.scorecardId) : { plans: 0, agreed: 0 }
  const made = await madeKnown(tx, institutionId, cycle)
  const payRules = await payRulesPublishedAt(tx, institutionId)
  const pages = await publishedAt(tx, institutionId, cycleId)
  const nobody = { entitled: null, viewed: null }
  const reach = (viewed: number, entitled: number, published: Found['published']) => ({
    published: entitled === 0 ? ('not-due' as const) : published,
    entitled,
    viewed,
  })
  const publishedOn = scorecard?.publishedAt ?? null
  return {
    hearing: {
      published: due('design', hearing !== null && comments.every(({ answer }) => answer !== null)),
      ...nobody,
      href: `/institution/hearing?year=${year}`,
    },
    scorecard: {
      published: publishedOn !== null && isLate(cycle, new Date(publishedOn)) ? 'late' : due('design', publishedOn !== null),
      ...nobody,
      href: '/design/scorecard',
    },
    'own-plan': { ...reach(plans.agreed, plans.plans, due('design', plans.plans > 0)), href: '/design/plans' },
    notice: {
      published: due('appraise', (made.notice?.workingDays ?? 0) >= rulesAt(library, cycle.endsOn).notice.workingDays),
      ...nobody,
      href: '/appraise/notice',
    },
    objections: {
      published: made.objections.of === 0 ? 'not-due' : due('appraise', made.objections.answered === made.objections.of),
      ...nobody,
      href: '/appraise/notice',
    },
    'own-result': { ...reach(made.answered, made.decided, due('appraise', made.served > 0)), href: `/appraise/results?year=${year}` },
    interview: { ...reach(made.talked, made.decided, due('appraise', made.talked > 0)), href: `/appraise/results?year=${year}` },
    'pay-rules': { published: due('reward', payRules !== null), ...nobody, href: '/reward' },
    'public-page': { published: due('open', pages.length > 0), ...nobody, href: '/open' },
  }
}

export const opennessRoutes: readonly Route[] = [readOpennessRoute]
