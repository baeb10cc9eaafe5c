import type { EarlierPlan } from '../../design/published.ts'

type Days = { readonly from: string; readonly to: string }

const DAY = 86_400_000
const dayBefore = (day: string): string => new Date(Date.parse(day) - DAY).toISOString().slice(0, 10)

/**
 * The days of a period by the plan that held: each earlier plan up to the day before it was replaced, the present one (`since`) from there
 * on. A plan that held no day of the period is left out; the present one holds its last day at the least.
 */
export function stretchesOf(
  plans: readonly EarlierPlan[],
  period: Days,
): { readonly stretches: readonly { readonly plan: EarlierPlan; readonly days: Days }[]; readonly since: Days } {
  let from = period.from
  const stretches = plans.flatMap((plan) => {
    const replaced = plan.replacedOn > period.to ? period.to : plan.replacedOn
    const days = { from, to: dayBefore(replaced) }
    if (days.from > days.to) return []
    from = replaced
    return [{ plan, days }]
  })
  return { stretches, since: { from, to: period.to } }
}
