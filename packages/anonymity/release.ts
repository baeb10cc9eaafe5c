import { type Atom, type Cell, type Disclosure, disclosures, type Knowledge, nothingKnown, reveal } from './disclosure.ts'

/** A cell somebody asks for. A lower `level` is shown rather than a higher one: 0 for totals, 1 for margins, 2 for crossings. */
export type AskedCell = Cell & { readonly level: number }

export type ReleasedCell = {
  readonly id: string
  readonly n: number
  /**
   * - `shown`, `empty`: may be shown; an empty cell says nothing of anybody;
   * - `too-few`: 1 to k-1 in it;
   * - `complementary`: large enough, but with what else is shown it would give a small group away; `discloses` says which and how.
   */
  readonly standing: 'shown' | 'empty' | 'too-few' | 'complementary'
  readonly discloses: Disclosure | null
}

export type Release =
  | {
      kind: 'released'
      /** In the order asked. */
      cells: readonly ReleasedCell[]
      /** To be handed to the next release of the same people: the cells of this one that carry numbers, with those before. */
      shown: readonly Cell[]
      k: number
    }
  | { kind: 'undefined'; because: 'unknown-atom'; cell: string; atom: string }
  | { kind: 'undefined'; because: 'id-twice'; id: string }
  /** What was shown before already gives a small group away. */
  | { kind: 'undefined'; because: 'already-disclosed'; found: readonly Disclosure[] }

/**
 * Chooses which cells of any set of cuts, filters and crossings may be shown, together with everything shown before (`earlier`: other filters,
 * earlier publications, earlier waves). Totals first, then larger cells; a cell is shown when it has nobody or at least k and no chain of
 * additions and subtractions over all shown cells then gives 1 to k-1 people. Cells shown before stay shown.
 * Law: whatever is added or subtracted of the cells shown, the result is never the number of a group of 1 to k-1 people.
 */
export function releaseCells({
  atoms,
  asked,
  earlier,
  k,
}: {
  atoms: readonly Atom[]
  asked: readonly AskedCell[]
  earlier: readonly Cell[]
  k: number
}): Release {
  const sizes = new Map(atoms.map(({ id, n }) => [id, n]))
  const fault = faultOf([...earlier, ...asked], asked, sizes)
  if (fault) return fault
  let known = earlier.reduce(reveal, nothingKnown(atoms))
  const before = disclosures(known, k)
  if (before.kind === 'discloses') return { kind: 'undefined', because: 'already-disclosed', found: before.found }
  const places = asked.map((cell, at) => ({ cell, at, n: sizeOf(cell, sizes) }))
  const standings = new Map<number, Pick<ReleasedCell, 'standing' | 'discloses'>>()
  for (const { cell, at, n } of places.toSorted(byWorth)) {
    const tried = n === 0 || n < k ? null : tryCell(known, cell, k)
    if (n === 0) standings.set(at, { standing: 'empty', discloses: null })
    else if (!tried) standings.set(at, { standing: 'too-few', discloses: null })
    else if (tried.known) {
      known = tried.known
      standings.set(at, { standing: 'shown', discloses: null })
    } else standings.set(at, { standing: 'complementary', discloses: tried.discloses })
  }
  const cells = places.map(({ cell, at, n }): ReleasedCell => {
    const { standing, discloses } = standings.get(at) ?? { standing: 'too-few', discloses: null }
    return { id: cell.id, n, standing, discloses }
  })
  return { kind: 'released', cells, shown: known.cells, k }
}

type Tried = { known: Knowledge; discloses: null } | { known: null; discloses: Disclosure | null }

function tryCell(known: Knowledge, cell: Cell, k: number): Tried {
  const members = membersOf(cell)
  if (known.cells.some((each) => membersOf(each) === members)) return { known, discloses: null }
  const next = reveal(known, { id: cell.id, atoms: cell.atoms })
  const audit = disclosures(next, k)
  if (audit.kind === 'safe') return { known: next, discloses: null }
  return { known: null, discloses: audit.kind === 'discloses' ? (audit.found[0] ?? null) : null }
}

const membersOf = ({ atoms }: Cell): string => [...new Set(atoms)].toSorted().join('\n')

type Placed = { cell: AskedCell; at: number; n: number }
const byWorth = (one: Placed, other: Placed): number =>
  one.cell.level - other.cell.level || other.n - one.n || (one.cell.id < other.cell.id ? -1 : 1)

const sizeOf = ({ atoms }: Cell, sizes: ReadonlyMap<string, number>): number =>
  [...new Set(atoms)].reduce((total, atom) => total + (sizes.get(atom) ?? 0), 0)

function faultOf(cells: readonly Cell[], asked: readonly Cell[], sizes: ReadonlyMap<string, number>): Release | null {
  for (const cell of cells) {
    const atom = cell.atoms.find((each) => !sizes.has(each))
    if (atom !== undefined) return { kind: 'undefined', because: 'unknown-atom', cell: cell.id, atom }
  }
  const seen = new Set<string>()
  for (const { id } of asked) {
    if (seen.has(id)) return { kind: 'undefined', because: 'id-twice', id }
    seen.add(id)
  }
  return null
}
