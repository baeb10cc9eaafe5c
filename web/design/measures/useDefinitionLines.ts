import type { LibraryEntry } from '@milepost/contract/design/measures'
import { CONTROLS, DIRECTIONS, FREQUENCIES } from '@milepost/terms/strategy'
import { useLanguage, useText } from '../../platform/language.tsx'
import { en, zh } from './text.ts'

export type DefinitionLine = { readonly name: string; readonly value: string }

/** A measure's card as names and values; what is not said is left out. */
export function useDefinitionLines(): (measure: LibraryEntry) => DefinitionLine[] {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  return (measure) => {
    const card = measure.definition
    const said = (name: string, value: string | null) => (value === null || value.trim() === '' ? [] : [{ name, value }])
    return [
      ...said(text.purpose, pick(card.purpose)),
      ...said(text.formula, pick(card.formula)),
      ...said(text.calculation, card.calculation),
      ...said(text.numerator, card.numerator && pick(card.numerator)),
      ...said(text.denominator, card.denominator && pick(card.denominator)),
      ...said(text.unit, pick(measure.unit)),
      ...said(text.direction, pick(DIRECTIONS[measure.direction])),
      ...said(text.frequency, pick(FREQUENCIES[card.frequency])),
      ...said(text.dataSource, pick(card.dataSource)),
      ...said(text.collection, pick(card.collection)),
      ...said(text.computed, text.computedFrom[measure.computedFrom ?? (card.calculation === '' ? 'recorded' : 'formula')]),
      ...said(text.owner, pick(card.owner)),
      ...said(text.updater, pick(card.updater)),
      ...said(text.verifier, pick(card.verifier)),
      ...said(text.level, card.levels.map((level) => text.levels[level]).join(' · ')),
      ...said(text.role, text.roles[card.role]),
      ...said(text.control, pick(CONTROLS[card.control])),
      ...said(text.overTime, text.aggregations[measure.timeAggregation]),
      ...said(text.overUnits, text.aggregations[measure.unitAggregation]),
      ...said(text.ratioScale, measure.ratioScale),
      ...said(text.missing, text.missingPolicies[measure.missingPolicy]),
      ...said(text.whenUndefined, measure.unitAggregation === 'ratio' ? text.undefinedPolicies[measure.undefinedPolicy] : null),
      ...said(text.minN, measure.minN === null ? null : String(measure.minN)),
      ...said(text.accuracy, pick(card.accuracy)),
      ...said(text.limitations, pick(card.limitations)),
      ...said(text.compensation, pick(card.compensation)),
      ...card.benchmarks.flatMap((one) =>
        said(text.benchmarkKinds[one.kind], `${one.value} ${pick(measure.unit)} · ${one.asOf} · ${one.source}`),
      ),
      ...said(text.comparability, measure.version !== null && measure.version > 1 ? text.comparabilities[card.comparability] : null),
      ...said(text.publicUse, card.public ? text.publicYes : text.publicNo),
      ...said(text.veto, card.veto ? text.vetoYes : null),
      ...said(text.serves, measure.objectives.map((objective) => `${objective.code} ${pick(objective.name)}`).join(' · ')),
    ]
  }
}
