import { chanceOf, within } from './chance.ts'
import { holderOf, STAFF } from './staff.ts'

/** How well each unit and person does in a year: 1 reaches the targets, 0 stands at the floors. Units differ; people differ within them. */
export function skillIn(year: number): (holder: { readonly kind: 'institution' | 'unit' | 'person'; readonly code: string }) => number {
  const chance = chanceOf(`skill/${year}`)
  const ofUnit = new Map<string, number>()
  const ofPerson = new Map<string, number>()
  for (const { unitCode, employeeNo } of STAFF) {
    const unit = ofUnit.get(unitCode) ?? STRONG_AND_WEAK[unitCode] ?? within(chance.around(0.87, 0.1), 0.66, 1.05)
    ofUnit.set(unitCode, unit)
    ofPerson.set(employeeNo, within(unit * 0.45 + chance.around(0.5, 0.08), 0.55, 1.12))
  }
  const gained = (year - 2025) * 0.03
  return ({ kind, code }) => {
    if (kind === 'institution') return 0.9 + gained
    return ((kind === 'unit' ? ofUnit : ofPerson).get(aliasOf(code)) ?? 0.85) + gained
  }
}

/** Two units that lead and three that struggle, so that the pictures have something to say. */
const STRONG_AND_WEAK: Readonly<Record<string, number>> = { YHK: 1.02, 'DHZ-1': 1.05, BYZ: 0.62, 'BYZ-3': 0.6, 'XSZ-2': 0.64 }

/** What the bureau put its weight behind in its first year: added to the skill of its units, measure by measure. */
const PUSHED: Readonly<Record<string, number>> = { PS14: 0.6, PS16: 0.6, IP14: 0.22, FB03: 0.12 }
export const pushBehind = (measureCode: string, level: string): number => (level === 'person' ? 0 : (PUSHED[measureCode] ?? 0))

/** Two duty officers who share every shift and every record: their figures and ratings come out the same, at the last seat. */
const PAIRED = new Map([[holderOf('LWZB', 1).employeeNo, holderOf('LWZB', 0).employeeNo]])

/** Whose draws somebody's figures are made with. */
export const aliasOf = (code: string): string => PAIRED.get(code) ?? code
