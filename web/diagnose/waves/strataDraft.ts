import { LEAST_FOR_KEY, type WaveMode } from '@milepost/contract/diagnose/promises'
import type { UnitRow } from '@milepost/contract/institution/units'

export type StratumDraft = {
  readonly code: string
  readonly name: { readonly zh: string; readonly en: string }
  readonly unitIds: readonly string[]
  readonly pasted: string
  readonly population: number | null
}

/** The three levels the diagnosis is made for. */
export const THREE_LEVELS: readonly StratumDraft[] = [
  { code: 'province-department', name: { zh: '省交通运输厅', en: 'Province department' }, unitIds: [], pasted: '', population: null },
  { code: 'province-bureau', name: { zh: '省公路局', en: 'Provincial bureau' }, unitIds: [], pasted: '', population: null },
  { code: 'bureau', name: { zh: '本局', en: 'Bureau' }, unitIds: [], pasted: '', population: null },
]

/** Online, the people of one's own institution are there to be chosen; the levels above are added with their lists. */
export const ownPeople = (units: readonly UnitRow[]): readonly StratumDraft[] =>
  THREE_LEVELS.filter((level) => level.code === 'bureau').map((level) => ({
    ...level,
    unitIds: units.filter((unit) => unit.parentUnitId === null).map((unit) => unit.unitId),
  }))

/** The strata of an earlier wave, so that the next one compares with it; the people of one's own institution are chosen already. */
export const followed = (
  before: readonly { readonly code: string; readonly name: StratumDraft['name']; readonly population: number | null }[],
  units: readonly UnitRow[],
): readonly StratumDraft[] => {
  const own = ownPeople(units)
  return before.map(({ code, name, population }) => ({
    code,
    name,
    population,
    pasted: '',
    unitIds: own.find((one) => one.code === code)?.unitIds ?? [],
  }))
}

export const newStratum = (taken: readonly StratumDraft[]): StratumDraft => {
  let at = taken.length + 1
  while (taken.some((one) => one.code === `stratum-${at}`)) at += 1
  return { code: `stratum-${at}`, name: { zh: '', en: '' }, unitIds: [], pasted: '', population: null }
}

/** One name a line, as it comes from a column of a spreadsheet; blanks and repetitions are dropped. */
export const namesIn = (pasted: string): string[] => [
  ...new Set(
    pasted
      .split(/[\r\n\t,，;；]+/)
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  ),
]

/** Everybody whose post is in one of the units or below one, each counted once. */
export function peopleIn(unitIds: readonly string[], units: readonly UnitRow[]): number {
  const parentOf = new Map(units.map((unit) => [unit.unitId, unit.parentUnitId]))
  const covered = (unitId: string): boolean => {
    const parent = parentOf.get(unitId) ?? null
    return parent !== null && (unitIds.includes(parent) || covered(parent))
  }
  return unitIds
    .filter((one) => !covered(one))
    .reduce((sum, one) => sum + (units.find((unit) => unit.unitId === one)?.peopleWithBelow ?? 0), 0)
}

export const sizeOf = (stratum: StratumDraft, units: readonly UnitRow[]): number =>
  peopleIn(stratum.unitIds, units) + namesIn(stratum.pasted).length

/** Whether a stratum may be opened; an anonymous one with a list needs at least ten people. */
export function isLargeEnough(stratum: StratumDraft, given: { units: readonly UnitRow[]; mode: WaveMode; sharedLink: boolean }): boolean {
  if (given.sharedLink) return true
  return sizeOf(stratum, given.units) >= (given.mode === 'anonymous' ? LEAST_FOR_KEY : 1)
}
