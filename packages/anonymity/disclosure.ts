import { emptySpace, PRIMES, type RowSpace, type SpaceRow, withSum } from './rowSpace.ts'

/** One of the finest groups people are divided into: everybody in it is alike in all that may be asked for. `n` counts people (or answers). */
export type Atom = { readonly id: string; readonly n: number }

/** Something that is or would be shown: a number over several atoms, e.g. a whole unit, a whole role, or both. */
export type Cell = { readonly id: string; readonly atoms: readonly string[] }

/** A small group that can be worked out: by adding and subtracting the cells named, each so many times. */
export type Disclosure = {
  readonly atoms: readonly string[]
  readonly n: number
  readonly workedOutFrom: readonly { readonly cell: string; readonly times: number }[]
}

export type DisclosureAudit =
  | { kind: 'safe'; cells: number; independent: number }
  | { kind: 'discloses'; found: readonly Disclosure[] }
  /** The tables are too finely divided for every combination to be looked at: not safe to show. */
  | { kind: 'undefined'; because: 'too-many-combinations' }
  | { kind: 'undefined'; because: 'unknown-atom'; cell: string; atom: string }

/** Combinations looked at before an audit gives up. */
export const MOST_COMBINATIONS = 200_000

/** What is known once these cells are shown; grows by `reveal`. Columns are the atoms with people in them, large ones first. */
export type Knowledge = {
  readonly atoms: readonly Atom[]
  readonly cells: readonly Cell[]
  readonly spaces: readonly RowSpace[]
}

/** Nothing is known yet. Atoms with nobody in them are left out: what is said of nobody discloses nobody. */
export function nothingKnown(atoms: readonly Atom[]): Knowledge {
  const peopled = atoms.filter(({ n }) => n > 0).toSorted((one, other) => other.n - one.n || (one.id < other.id ? -1 : 1))
  return { atoms: peopled, cells: [], spaces: PRIMES.map((prime) => emptySpace(peopled.length, prime)) }
}

/** What is known once one more cell is shown. */
export function reveal(known: Knowledge, cell: Cell): Knowledge {
  const inside = new Set(cell.atoms)
  const sum = known.atoms.map(({ id }) => (inside.has(id) ? 1 : 0))
  return {
    ...known,
    cells: [...known.cells, cell],
    spaces: known.spaces.map((space) => withSum(space, sum, known.cells.length)),
  }
}

/**
 * Every group of 1 to k-1 people whose number follows from the cells shown, by any chain of adding and subtracting: differences of overlapping
 * filters, crossing margins, remainders of totals, and differences between waves when the atoms tell both waves apart.
 * Exact, and quick because a group that small is made of at most k-1 atoms: each is looked at through the columns that fix the others.
 */
export function disclosures(known: Knowledge, k: number): DisclosureAudit {
  const found = new Map<string, Disclosure>()
  for (const space of known.spaces) {
    const small = smallSums(space, known, k)
    if (small === null) return { kind: 'undefined', because: 'too-many-combinations' }
    for (const each of small) found.set(each.atoms.join('\n'), each)
  }
  if (found.size > 0) return { kind: 'discloses', found: [...found.values()].toSorted((one, other) => one.n - other.n) }
  return { kind: 'safe', cells: known.cells.length, independent: known.spaces[0]?.rows.length ?? 0 }
}

/** The audit of a whole set of cells at once: those to be shown together with those shown before. */
export function auditCells(atoms: readonly Atom[], cells: readonly Cell[], k: number): DisclosureAudit {
  const known = new Set(atoms.map(({ id }) => id))
  for (const cell of cells) {
    const stranger = cell.atoms.find((atom) => !known.has(atom))
    if (stranger !== undefined) return { kind: 'undefined', because: 'unknown-atom', cell: cell.id, atom: stranger }
  }
  return disclosures(cells.reduce(reveal, nothingKnown(atoms)), k)
}

type Chosen = { sum: Int32Array; n: number; rows: readonly SpaceRow[] }

/** Sums of rows whose pivots are small atoms; a group has 1 in the pivots it holds, so these choices are all there are. */
function smallSums({ rows, prime, width }: RowSpace, known: Knowledge, k: number): Disclosure[] | null {
  const sizeOf = (column: number) => known.atoms[column]?.n ?? 0
  const pivots = rows.filter(({ pivot }) => sizeOf(pivot) < k).toSorted((one, other) => sizeOf(one.pivot) - sizeOf(other.pivot))
  const found: Disclosure[] = []
  let looked = 0
  const lookFrom = (start: number, chosen: Chosen): boolean => {
    for (let at = start; at < pivots.length; at++) {
      const row = pivots[at]
      if (!row || chosen.n + sizeOf(row.pivot) >= k) break
      looked += 1
      if (looked > MOST_COMBINATIONS) return false
      const next: Chosen = {
        sum: chosen.sum.map((value, column) => (value + (row.values[column] ?? 0)) % prime),
        n: chosen.n + sizeOf(row.pivot),
        rows: [...chosen.rows, row],
      }
      const group = groupOf(next, known, prime)
      if (group && group.n < k) found.push(group)
      if (!lookFrom(at + 1, next)) return false
    }
    return true
  }
  return lookFrom(0, { sum: new Int32Array(width), n: 0, rows: [] }) ? found : null
}

/** The group a sum stands for, if it is one: 0 or 1 in every column. */
function groupOf({ sum, rows }: Chosen, known: Knowledge, prime: number): Disclosure | null {
  if (sum.some((value) => value > 1)) return null
  const atoms = known.atoms.filter((_, column) => sum[column] === 1)
  const factors = new Map<number, number>()
  for (const row of rows) for (const [cell, factor] of row.factors) factors.set(cell, ((factors.get(cell) ?? 0) + factor) % prime)
  return {
    atoms: atoms.map(({ id }) => id).toSorted(),
    n: atoms.reduce((total, { n }) => total + n, 0),
    workedOutFrom: [...factors].flatMap(([at, factor]) => {
      const cell = known.cells[at]
      return cell && factor !== 0 ? [{ cell: cell.id, times: factor > prime / 2 ? factor - prime : factor }] : []
    }),
  }
}
