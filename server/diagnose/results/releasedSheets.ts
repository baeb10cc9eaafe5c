import { releaseCells } from '@milepost/anonymity/release'
import { reportingRules } from '@milepost/anonymity/threshold'
import { z } from 'zod'
import type { Tx } from '../../platform/database/database.ts'
import { findQuestionnaire, findWave } from '../waves/data.ts'
import { type CellRow, countByRelease, listReleasedCells, lockWave, readAllSheets, type Sheet, saveRelease } from './data.ts'

const atomNames = z.array(z.string())
const EVERYBODY = '*'

type Count = Awaited<ReturnType<typeof countByRelease>>[number]

export type Released = {
  /** How many sheets are told, and how many came in too few to be told apart from what was told before; 0 in a wave that is not anonymous. */
  readonly n: number
  readonly waiting: number
  /** All that have come in of a level, told or not: only for the response, which rounds it while ballots are taken. */
  readonly cameIn: (stratum: string) => number
  /** What the last release tells, and why a level is not told; empty where nothing has to be weighed. */
  readonly cells: readonly Pick<CellRow, 'cell' | 'n' | 'standing' | 'release_no'>[]
  /** Names the sheets told: another whenever one more is told. */
  readonly ground: string
  /** The sheets themselves, read when they are needed. */
  readonly sheets: () => Promise<readonly Sheet[]>
}

/**
 * The sheets results may be computed from. In an anonymous wave they are counted in by releases: the first takes whatever is there, once it is
 * enough people; later ones take a level only when at least the least number of sheets have come to it, so that no reading less an earlier
 * one leaves a few people. What has been told is stored, and the release engine weighs every new release against all of it.
 */
export async function released(tx: Tx, institutionId: string, waveId: string): Promise<Released> {
  const wave = await findWave(tx, institutionId, waveId)
  const questionnaire = wave && (await findQuestionnaire(tx, institutionId, wave.questionnaire_id))
  const instrument = questionnaire?.instrument ?? { items: [], leastCell: 0 }
  const counts = await countByRelease(tx, institutionId, waveId)
  const sheetsOf = (which: (releaseNo: number | null) => boolean) => async () =>
    (await readAllSheets(tx, { institutionId, waveId, instrument })).filter((one) => which(one.releaseNo))
  const groundOf = (from: readonly Count[], cells: readonly CellRow[] = []) =>
    [
      waveId,
      questionnaire?.body_hash ?? '',
      ...from.map((one) => `${one.stratum_code}@${one.release_no ?? ''}=${one.sheets}`),
      ...cells.map((one) => `${one.cell}:${one.standing}`),
    ].join(' ')
  const cameIn = (from: readonly Count[]) => (stratum: string) => sum(from.filter((one) => one.stratum_code === stratum))
  const everything = (from: readonly Count[]): Released => ({
    cameIn: cameIn(from),
    n: sum(from),
    waiting: 0,
    cells: [],
    ground: groundOf(from),
    sheets: sheetsOf(() => true),
  })
  const told = (from: readonly Count[], cells: readonly CellRow[]): Released => {
    const last = Math.max(0, ...cells.map((one) => one.release_no))
    // so few in all that every figure is below the least number: nothing is told, whatever is computed
    if (last === 0) return everything(from)
    const counted = from.filter((one) => one.release_no !== null)
    const now = cells.filter((one) => one.release_no === last)
    return {
      cameIn: cameIn(from),
      n: sum(counted),
      waiting: sum(from) - sum(counted),
      cells: now,
      ground: groundOf(counted, now),
      sheets: sheetsOf((releaseNo) => releaseNo !== null),
    }
  }
  if (wave?.mode !== 'anonymous') return everything(counts)
  const k = reportingRules({ leastForNumbers: instrument.leastCell }).rules.leastForNumbers
  if (levelsToRelease(counts, k).length === 0) return told(counts, await listReleasedCells(tx, institutionId, waveId))
  await lockWave(tx, institutionId, waveId)
  const now = await countByRelease(tx, institutionId, waveId)
  const earlier = await listReleasedCells(tx, institutionId, waveId)
  const strata = levelsToRelease(now, k)
  const next = strata.length === 0 ? null : releaseOf(now, { strata, earlier, k })
  if (!next) return told(now, earlier)
  await saveRelease(tx, { institutionId, waveId, ...next, strata })
  return told(await countByRelease(tx, institutionId, waveId), await listReleasedCells(tx, institutionId, waveId))
}

export const releasedSheets = async (tx: Tx, institutionId: string, waveId: string): Promise<readonly Sheet[]> =>
  (await released(tx, institutionId, waveId)).sheets()

const sum = (counts: readonly Count[]): number => counts.reduce((total, one) => total + one.sheets, 0)

/** Levels the release engine keeps back. */
export const withheldBy = ({ cells }: Released): ReadonlySet<string> =>
  new Set(cells.flatMap((one) => (one.standing === 'too-few' || one.standing === 'complementary' ? [one.cell] : [])))

/** Levels whose waiting sheets may be counted in: at first all of them together, once they are enough; later each that has enough of its own. */
function levelsToRelease(counts: readonly Count[], k: number): string[] {
  const waiting = counts.filter((one) => one.release_no === null)
  if (counts.every((one) => one.release_no === null)) return sum(counts) >= k ? waiting.map((one) => one.stratum_code) : []
  return waiting.flatMap((one) => (one.sheets >= k ? [one.stratum_code] : []))
}

type Ground = { readonly strata: readonly string[]; readonly earlier: readonly CellRow[]; readonly k: number }

/** What the next release would tell, as the engine allows it; null where even the total would give somebody away. */
function releaseOf(counts: readonly Count[], { strata, earlier, k }: Ground) {
  const releaseNo = Math.max(0, ...earlier.map((one) => one.release_no)) + 1
  const sizes = new Map<string, number>()
  const levels = new Map<string, Set<string>>()
  for (const one of counts) {
    const release = one.release_no ?? (strata.includes(one.stratum_code) ? releaseNo : null)
    if (release === null) continue
    const atom = `${one.stratum_code}@${release}`
    sizes.set(atom, (sizes.get(atom) ?? 0) + one.sheets)
    levels.set(one.stratum_code, (levels.get(one.stratum_code) ?? new Set()).add(atom))
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
