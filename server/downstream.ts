import { readDownstream } from '@milepost/contract/appraise/reopenings'
import { gradesChangedAt, type Made, madeOf as ofAppraise } from './appraise/published.ts'
import { publishedAt } from './open/published.ts'
import type { Route } from './platform/http/serve.ts'
import { serve } from './platform/http/serve.ts'
import { payPoolOf } from './reward/published.ts'

/**
 * What was made from the grades of a cycle, room by room, and whether a grade was opened or changed since. Nothing is marked and forgotten: it is
 * read off the times, so that whatever is made anew is in date again by itself.
 */
const readDownstreamRoute = serve(readDownstream, {
  run: async ({ tx, institutionId, input }) => {
    const { cycleId } = input
    const changedAt = await gradesChangedAt(tx, institutionId, cycleId)
    const pay = (await payPoolOf(tx, institutionId, cycleId)).map(({ name, approvedAt }) => ({
      what: { zh: `绩效工资“${name.zh}”`, en: `Pay pool “${name.en}”` },
      madeAt: approvedAt,
      mend: { zh: '差额从预留中结算，不追回', en: 'The difference is settled from the reserve; nothing is taken back' },
      href: '/reward',
    }))
    const publications = (await publishedAt(tx, institutionId, cycleId)).map((madeAt) => ({
      what: { zh: '公开页', en: 'Public page' },
      madeAt,
      mend: { zh: '生成新一版并说明更正', en: 'Prepare a new revision and say what it corrects' },
      href: '/open',
    }))
    const made: Made[] = [...(await ofAppraise(tx, institutionId, cycleId)), ...pay, ...publications]
    return {
      changedAt: changedAt?.toISOString() ?? null,
      made: made.map(({ outdated, ...one }) => ({
        ...one,
        madeAt: one.madeAt.toISOString(),
        stale: outdated ?? (changedAt !== null && one.madeAt < changedAt),
      })),
    }
  },
})

export const downstreamRoutes: readonly Route[] = [readDownstreamRoute]
