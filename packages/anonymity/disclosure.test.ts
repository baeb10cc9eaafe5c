import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { atomsOf, cellsOf, type Row } from './cellTable.ts'
import { type Atom, auditCells, type Cell } from './disclosure.ts'
import { releaseCells } from './release.ts'

const K = 5
const atom = (id: string, n: number): Atom => ({ id, n })
const cell = (id: string, ...atoms: string[]): Cell => ({ id, atoms })
const asked = (level: number, id: string, ...atoms: string[]) => ({ id, level, atoms })

function standings(atoms: readonly Atom[], cells: ReturnType<typeof asked>[], earlier: readonly Cell[] = []) {
  const release = releaseCells({ atoms, asked: cells, earlier, k: K })
  if (release.kind === 'undefined') throw new Error(release.because)
  return Object.fromEntries(release.cells.map((each) => [each.id, each.standing]))
}

describe('the golden cases of the threshold', () => {
  test('of 4 and 9 both are hidden: the total less 9 is 4', () => {
    const atoms = [atom('a', 4), atom('b', 9)]
    expect(standings(atoms, [asked(0, 'all', 'a', 'b'), asked(1, 'A', 'a'), asked(1, 'B', 'b')])).toEqual({
      all: 'shown',
      A: 'too-few',
      B: 'complementary',
    })
  })

  test('of 4, 9 and 2 the 9 is shown: the rest is 6', () => {
    const atoms = [atom('a', 4), atom('b', 9), atom('c', 2)]
    expect(standings(atoms, [asked(0, 'all', 'a', 'b', 'c'), asked(1, 'A', 'a'), asked(1, 'B', 'b'), asked(1, 'C', 'c')])).toMatchObject({
      A: 'too-few',
      B: 'shown',
      C: 'too-few',
    })
  })

  test('of 3 and 6 in a unit of 9 only the unit is shown', () => {
    const atoms = [atom('a', 3), atom('b', 6)]
    expect(standings(atoms, [asked(0, 'unit', 'a', 'b'), asked(1, 'A', 'a'), asked(1, 'B', 'b')])).toEqual({
      unit: 'shown',
      A: 'too-few',
      B: 'complementary',
    })
  })

  test('with 4 more directly in the unit the 6 is shown', () => {
    const atoms = [atom('a', 3), atom('b', 6), atom('direct', 4)]
    expect(standings(atoms, [asked(0, 'unit', 'a', 'b', 'direct'), asked(1, 'A', 'a'), asked(1, 'B', 'b')])).toMatchObject({
      unit: 'shown',
      B: 'shown',
    })
  })
})

describe('what can be worked out by adding and subtracting', () => {
  test('two filters that differ by three people give the three away, and the audit shows the sum', () => {
    const atoms = [atom('a', 20), atom('b', 3), atom('c', 30)]
    const audit = auditCells(atoms, [cell('women', 'a', 'c'), cell('women-and-new', 'a', 'b', 'c')], K)
    expect(audit).toMatchObject({ kind: 'discloses', found: [{ atoms: ['b'], n: 3 }] })
    if (audit.kind !== 'discloses') return
    expect(audit.found[0]?.workedOutFrom.toSorted((one, other) => other.times - one.times)).toEqual([
      { cell: 'women-and-new', times: 1 },
      { cell: 'women', times: -1 },
    ])
  })

  test('three overlapping pairs give a small group away though no two of them do', () => {
    // (ab + bc - ac) is twice b
    const atoms = [atom('a', 10), atom('b', 2), atom('c', 10)]
    const audit = auditCells(atoms, [cell('ab', 'a', 'b'), cell('bc', 'b', 'c'), cell('ac', 'a', 'c')], K)
    expect(audit).toMatchObject({ kind: 'discloses', found: [{ atoms: ['b'], n: 2 }] })
  })

  test('a group of k or more may be worked out, and an empty one says nothing', () => {
    const atoms = [atom('a', 20), atom('b', 5), atom('c', 0)]
    expect(auditCells(atoms, [cell('all', 'a', 'b', 'c'), cell('A', 'a'), cell('A with c', 'a', 'c')], K).kind).toBe('safe')
  })

  test('an unknown atom is named', () => {
    expect(auditCells([atom('a', 9)], [cell('x', 'z')], K)).toEqual({ kind: 'undefined', because: 'unknown-atom', cell: 'x', atom: 'z' })
  })
})

