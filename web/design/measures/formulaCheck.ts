import type { LibraryEntry } from '@milepost/contract/design/measures'
import { checkFormulas } from '@milepost/scorecard/formula/checkFormulas'
import { FORMULA_FAULTS, measuresIn } from '@milepost/scorecard/formula/formulaTree'
import type { Bilingual } from '@milepost/terms/bilingual'

export type FormulaChecked =
  | { readonly kind: 'none' }
  /** What it rests on, by code. */
  | { readonly kind: 'sound'; readonly measures: readonly string[] }
  | { readonly kind: 'wrong'; readonly message: Bilingual; readonly at: number; readonly more: string }

type Edited = { readonly code: string; readonly unit: string; readonly calculation: string }

/** The formula being typed, checked by the engine against every measure there is: the same check the server makes when it is saved. */
export function checkFormula(edited: Edited, library: readonly LibraryEntry[]): FormulaChecked {
  const { code, unit, calculation } = edited
  if (calculation.trim() === '') return { kind: 'none' }
  const own = code === '' ? '?' : code
  const others = library
    .filter((entry) => entry.code !== own)
    .map((entry) => {
      const measure = { code: entry.code, unit: entry.unit.zh || entry.unit.en }
      return entry.definition.calculation === '' ? measure : { ...measure, formula: entry.definition.calculation }
    })
  const { findings, formulas } = checkFormulas([...others, { code: own, unit, formula: calculation }])
  const finding = findings.find((one) => one.code === own || (one.circle?.includes(own) ?? false))
  if (finding) {
    const more = finding.circle ? [...finding.circle, finding.circle[0]].join(' → ') : (finding.found ?? '')
    return { kind: 'wrong', message: FORMULA_FAULTS[finding.because], at: finding.at, more }
  }
  const formula = formulas.get(own)
  return { kind: 'sound', measures: formula ? measuresIn(formula) : [] }
}
