import type { CardDesign, CardMeasure } from '@milepost/contract/design/card'
import { readLocalTargets } from '@milepost/contract/design/localTargets'
import { linesOf } from '@milepost/contract/design/weights'
import { Refusal } from '@milepost/contract/refusals'
import { figuresOfTarget } from '@milepost/scorecard/retarget'
import { listUnits } from '../../institution/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { cardsWhere } from '../card/readCards.ts'
import { findScorecardDesign } from '../scorecard/scorecardDesigns.ts'

export const readLocalTargetsRoute = serve(readLocalTargets, {
  run: async ({ tx, institutionId, input }) => {
    const { scorecardId } = input
    if (!(await findScorecardDesign(tx, institutionId, { scorecardId }))) throw new Refusal('not-found')
    const cards = await cardsWhere(tx, institutionId, { scorecardId, holderKinds: ['institution', 'unit'] })
    const units = new Map((await listUnits(tx, institutionId)).map((unit) => [unit.unitId, unit]))
    const ofUnits = cards.flatMap((card) => {
      const unit = card.holderKind === 'unit' ? units.get(card.unitId ?? '') : undefined
      return unit ? [{ card, unit }] : []
    })
    const kinds = countKinds(ofUnits.map(({ unit }) => unit.kind))
    const kind = input.kind ?? kinds[0]?.kind ?? null
    const rows = ofUnits.filter(({ unit }) => unit.kind === kind)
    const columns = columnsOf(rows.map(({ card }) => card))
    const whole = cards.find((card) => card.holderKind === 'institution')
    const above = new Map((whole ? linesOf(whole) : []).map((line) => [line.code, line.rule]))
    return {
      kind,
      kinds,
      measures: columns.map(({ code, name, unit }) => ({ code, name, unit, above: above.get(code) ?? null })),
      rows: rows.map(({ card, unit }) => {
        const lines = new Map(linesOf(card).map((line) => [line.code, line]))
        return {
          ...{ unitId: unit.unitId, code: unit.code, name: { ...unit.name } },
          ...{ cardId: card.cardId, state: card.state, revision: card.revision },
          lines: columns.map(({ code }) => {
            const line = lines.get(code)
            return line && hasTarget(line) ? { cardMeasureId: line.cardMeasureId, rule: line.rule } : null
          }),
        }
      }),
    }
  },
})

const hasTarget = ({ rule }: CardMeasure) => figuresOfTarget(rule) !== null

/** The most frequent first: most cards means most typing. */
function countKinds(kinds: readonly string[]): { kind: string; cards: number }[] {
  const counts = new Map<string, number>()
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts].map(([kind, cards]) => ({ kind, cards })).sort((a, b) => b.cards - a.cards || (a.kind < b.kind ? -1 : 1))
}

/** Measures with a target on any of the cards, in the order of the cards. */
function columnsOf(cards: readonly CardDesign[]): CardMeasure[] {
  const found = new Map<string, CardMeasure>()
  for (const line of cards.flatMap((card) => linesOf(card))) if (hasTarget(line) && !found.has(line.code)) found.set(line.code, line)
  return [...found.values()]
}
