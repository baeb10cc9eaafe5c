import { computeFormula } from './computeFormula.ts'
import { type Formula, type FormulaFault, measuresIn, partsOf } from './formulaTree.ts'
import { readFormula } from './readFormula.ts'
import { type Dimension, readUnit, sameUnit, unitOf } from './units.ts'

/** A measure as its formula knows it: `formula` absent for one that is reported and not computed. */
export type FormulaMeasure = { readonly code: string; readonly unit: string; readonly formula?: string }
export type FormulaFinding = {
  readonly code: string
  readonly because: FormulaFault
  /** Place in the formula, from 0. */
  readonly at: number
  readonly found?: string
  /** The codes of a circle, first to last. */
  readonly circle?: readonly string[]
}
export type CheckedFormulas = {
  readonly findings: readonly FormulaFinding[]
  /** Read formulas by code, those without a finding. */
  readonly formulas: ReadonlyMap<string, Formula>
  /** Codes in the order in which they can be computed, each after those it rests on; without what stands in a circle. */
  readonly order: readonly string[]
}

/**
 * Checks all formulas of an institution together: each can be read, names measures there are, keeps to units (declared and found), divides by
 * nothing that is 0 whatever is reported, and none goes round in a circle.
 */
export function checkFormulas(measures: readonly FormulaMeasure[]): CheckedFormulas {
  const units = new Map<string, Dimension>(measures.map(({ code, unit }) => [code, readUnit(unit)]))
  const findings: FormulaFinding[] = []
  const formulas = new Map<string, Formula>()
  for (const { code, formula: text } of measures) {
    if (text === undefined) continue
    const read = readFormula(text)
    if (read.kind === 'refused') {
      findings.push({ code, because: read.because, at: read.at, ...(read.found !== undefined && { found: read.found }) })
      continue
    }
    const zero = zeroDivisor(read.formula)
    if (zero !== null) {
      findings.push({ code, because: 'divides-by-zero', at: zero })
      continue
    }
    const found = unitOf(read.formula, units)
    if (found.kind === 'refused') findings.push({ code, because: found.because, at: found.at })
    else if (!sameUnit(found.unit, units.get(code) ?? {})) findings.push({ code, because: 'unit-not-declared', at: 0 })
    else formulas.set(code, read.formula)
  }
  const { order, circles } = orderOf(measures, formulas)
  for (const circle of circles) {
    for (const code of circle) formulas.delete(code)
    findings.push({ code: circle[0]!, because: 'cycle', at: 0, circle })
  }
  return { findings, formulas, order }
}

/** The place of the first division by written numbers alone that come to 0; null when there is none. */
function zeroDivisor(formula: Formula): number | null {
  for (const part of partsOf(formula)) {
    const below = zeroDivisor(part)
    if (below !== null) return below
  }
  if (formula.kind !== 'operation' || formula.operator !== '/' || measuresIn(formula.right).length > 0) return null
  const divisor = computeFormula(formula.right, { values: new Map(), period: '' })
  return divisor.kind === 'computed' && divisor.value === '0' ? formula.at : null
}

/** Depth-first: what a measure rests on comes before it; meeting one that is still open closes a circle. */
function orderOf(measures: readonly FormulaMeasure[], formulas: ReadonlyMap<string, Formula>): { order: string[]; circles: string[][] } {
  const state = new Map<string, 'open' | 'done' | 'broken'>()
  const order: string[] = []
  const circles: string[][] = []
  const visit = (code: string, path: readonly string[]): boolean => {
    const known = state.get(code)
    if (known === 'open') circles.push(path.slice(path.indexOf(code)))
    if (known !== undefined) return known === 'done'
    state.set(code, 'open')
    const formula = formulas.get(code)
    let sound = true
    for (const below of formula ? measuresIn(formula) : []) if (!visit(below, [...path, code])) sound = false
    state.set(code, sound ? 'done' : 'broken')
    if (sound) order.push(code)
    return sound
  }
  for (const { code } of measures) visit(code, [])
  return { order, circles }
}
