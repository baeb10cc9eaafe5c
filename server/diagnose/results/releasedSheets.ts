import { releaseCells } from '@milepost/anonymity/release'
import { reportingRules } from '@milepost/anonymity/threshold'
import { z } from 'zod'
import type { Tx } from '../../platform/database/database.ts'
import { findQuestionnaire, findWave } from '../waves/data.ts'
import { type CellRow, listReleasedCells, lockWave, readAllSheets, type Sheet, type StoredSheet, saveRelease } from './data.ts'

const atomNames = z.array(z.string())
const EVERYBODY = '*'

export type Released = {
  readonly sheets: readonly Sheet[]
  /** Sheets that came in too few to be told apart from what was told before; 0 in a wave that is not anonymous. */
  readonly waiting: number
  /** What the last release tells, and why a level is not told; empty where nothing has to be weighed. */
  readonly cells: readonly Pick<CellRow, 'cell' | 'n' | 'standing' | 'release_no'>[]
}

/**
 * The sheets results may be computed from. In an anonymous wave they are counted in by releases: the first takes whatever is there, once it is
 * enough people; later ones take a level only when at least the least number of sheets have come to it, so that no reading less an earlier
 * one leaves a few people. What has been told is stored, and the release engine weighs every new release against all of it.
 */
export async function released(tx: Tx, institutionId: string, waveId: string): Promise<Released> {
  const wave = await findWave(tx, institutionId, waveId)
  const all = await readAllSheets(tx, institutionId, waveId)
  if (wave?.mode !== 'anonymous') return { sheets: all, waiting: 0, cells: [] }
  const questionnaire = await findQuestionnaire(tx, institutionId, wave.questionnaire_id)
  const k = reportingRules({ leastForNumbers: questionnaire?.instrument.leastCell ?? 0 }).rules.leastForNumbers
  if (levelsToRelease(all, k).length === 0) return told(all, await listReleasedCells(tx, institutionId, waveId))
  await lockWave(tx, institutionId, waveId)
  const now = await readAllSheets(tx, institutionId, waveId)
  const earlier = await listReleasedCells(tx, institutionId, waveId)
  const strata = levelsToRelease(now, k)
  const next = strata.length === 0 ? null : releaseOf(now, { strata, earlier, k })
  if (!next) return told(now, earlier)
  await saveRelease(tx, { institutionId, waveId, ...next, strata })
  const counted = now.map((one) => (strata.includes(one.stratum) ? { ...one, releaseNo: one.releaseNo ?? next.releaseNo } : one))
  return told(counted, await listReleasedCells(tx, institutionId, waveId))
}

export const releasedSheets = async (tx: Tx, institutionId: string, waveId: string): Promise<readonly Sheet[]> =>
  (await released(tx, institutionId, waveId)).sheets

/** Levels the release engine keeps back. */
export const withheldBy = ({ cells }: Released): ReadonlySet<string> =>
  new Set(cells.flatMap((one) => (one.standing === 'too-few' || one.standing === 'complementary' ? [one.cell] : [])))

/** Levels whose waiting sheets may be counted in: at first all of them together, once they are enough; later each that has enough of its own. */
function levelsToRelease(sheets: readonly StoredSheet[], k: number): string[] {
  const waiting = new Map<string, number>()
  for (const one of sheets) if (one.releaseNo === null) waiting.set(one.stratum, (waiting.get(one.stratum) ?? 0) + 1)
  if (sheets.every((one) => one.releaseNo === null)) return sheets.length >= k ? [...waiting.keys()] : []
  return [...waiting].flatMap(([stratum, n]) => (n >= k ? [stratum] : []))
}

type Ground = { readonly strata: readonly string[]; readonly earlier: readonly CellRow[]; readonly k: number }

/** What the next release would tell, as the engine allows it; null where even the total would give somebody away. */
function releaseOf(sheets: readonly StoredSheet[], { strata, earlier, k }: Ground) {
  const releaseNo = Math.max(0, ...earlier.map((one) => one.release_no)) + 1
  const sizes = new Map<string, number>()
  const levels = new Map<string, Set<string>>()
  for (const one of sheets) {
    const release = one.releaseNo ?? (strata.includes(one.stratum) ? releaseNo : null)
    if (release === null) continue
    const atom = `${one.stratum}@${release}`
    sizes.set(atom, (sizes.get(atom) ?? 0) + 1)
    levels.set(one.stratum, (levels.get(one.stratum) ?? new Set()).add(atom))
  }
  const asked = [
    { id: EVERYBODY, level: 0, atoms: [...sizes.keys()] },
    ...[...levels].map(([id, atoms]) => ({ id, level: 1, atoms: [...atoms] })),
  ]
  const shownBefore = earlier.filter((one) => one.standing === 'shown')
  const release = releaseCells({
    atoms: [...sizes].map(([id, n]) => ({ id, n })),
    asked,
    earlier: shownBefore.map((one) => ({ id: `${one.cell}@${one.release_no}`, atoms: atomNames.parse(one.atoms) })),
    k,
  })
  const total = release.kind === 'released' ? release.cells.find((one) => one.id === EVERYBODY) : undefined
  if (release.kind !== 'released' || total?.standing !== 'shown') return null
  const cells = release.cells.map(({ id, n, standing }, at) => ({ cell: id, atoms: asked[at]?.atoms ?? [], n, standing }))
  return { releaseNo, cells }
}

function told(sheets: readonly StoredSheet[], cells: readonly CellRow[]): Released {
  const last = Math.max(0, ...cells.map((one) => one.release_no))
  // so few in all that every figure is below the least number: nothing is told, whatever is computed
  if (last === 0) return { sheets, waiting: 0, cells: [] }
  const counted = sheets.filter((one) => one.releaseNo !== null)
  return { sheets: counted, waiting: sheets.length - counted.length, cells: cells.filter((one) => one.release_no === last) }
}
