import type { CardDesign } from '@milepost/contract/design/card'
import { engineScheme } from '@milepost/contract/design/schemeRules'
import type { CardInput, RollRule } from '@milepost/scorecard/card'
import { ENGINE_VERSION } from '@milepost/scorecard/engineVersion'
import { type Facts, linesOf } from './facts.ts'
import { measureInput } from './measureInput.ts'
import { stretchesOf } from './planDays.ts'
import { type ValueSheet, valueSheet } from './valueSheet.ts'

export type CardFacts = {
  readonly input: CardInput
  /** By line of the card. */
  readonly sheets: ReadonlyMap<string, ValueSheet>
}

/** Everything the engine needs to score a card with the values of a cycle, which need not be the cycle it was designed for. */
export function cardInput(card: CardDesign, facts: Facts, mode: 'live' | 'official'): CardFacts {
  const sheets = new Map(linesOf(card).map((line) => [line.cardMeasureId, sheetOf(line, facts)]))
  const scheme = engineScheme(card.scheme, card.holderKind)
  const input: CardInput = {
    cardId: card.cardId,
    scope: card.holderKind,
    name: card.name,
    mode,
    period: {
      from: facts.cycle.startsOn,
      to: facts.cycle.endsOn,
      ...(mode === 'live' ? { asOf: dayWithin(facts.cycle, facts.today) } : {}),
    },
    ...(scheme ? { scheme } : {}),
    perspectives: perspectivesOf(card, sheets, facts, mode),
    ...plansBefore(card, facts, mode),
    ...bonusesOn(card, facts),
    ...vetoesOn(card, facts),
    engineVersion: ENGINE_VERSION,
  }
  return { input, sheets }
}

type Sheets = ReadonlyMap<string, ValueSheet>

const perspectivesOf = ({ perspectives }: Pick<CardDesign, 'perspectives'>, sheets: Sheets, facts: Facts, mode: 'live' | 'official') =>
  perspectives.map((perspective) => ({
    id: perspective.perspectiveId ?? `perspective ${perspective.code}`,
    name: perspective.name,
    ...rolledBy(perspective),
    objectives: perspective.objectives.map((objective) => ({
      id: objective.objectiveId ?? `objective ${perspective.code} ${objective.code}`,
      name: objective.name,
      ...rolledBy(objective),
      ...(objective.critical ? { critical: true } : {}),
      measures: objective.measures.flatMap((line) => {
        const sheet = sheets.get(line.cardMeasureId)
        return sheet ? [measureInput(line, sheet, facts, mode)] : []
      }),
    })),
  }))

/** Each plan that was agreed before, with its days; the plan of now begins where the last of them ends. Nothing for a plan never amended. */
function plansBefore(card: CardDesign, facts: Facts, mode: 'live' | 'official'): Pick<CardInput, 'earlier' | 'inForce'> {
  const plans = facts.earlierOf(card.cardId)
  if (plans.length === 0) return {}
  const window = card.personId === null ? null : facts.windowOf({ kind: 'person', personId: card.personId })
  const { from, to: last } = window ?? { from: facts.cycle.startsOn, to: facts.cycle.endsOn }
  const today = mode === 'live' ? dayWithin(facts.cycle, facts.today) : last
  const { stretches, since } = stretchesOf(plans, { from, to: today < last ? today : last })
  const earlier = stretches.map(({ plan, days }) => {
    const sheets = new Map(linesOf(plan).map((line) => [line.cardMeasureId, sheetOf(line, facts)]))
    return { id: plan.amendmentId, ...days, perspectives: perspectivesOf(plan, sheets, facts, mode) }
  })
  return earlier.length === 0 ? {} : { earlier, inForce: since }
}

/** Said only where it is not the weighted mean, so that what was stored before stays the same. */
const rolledBy = ({ rollRule }: { rollRule: RollRule }) => (rollRule === 'weighted' ? {} : { rollRule })

/** What a leader granted outside the weights; the reason names the item, the occasion and where it can be looked up. */
function bonusesOn(card: CardDesign, facts: Facts): Pick<CardInput, 'bonuses'> {
  const bonuses = facts.bonusesOf(card.cardId).map(({ bonusId, item, points, reason, evidence, decision }) => ({
    id: bonusId,
    points,
    reason: { zh: `${item.name.zh}：${reason}（${evidence}）`, en: `${item.name.en}: ${reason} (${evidence})` },
    decidedBy: decision?.by ?? '',
  }))
  return bonuses.length === 0 ? {} : { bonuses }
}

const CAPS = { 'cap-b': 'B', 'cap-c': 'C', 'cap-d': 'D' } as const

/** What leaders decided of veto items: the measure counts nothing, or the card stands no better than a band. */
function vetoesOn(card: CardDesign, facts: Facts): Pick<CardInput, 'vetoes'> {
  const vetoes = facts.vetoesOf(card.cardId).flatMap((decision) => {
    const line = linesOf(card).find((one) => one.measureId === decision.measureId)
    if (!line || decision.effect === 'none') return []
    const effect =
      decision.effect === 'zero'
        ? ({ kind: 'zero', node: line.cardMeasureId } as const)
        : ({ kind: 'cap-band', atMost: CAPS[decision.effect] } as const)
    return [{ id: decision.vetoId, reason: { zh: decision.reason, en: decision.reason }, decidedBy: decision.by, effect }]
  })
  return vetoes.length === 0 ? {} : { vetoes }
}

function sheetOf(line: ReturnType<typeof linesOf>[number], facts: Facts): ValueSheet {
  const measure = facts.measureById.get(line.measureId)
  if (!measure) throw new Error(`measure ${line.measureId} was not read`)
  return valueSheet(measure, line.valuesOf, facts)
}

const dayWithin = (cycle: { startsOn: string; endsOn: string }, today: string) =>
  today < cycle.startsOn ? cycle.startsOn : today > cycle.endsOn ? cycle.endsOn : today
