import { div, type Exact, ONE, ZERO } from '@milepost/exact/exact'
import type { CardInput, DaySpan, PerspectiveInput } from './card.ts'
import type { CardResult, PlanStretch } from './cardResult.ts'
import { daysBetween } from './days.ts'
import type { Explanation } from './explanation.ts'
import { schemeOf } from './scheme.ts'
import { dayWeightedScore } from './segments.ts'
import { bandOf, bandStatus, plainStatus, type Status, worseOf } from './status.ts'

type Plan = DaySpan & { id: string | null; perspectives: PerspectiveInput[] }
type Scored = { stretch: PlanStretch; result: CardResult }

/**
 * The score of a card whose plan was amended: every plan is scored with the values of the period, and the card's score is
 * sum(days x score) / sum(days) over the plans that have one. Tree and measures are those of the plan it holds now. Nothing is
 * scored: `final` is null. Throws when `inForce` is missing or days are the wrong way round.
 */
export function weighPlans(card: CardInput, scorePlan: (card: CardInput, share: Exact) => CardResult): CardResult {
  const { earlier = [], inForce, ...own } = card
  if (!inForce) throw new Error(`card ${card.cardId} has earlier plans but does not say since when its own is in force`)
  const plans: Plan[] = [...earlier, { ...inForce, id: null, perspectives: own.perspectives }]
  const scored = plans.map((plan): Scored => {
    const days = daysOf(plan)
    const result = scorePlan({ ...own, perspectives: plan.perspectives }, ONE)
    const { id, from, to } = plan
    return { result, stretch: { id, from, to, days, score: result.final?.score ?? null, official: result.final?.official ?? null } }
  })
  const weighed = dayWeightedScore(
    scored.map(({ stretch }, at) => ({ id: String(at), days: stretch.days, score: stretch.score })),
    1,
  )
  const final = weighed.kind === 'scored' ? { score: weighed.score, official: weighed.official } : null
  const share = weighed.kind === 'scored' ? div(daysOf(inForce), weighed.days) : ZERO
  const now = scorePlan(own, share)
  const stretches = scored.map(({ stretch }) => stretch)
  const status = final && card.mode === 'official' ? statusOf(card, scored, final.official) : now.status
  const provisional = scored.some(({ result }) => result.provisional)
  return { ...now, final, status, provisional, stretches, explanation: explain(card, scored, { final, status }) }
}

function daysOf({ from, to }: DaySpan): number {
  const days = daysBetween(from, to)
  if (days === null) throw new Error(`a plan is in force from ${from} to ${to}`)
  return days
}

/** The band of the score by days; a plan without a band keeps the card without one, and a veto on any plan holds the card down. */
function statusOf(card: CardInput, scored: readonly Scored[], official: string): Status {
  const { bands } = schemeOf(card.scheme)
  const statuses = scored.map(({ result }) => result.status)
  const none = statuses.find(({ kind }) => kind !== 'band' && kind !== 'veto')
  if (none) return none
  const earned = bandOf(official, bands)
  const held = statuses.flatMap(({ kind, band }) => (kind === 'veto' ? bands.filter(({ code }) => code === band) : []))
  return held.length === 0
    ? bandStatus(earned)
    : plainStatus(
        'veto',
        held.reduce((worst, band) => worseOf(worst, band, bands), earned),
      )
}

function explain(card: CardInput, scored: readonly Scored[], { final, status }: Pick<CardResult, 'final' | 'status'>): Explanation {
  const counted = scored.filter(({ stretch }) => stretch.score !== null)
  const sum = counted.map(({ stretch }) => `${stretch.official} × ${stretch.days}`).join(' + ')
  const days = counted.reduce((total, { stretch }) => total + stretch.days, 0)
  const plans = counted.map(({ stretch }) => `${stretch.from} – ${stretch.to}`).join(', ')
  const text = final
    ? {
        zh: `“${card.name.zh}”得 ${final.official} 分，${status.label.zh}：计划经调整，各版按生效天数加权，(${sum}) ÷ ${days}；${plans}。`,
        en: `"${card.name.en}" scores ${final.official}, ${status.label.en}: the plan was amended, its versions count by days in force, (${sum}) / ${days}; ${plans}.`,
      }
    : { zh: `“${card.name.zh}”没有得分：${status.label.zh}。`, en: `"${card.name.en}" has no score: ${status.label.en}.` }
  return {
    key: `${card.cardId}/days-in-force`,
    formulaId: 'card.days-in-force',
    formulaVersion: 1,
    inputs: Object.fromEntries(
      scored.flatMap(({ stretch }, at) => [
        [`${at + 1}.days`, stretch.days],
        [`${at + 1}.score`, stretch.score],
      ]),
    ),
    value: final?.score ?? null,
    rounding: final && { rule: 'half-away-2', official: final.official },
    text,
    children: scored.map(({ result }) => result.explanation),
  }
}