describe('tables with filters', () => {
  const people = (unit: string, role: string, n: number): Row<'unit' | 'role'>[] => Array.from({ length: n }, () => ({ unit, role }))
  const rows = [
    ...people('east', 'worker', 12),
    ...people('east', 'office', 6),
    ...people('west', 'worker', 9),
    ...people('west', 'office', 3),
    ...people('north', 'worker', 8),
    ...people('north', 'office', 7),
  ]
  const fields = ['unit', 'role'] as const
  const atoms = atomsOf(rows, fields)

  test('a table by unit and role with its margins hides the small cell and three more, so that nothing can be subtracted', () => {
    const release = releaseCells({ atoms, asked: cellsOf(atoms, fields, { where: {}, by: fields, margins: true }), earlier: [], k: K })
    if (release.kind !== 'released') throw new Error(release.because)
    const by = (standing: string) => release.cells.filter((each) => each.standing === standing).map(({ id }) => id)
    expect(by('too-few')).toEqual(['unit=west role=office'])
    expect(by('complementary')).toHaveLength(3)
    expect(by('shown')).toHaveLength(1 + 3 + 2 + 2)
    expect(auditCells(atoms, release.shown, K).kind).toBe('safe')
  })

  test('a filter asked later is refused where it would complete an earlier table, with the sum that would do it', () => {
    const first = releaseCells({ atoms, asked: cellsOf(atoms, fields, { where: {}, by: ['unit'], margins: true }), earlier: [], k: K })
    if (first.kind !== 'released') throw new Error(first.because)
    const second = releaseCells({
      atoms,
      asked: cellsOf(atoms, fields, { where: { role: ['worker'] }, by: ['unit'], margins: false }),
      earlier: first.shown,
      k: K,
    })
    if (second.kind !== 'released') throw new Error(second.because)
    expect(second.cells.map(({ id, standing }) => [id, standing])).toEqual([
      ['role:worker unit=east', 'shown'],
      ['role:worker unit=west', 'complementary'],
      ['role:worker unit=north', 'shown'],
    ])
    const refused = second.cells.find(({ standing }) => standing === 'complementary')
    expect(refused?.discloses).toMatchObject({ n: 3 })
    // west is not asked for by itself when the total and the other two are shown: total - east - north - workers of west
    expect(refused?.discloses?.workedOutFrom).toEqual(
      expect.arrayContaining([
        { cell: 'unit=*', times: 1 },
        { cell: 'role:worker unit=west', times: -1 },
      ]),
    )
  })

  test('the same question twice adds nothing and is answered', () => {
    const question = { where: {}, by: ['unit'], margins: true } as const
    const first = releaseCells({ atoms, asked: cellsOf(atoms, fields, question), earlier: [], k: K })
    if (first.kind !== 'released') throw new Error(first.because)
    const again = releaseCells({ atoms, asked: cellsOf(atoms, fields, question), earlier: first.shown, k: K })
    expect(again.kind === 'released' && again.cells.every(({ standing }) => standing === 'shown')).toBe(true)
  })

  test('people without a value stand in the total and in no part', () => {
    const some = [...rows, { unit: null, role: 'worker' }]
    const all = atomsOf(some, fields)
    const cells = cellsOf(all, fields, { where: {}, by: ['unit'], margins: true })
    expect(cells.map(({ atoms: members }) => members.reduce((sum, id) => sum + (all.find((each) => each.id === id)?.n ?? 0), 0))).toEqual([
      46, 18, 12, 15,
    ])
  })
})

describe('two waves of the same people', () => {
  const stayed = (unit: string, n: number): Row<'first' | 'second'>[] => Array.from({ length: n }, () => ({ first: unit, second: unit }))
  const rows = [...stayed('east', 12), ...stayed('west', 10), { first: 'east', second: 'west' }, { first: null, second: 'east' }]
  const fields = ['first', 'second'] as const
  const atoms = atomsOf(rows, fields)

  test('the one who moved, and the one who came, cannot be subtracted out of two waves', () => {
    const one = releaseCells({ atoms, asked: cellsOf(atoms, fields, { where: {}, by: ['first'], margins: false }), earlier: [], k: K })
    if (one.kind !== 'released') throw new Error(one.because)
    expect(one.cells.map(({ standing }) => standing)).toEqual(['shown', 'shown'])
    const two = releaseCells({
      atoms,
      asked: cellsOf(atoms, fields, { where: {}, by: ['second'], margins: false }),
      earlier: one.shown,
      k: K,
    })
    if (two.kind !== 'released') throw new Error(two.because)
    // all of the second wave less all of the first is the one who came; either unit alone leaves a combination of two people, no group
    expect(two.cells.filter(({ standing }) => standing === 'complementary').length).toBeGreaterThan(0)
    expect(auditCells(atoms, two.shown, K).kind).toBe('safe')
  })
})

