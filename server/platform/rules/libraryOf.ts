import { laidOver } from '../../../library/overlay.ts'
import type { Database } from '../database/database.ts'
import type { Tx } from '../database/types.ts'
import type { Library } from '../library.ts'
import { listOverlays } from './data.ts'

/** How long another process may go on with what it read: laying a pack takes hold within that time everywhere. */
const KEPT_MS = 2000

type Kept = { readonly until: number; readonly base: Library; readonly library: Library }
const kept = new WeakMap<Database, Map<string, Kept>>()

/** The library as one institution sees it: with its own rule packs laid over the national one, each over the pack before it. */
export async function libraryOf(
  database: Database,
  tx: Tx,
  { institutionId, base }: { institutionId: string; base: Library },
): Promise<Library> {
  const ofDatabase = kept.get(database) ?? new Map<string, Kept>()
  kept.set(database, ofDatabase)
  const known = ofDatabase.get(institutionId)
  if (known && known.until > performance.now() && known.base === base) return known.library
  const ownRules = []
  let below = base.appraisalRules
  for (const overlay of await listOverlays(tx, institutionId)) {
    const laid = laidOver(below, overlay)
    if (laid.kind === 'faults') continue
    ownRules.push(laid.rules)
    below = laid.rules
  }
  // the same object while nothing changed, so that what is derived from it is derived once
  const library =
    known && known.base === base && sameRules(known.library.ownRules ?? [], ownRules)
      ? known.library
      : ownRules.length === 0
        ? base
        : { ...base, ownRules }
  ofDatabase.set(institutionId, { until: performance.now() + KEPT_MS, base, library })
  return library
}

const sameRules = (one: readonly { id: string; version: string }[], other: readonly { id: string; version: string }[]) =>
  one.length === other.length && one.every((rules, at) => rules.id === other[at]?.id && rules.version === other[at]?.version)

/** After a pack was laid or withdrawn. */
export const forgetLibraryOf = (database: Database, institutionId: string): void => {
  kept.get(database)?.delete(institutionId)
}
