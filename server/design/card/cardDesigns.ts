import { type CardDesign, type CardMeasure, cardDesign, OWN_DUTIES, type ValueScope } from '@milepost/contract/design/card'
import type { MeasureDesign } from '@milepost/contract/design/measure'
import { grouped } from '../grouped.ts'
import type { CardRow, LineRow } from './data.ts'

/** Rows of cards and lines put together, parsed once as a whole; a line whose measure is not given is a fault of the caller. */
export function cardDesigns(cards: readonly CardRow[], lines: readonly LineRow[], measures: readonly MeasureDesign[]): CardDesign[] {
  const measureById = new Map(measures.map((measure) => [measure.measureId, measure]))
  const linesOfCard = grouped(lines, (line) => line.card_id)
  return cards.map((card) =>
    cardDesign.parse({
      cardId: card.card_id,
      scorecardId: card.scorecard_id,
      cycleId: card.cycle_id,
      holderKind: card.holder_kind,
      unitId: card.unit_id,
      personId: card.person_id,
      name: nameOf(card),
      state: card.state,
      revision: card.revision,
      templateCode: card.template_code,
      scheme: card.rules,
      perspectives: perspectivesOf(card, linesOfCard.get(card.card_id) ?? [], measureById),
    } satisfies Record<keyof CardDesign, unknown>),
  )
}

type Named = Pick<CardRow, 'holder_kind' | 'institution_zh' | 'institution_en' | 'unit_zh' | 'unit_en' | 'person_zh' | 'person_en'>

/** What the holder of a card is called. */
export function nameOf(card: Named): { zh: string; en: string } {
  if (card.holder_kind === 'institution') return { zh: card.institution_zh, en: card.institution_en }
  if (card.holder_kind === 'unit') return { zh: card.unit_zh ?? '', en: card.unit_en || (card.unit_zh ?? '') }
  return { zh: card.person_zh ?? '', en: card.person_en || (card.person_zh ?? '') }
}

function perspectivesOf(card: CardRow, lines: readonly LineRow[], measures: ReadonlyMap<string, MeasureDesign>) {
  return [...grouped(lines, (line) => line.perspective_id).values()].map((inPerspective) => {
    const first = inPerspective[0]
    return {
      perspectiveId: first?.perspective_id ?? null,
      code: first?.perspective_code ?? OWN_DUTIES.code,
      name: named(first?.perspective_zh, first?.perspective_en),
      rollRule: first?.perspective_roll ?? 'weighted',
      objectives: [...grouped(inPerspective, (line) => line.objective_id).values()].map((inObjective) => {
        const line = inObjective[0]
        return {
          objectiveId: line?.objective_id ?? null,
          code: line?.objective_code ?? OWN_DUTIES.code,
          name: named(line?.objective_zh, line?.objective_en),
          rollRule: line?.objective_roll ?? 'weighted',
          critical: line?.objective_critical ?? false,
          measures: inObjective.map((row) => measureOnCard(card, row, measures)),
        }
      }),
    }
  })
}

const named = (zh: string | null | undefined, en: string | null | undefined) => (zh == null ? { ...OWN_DUTIES.name } : { zh, en: en ?? '' })

function measureOnCard(card: CardRow, row: LineRow, measures: ReadonlyMap<string, MeasureDesign>) {
  const measure = measures.get(row.measure_id)
  if (!measure) throw new Error(`measure ${row.measure_id} was not read`)
  const { definition, ...computing } = measure
  return {
    ...computing,
    cardMeasureId: row.card_measure_id,
    digits: definition.digits,
    weightBp: row.weight_bp,
    rule: row.rule,
    valueScope: row.value_scope,
    valuesOf: valuesOf(card, row.value_scope as ValueScope),
    cascadeKind: row.cascade_kind,
    parentCardMeasureId: row.parent_card_measure_id,
    profile: row.profile,
    critical: row.critical,
    veto: definition.veto,
    public: definition.public,
    role: definition.role,
    control: definition.control,
  }
}

/**
 * Whose values a line is scored with. `own`: the holder's. `unit`: of the unit the holder belongs to; for a unit that is the
 * unit above. The bureau at the top of the tree is the institution.
 */
export function valuesOf(
  card: Pick<CardRow, 'unit_id' | 'unit_kind' | 'person_id' | 'above_unit_id' | 'above_kind'>,
  scope: ValueScope,
): CardMeasure['valuesOf'] {
  const institution = { kind: 'institution' } as const
  if (scope === 'institution' || card.unit_id === null) return institution
  const ownUnit = card.unit_kind === 'bureau' ? institution : ({ kind: 'unit', unitId: card.unit_id } as const)
  if (card.person_id !== null) return scope === 'own' ? { kind: 'person', personId: card.person_id } : ownUnit
  if (scope === 'own') return ownUnit
  return card.above_unit_id === null || card.above_kind === 'bureau' ? institution : { kind: 'unit', unitId: card.above_unit_id }
}