/** All groups of atoms, by brute force: whether their number is a rational combination of the cells. Gauss in whole numbers. */
function smallGroupsByHand(atoms: readonly Atom[], cells: readonly Cell[], k: number): string[][] {
  const peopled = atoms.filter(({ n }) => n > 0)
  const rowOf = (members: readonly string[]) => peopled.map(({ id }) => (members.includes(id) ? 1n : 0n))
  const matrix = cells.map(({ atoms: members }) => rowOf(members))
  const rank = rankOf(matrix)
  return subsetsOf(peopled).flatMap((group) => {
    const n = group.reduce((sum, each) => sum + each.n, 0)
    if (n === 0 || n >= k) return []
    return rankOf([...matrix, rowOf(group.map(({ id }) => id))]) === rank ? [group.map(({ id }) => id)] : []
  })
}

function subsetsOf<T>(items: readonly T[]): T[][] {
  return Array.from({ length: 2 ** items.length }, (_, mask) => items.filter((_item, at) => Math.floor(mask / 2 ** at) % 2 === 1))
}

function rankOf(rows: readonly (readonly bigint[])[]): number {
  const left = rows.map((row) => [...row])
  let rank = 0
  const width = left[0]?.length ?? 0
  for (let column = 0; column < width; column++) {
    const at = left.findIndex((row, index) => index >= rank && row[column] !== 0n)
    if (at < 0) continue
    const [pivot, other] = [left[at] ?? [], left[rank] ?? []]
    left[rank] = pivot
    left[at] = other
    for (let index = rank + 1; index < left.length; index++) {
      const row = left[index] ?? []
      const [factor, scale] = [row[column] ?? 0n, pivot[column] ?? 1n]
      left[index] = row.map((value, place) => value * scale - factor * (pivot[place] ?? 0n))
    }
    rank++
  }
  return rank
}

describe('the law, against every group counted by brute force', () => {
  const world = fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 7 })
    .map((sizes) => sizes.map((n, at) => atom(`a${at}`, n)))
    .chain((atoms) =>
      fc.record({
        atoms: fc.constant(atoms),
        cells: fc.array(
          fc.record({
            level: fc.integer({ min: 0, max: 2 }),
            members: fc.subarray(
              atoms.map(({ id }) => id),
              { minLength: 1 },
            ),
          }),
          { minLength: 1, maxLength: 10 },
        ),
      }),
    )

  test('the audit finds exactly the small groups that follow from the cells', () => {
    fc.assert(
      fc.property(world, ({ atoms, cells }) => {
        const shown = cells.map(({ members }, at) => cell(`c${at}`, ...members))
        const audit = auditCells(atoms, shown, K)
        const found = audit.kind === 'discloses' ? audit.found.map((each) => [...each.atoms]) : []
        expect(found.map((each) => each.join()).toSorted()).toEqual(
          smallGroupsByHand(atoms, shown, K)
            .map((each) => each.join())
            .toSorted(),
        )
      }),
      { numRuns: 300 },
    )
  })

  test('no set of released cells, by differencing, yields a group below k; over three releases of the same people', () => {
    fc.assert(
      fc.property(world, ({ atoms, cells }) => {
        let earlier: readonly Cell[] = []
        for (const part of [0, 1, 2]) {
          const wanted = cells.flatMap(({ members, level }, at) => (at % 3 === part ? [asked(level, `${part}-${at}`, ...members)] : []))
          const release = releaseCells({ atoms, asked: wanted, earlier, k: K })
          if (release.kind !== 'released') throw new Error(release.because)
          earlier = release.shown
          for (const each of release.cells) expect(each.standing === 'shown' ? each.n >= K : true).toBe(true)
        }
        expect(smallGroupsByHand(atoms, earlier, K)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('what is refused is refused for a reason: shown with the rest it would disclose the group named', () => {
    fc.assert(
      fc.property(world, ({ atoms, cells }) => {
        const release = releaseCells({
          atoms,
          asked: cells.map(({ members, level }, at) => asked(level, `c${at}`, ...members)),
          earlier: [],
          k: K,
        })
        if (release.kind !== 'released') throw new Error(release.because)
        for (const refused of release.cells.filter(({ standing }) => standing === 'complementary')) {
          const members = cells[Number(refused.id.slice(1))]?.members ?? []
          const groups = smallGroupsByHand(atoms, [...release.shown, cell('asked', ...members)], K).map((each) => each.toSorted().join())
          expect(groups).toContain(refused.discloses?.atoms.join())
        }
      }),
      { numRuns: 100 },
    )
  })
})
