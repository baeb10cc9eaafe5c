import { listRestatable, readRestatement } from '@milepost/contract/open/restatement'
import { Refusal } from '@milepost/contract/refusals'
import { payPool } from '@milepost/pay/payPool'
import { payChanges } from '@milepost/pay/spread'
import type { CardInput } from '@milepost/scorecard/card'
import { restatementImpact } from '@milepost/scorecard/restatementImpact'
import { listUnits } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { serve } from '../../platform/http/serve.ts'
import { paidInputs } from '../../reward/published.ts'
import { latestOfficialRun, officialInputs } from '../../run/published.ts'
import { correctionsAt, type FrozenCard, placesOf } from './places.ts'

/** A plan has values of its own, entered by its holder; what is restated here is what units and the institution reported. */
const SCOPES = ['institution', 'unit'] as const

export const listRestatableRoute = serve(listRestatable, {
  run: async ({ tx, institutionId, input }) => {
    const run = await latestOfficialRun(tx, institutionId, input.cycleId)
    if (!run) return { run: null, places: [] }
    const { cards, whole, nameOf } = await frozenCards(tx, institutionId, run.runId)
    return {
      run: { revision: run.revision, ranAt: run.ranAt.toISOString() },
      places: placesOf(cards).map((place) => ({ ...place, holder: place.unitCode === null ? whole : nameOf(place.unitCode) })),
    }
  },
})

/** Read from the frozen inputs of the newest official run: what the scores rest on, whatever has been recorded since. */
export const readRestatementRoute = serve(readRestatement, {
  run: async ({ tx, institutionId, input }) => {
    const run = await latestOfficialRun(tx, institutionId, input.cycleId)
    if (!run) throw new Refusal('nothing-to-restate')
    const { cards } = await frozenCards(tx, institutionId, run.runId)
    const place = { measureCode: input.measureCode, unitCode: input.unitCode ?? null, period: input.period }
    const stands = placesOf(cards).find(
      (one) => one.measureCode === place.measureCode && one.unitCode === place.unitCode && one.period === place.period,
    )
    if (!stands) throw new Refusal('nothing-to-restate')
    const corrections = correctionsAt(cards, place, input.actual)
    const impacts = SCOPES.flatMap((scope) => {
      const own = cards.filter((card) => card.input.scope === scope).map((card) => card.input)
      return restatementImpact(own, corrections).cards
    })
    const inputs = new Map(cards.map((card) => [card.input.cardId, card]))
    return {
      before: stands.actual,
      after: input.actual,
      cards: impacts.map(({ cardId, before, after, bandChanges, rankChanges, nodes }) => {
        const card = inputs.get(cardId)?.input
        const names = card ? nodeNames(card) : new Map<string, Name>()
        return {
          ...{ cardId, scope: card?.scope === 'institution' ? ('institution' as const) : ('unit' as const) },
          holder: card?.name ?? { zh: cardId, en: cardId },
          ...{ before, after, bandChanges, rankChanges },
          lines: nodes.map(({ id, before: was, after: is }) => ({ name: names.get(id) ?? { zh: id, en: id }, before: was, after: is })),
        }
      }),
      counts: {
        scores: impacts.filter(({ before, after }) => before.official !== after.official).length,
        bands: impacts.filter(({ bandChanges }) => bandChanges).length,
        ranks: impacts.filter(({ rankChanges }) => rankChanges).length,
      },
      pay: await payImpact(tx, institutionId, { cycleId: input.cycleId, scores: scoresAfter(impacts, inputs) }),
    }
  },
})

type Name = { zh: string; en: string }

async function frozenCards(tx: Tx, institutionId: string, runId: string) {
  const units = await listUnits(tx, institutionId)
  const codeOf = new Map(units.map((unit) => [unit.unitId, unit.code]))
  const names = new Map(units.map((unit): [string, Name] => [unit.code, { zh: unit.name.zh, en: unit.name.en || unit.name.zh }]))
  const cards = (await officialInputs(tx, institutionId, runId)).map(
    ({ unitId, input }): FrozenCard => ({ input, unitCode: input.scope === 'unit' ? (codeOf.get(unitId ?? '') ?? null) : null }),
  )
  return {
    cards,
    whole: cards.find(({ input }) => input.scope === 'institution')?.input.name ?? { zh: '本单位', en: 'The institution' },
    nameOf: (code: string) => names.get(code) ?? { zh: code, en: code },
  }
}

function nodeNames(card: CardInput): ReadonlyMap<string, Name> {
  const name = ({ id, name: { zh, en } }: { id: string; name: Name }): [string, Name] => [id, { zh, en }]
  return new Map<string, Name>([
    [card.cardId, { zh: card.name.zh, en: card.name.en }],
    ...card.perspectives.flatMap((perspective) => [
      name(perspective),
      ...perspective.objectives.flatMap((objective) => [name(objective), ...objective.measures.map(name)]),
    ]),
  ])
}

/** Scores of units as they would be, by code. */
function scoresAfter(
  impacts: ReturnType<typeof restatementImpact>['cards'],
  cards: ReadonlyMap<string, FrozenCard>,
): ReadonlyMap<string, string | null> {
  return new Map(
    impacts.flatMap(({ cardId, after }): [string, string | null][] => {
      const code = cards.get(cardId)?.unitCode ?? null
      return code === null ? [] : [[code, after.official]]
    }),
  )
}

type Changed = { readonly cycleId: string; readonly scores: ReadonlyMap<string, string | null> }

/** Every approved pool shared out again with the unit scores that change. */
async function payImpact(tx: Tx, institutionId: string, { cycleId, scores }: Changed) {
  if (scores.size === 0) return []
  return (await paidInputs(tx, institutionId, cycleId)).flatMap(({ name, input }) => {
    const units = input.units.map((unit) => ({ ...unit, score: scores.get(unit.id) ?? unit.score }))
    const [before, after] = [payPool(input), payPool({ ...input, units })]
    if (before.kind === 'refused' || after.kind === 'refused') return []
    const amounts = (lines: typeof before.lines) => new Map(lines.map(({ person, fen }) => [person, fen]))
    const { raised, lowered, movedFen } = payChanges(amounts(before.lines), amounts(after.lines))
    return [{ pool: { zh: name.zh, en: name.en }, raised, lowered, movedFen }]
  })
}
