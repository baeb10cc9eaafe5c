import type { Formula, FormulaFault } from './formulaTree.ts'

/** A unit as powers of base units: km/h is { km: 1, h: -1 }; a plain number, a share and % are {}. */
export type Dimension = Readonly<Record<string, number>>
export type UnitCheck =
  | { readonly kind: 'unit'; readonly unit: Dimension }
  | { readonly kind: 'refused'; readonly because: Extract<FormulaFault, 'units-differ' | 'unknown-measure'>; readonly at: number }

/** Reads "km", "元/km", "km·day", "m2" or "%" into powers. Characters other than letters and the signs / · * count as part of a name. */
export function readUnit(text: string): Dimension {
  const [over = '', ...under] = text.replaceAll(/\s+/g, '').split('/')
  const powers: Record<string, number> = {}
  const count = (part: string, sign: number): void => {
    for (const factor of part.split(/[·*×]/)) {
      const [, name = '', power] = /^(.*?)(\d*)$/u.exec(factor) ?? []
      const square = name.replace(/[²³]$/, '')
      const size = name.endsWith('²') ? 2 : name.endsWith('³') ? 3 : Number(power || 1)
      if (PLAIN.includes(square)) continue
      powers[square] = (powers[square] ?? 0) + sign * size
    }
  }
  count(over, 1)
  for (const part of under) count(part, -1)
  return withoutZeros(powers)
}

/** Names that measure nothing but how many or what share. */
const PLAIN = ['', '%', '1', '‰', '百分点']

const withoutZeros = (powers: Dimension): Dimension => Object.fromEntries(Object.entries(powers).filter(([, power]) => power !== 0))
/** Whether two units are one: the same names to the same powers. */
export const sameUnit = (a: Dimension, b: Dimension): boolean =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].every((name) => (a[name] ?? 0) === (b[name] ?? 0))

function times(a: Dimension, b: Dimension, sign: number): Dimension {
  const powers: Record<string, number> = { ...a }
  for (const [name, power] of Object.entries(b)) powers[name] = (powers[name] ?? 0) + sign * power
  return withoutZeros(powers)
}

/** The unit a formula gives, from the units of its measures. A written number takes part in a sum or comparison of any unit only if it is 0. */
export function unitOf(formula: Formula, units: ReadonlyMap<string, Dimension>): UnitCheck {
  switch (formula.kind) {
    case 'number':
      return { kind: 'unit', unit: {} }
    case 'measure': {
      const unit = units.get(formula.code)
      return unit ? { kind: 'unit', unit } : { kind: 'refused', because: 'unknown-measure', at: formula.at }
    }
    case 'negative':
      return unitOf(formula.of, units)
    case 'operation': {
      const [left, right] = [unitOf(formula.left, units), unitOf(formula.right, units)]
      if (left.kind === 'refused') return left
      if (right.kind === 'refused') return right
      if (formula.operator === '*' || formula.operator === '/')
        return { kind: 'unit', unit: times(left.unit, right.unit, formula.operator === '*' ? 1 : -1) }
      return alike([formula.left, formula.right], units, formula.at)
    }
    case 'comparison':
      return alike([formula.left, formula.right], units, formula.at)
    case 'call': {
      if (formula.name !== 'if') return alike(formula.inputs, units, formula.at)
      const [condition, ...branches] = formula.inputs
      const asked = condition && unitOf(condition, units)
      return asked?.kind === 'refused' ? asked : alike(branches, units, formula.at)
    }
  }
}

function alike(parts: readonly Formula[], units: ReadonlyMap<string, Dimension>, at: number): UnitCheck {
  let common: Dimension | null = null
  for (const part of parts) {
    const found = unitOf(part, units)
    if (found.kind === 'refused') return found
    if (part.kind === 'number' && /^0(\.0+)?$/.test(part.value)) continue
    if (common && !sameUnit(common, found.unit)) return { kind: 'refused', because: 'units-differ', at }
    common ??= found.unit
  }
  return { kind: 'unit', unit: common ?? {} }
}
