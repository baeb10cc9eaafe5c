import { isComputedByFormula, type MeasureDesign } from '@milepost/contract/design/measure'
import { checkFormulas } from '@milepost/scorecard/formula/checkFormulas'
import { type Formula, measuresIn } from '@milepost/scorecard/formula/formulaTree'
import { readFormula } from '@milepost/scorecard/formula/readFormula'
import { listFormulaMeasures, type MeasureFinder, readMeasureFinder } from '../../design/published.ts'
import type { Tx } from '../../platform/database/database.ts'

export type ComputedMeasure = { readonly measure: MeasureDesign; readonly formula: Formula; readonly parts: readonly string[] }

/** The measures of a cycle that are computed by formula, each after those it rests on. */
export type Formulas = {
  readonly inOrder: readonly ComputedMeasure[]
  /** The measure a code stands for in the cycle. */
  readonly find: (code: string) => MeasureDesign | null
}

/** Asks one small question where no measure has a formula. null: none has. */
export async function readFormulas(tx: Tx, institutionId: string): Promise<((cycleId: string) => Formulas) | null> {
  const codes = [...new Set((await listFormulaMeasures(tx, institutionId)).map(({ code }) => code))]
  if (codes.length === 0) return null
  const find = await readMeasureFinder(tx, institutionId)
  return (cycleId) => formulasIn(codes, find, cycleId)
}

function formulasIn(codes: readonly string[], find: MeasureFinder, cycleId: string): Formulas {
  const computed = codes.flatMap((code) => {
    const measure = find(code, cycleId)
    return measure && isComputedByFormula(measure) ? [measure] : []
  })
  const formulaOf = new Map(computed.map((measure) => [measure.code, measure.definition.calculation]))
  const named = namesIn(formulaOf)
  // units were checked when the formula was saved
  const checked = checkFormulas(named.map((code) => ({ code, unit: '', ...formulaField(formulaOf.get(code)) })))
  const byCode = new Map(computed.map((measure) => [measure.code, measure]))
  return {
    find: (code) => find(code, cycleId),
    inOrder: checked.order.flatMap((code) => {
      const [measure, formula] = [byCode.get(code), checked.formulas.get(code)]
      return measure && formula ? [{ measure, formula, parts: measuresIn(formula) }] : []
    }),
  }
}

const formulaField = (formula: string | undefined) => (formula === undefined ? {} : { formula })

/** The computed codes and all that their formulas name. */
function namesIn(formulaOf: ReadonlyMap<string, string>): string[] {
  const found = new Set(formulaOf.keys())
  for (const formula of formulaOf.values()) {
    const read = readFormula(formula)
    if (read.kind === 'formula') for (const code of measuresIn(read.formula)) found.add(code)
  }
  return [...found]
}

/** The measures people report in place of this one; itself where no formula gives it. A code nobody has adopted is left out. */
export function reportedParts(measure: MeasureDesign, { inOrder, find }: Formulas): MeasureDesign[] {
  const computed = inOrder.find((one) => one.measure.measureId === measure.measureId)
  if (!computed) return [measure]
  const found = computed.parts.flatMap((code) => {
    const part = find(code)
    return part ? reportedParts(part, { inOrder, find }) : []
  })
  return [...new Map(found.map((part) => [part.measureId, part])).values()]
}
