import type { CardDesign } from '@milepost/contract/design/card'
import type { DryRunFacts } from '@milepost/contract/run/dryRun'
import { type Holder, holderKey } from '@milepost/contract/run/holder'
import type { MeasureInput, ValueInput } from '@milepost/scorecard/card'
import { cardInput } from '../scoring/cardInput.ts'
import { type Facts, linesOf } from '../scoring/facts.ts'

type Parts = Omit<DryRunFacts, 'scorecard' | 'cycle'>

/** The cards taken apart: measures alike and values shared by many cards are listed once. */
export function dryRunParts(cards: readonly CardDesign[], facts: Facts): Parts {
  const measures = listed<Parts['measures'][number]>()
  const series = listed<ValueInput[]>()
  const perspectives = listed<Parts['perspectives'][number]>()
  const objectives = listed<Parts['objectives'][number]>()
  let scheme: Parts['scheme']
  const silent = new Map<string, { code: string; name: CardDesign['name']; cards: number }>()
  const taken = cards.map((card) => {
    const { input } = cardInput(card, facts, 'official')
    scheme = input.scheme
    const holders = new Map(linesOf(card).map((line) => [line.cardMeasureId, `${line.measureId} ${holderKey(line.valuesOf)}`]))
    const leaves = input.perspectives.flatMap(({ objectives: below, ...perspective }) =>
      below.flatMap(({ measures: lines, ...objective }) =>
        lines.map(({ id, weightBp, values, ...measure }: MeasureInput) => {
          const said = values.some(({ state }) => state !== 'missing' && state !== 'not_due' && state !== 'late')
          if (!said) {
            const code = measure.code ?? id
            silent.set(code, { code, name: measure.name, cards: (silent.get(code)?.cards ?? 0) + 1 })
          }
          return {
            p: perspectives.place(perspective.id, perspective),
            o: objectives.place(objective.id, objective),
            m: measures.place(JSON.stringify(measure), measure),
            s: series.place(holders.get(id) ?? id, atTheClose(values)),
            weightBp,
            ...(input.vetoes ? { id } : {}),
          }
        }),
      ),
    )
    return {
      cardId: card.cardId,
      holder: holderKey(holderOf(card)),
      scope: card.holderKind,
      name: card.name,
      unit: card.personId !== null && card.unitId !== null ? (facts.unitById.get(card.unitId)?.name ?? null) : null,
      ...(input.vetoes ? { vetoes: input.vetoes } : {}),
      leaves,
    }
  })
  return {
    ...(scheme ? { scheme } : {}),
    perspectives: perspectives.all,
    objectives: objectives.all,
    measures: measures.all,
    series: series.all,
    cards: taken,
    withoutValues: [...silent.values()].sort((a, b) => b.cards - a.cards),
  }
}

/** In a dry run what has not come by now is missing: the past is closed, whatever its periods say. */
const atTheClose = (values: readonly ValueInput[]): ValueInput[] =>
  values.map((value) => (value.state === 'late' ? { ...value, state: 'missing' } : value))

const holderOf = ({ unitId, personId }: CardDesign): Holder =>
  personId !== null ? { kind: 'person', personId } : unitId !== null ? { kind: 'unit', unitId } : { kind: 'institution' }

/** A list in which each thing stands once, found by its key. */
function listed<One>(): { all: One[]; place: (key: string, one: One) => number } {
  const places = new Map<string, number>()
  const all: One[] = []
  return {
    all,
    place(key, one) {
      const known = places.get(key)
      if (known !== undefined) return known
      places.set(key, all.length)
      return all.push(one) - 1
    },
  }
}
