import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Cut, type CutStanding, suppress } from './suppression.ts'

const k = 5

function tree(parts: readonly number[], direct = 0): Cut {
  const cuts = parts.map((n, at) => ({ id: 'ABCDEFGH'[at] ?? '', n }))
  return { id: 'all', n: cuts.reduce((sum, { n }) => sum + n, direct), parts: cuts }
}

function standings(root: Cut, least = k): Record<string, string> {
  const result = suppress(root, least)
  if (result.kind === 'undefined') throw new Error(result.because)
  return Object.fromEntries(result.cuts.map(({ id, standing }) => [id, standing]))
}

describe('complementary suppression (golden cases of the diagnosis dossier, D2.5)', () => {
  test('4 and 9: both hidden, for the 9 would give the 4 away', () => {
    expect(standings(tree([4, 9]))).toEqual({ all: 'shown', A: 'too-few', B: 'complementary' })
  })

  test('4, 9 and 2: the hidden ones are 6 together, so 9 is shown', () => {
    expect(standings(tree([4, 9, 2]))).toEqual({ all: 'shown', A: 'too-few', B: 'shown', C: 'too-few' })
  })

  test('3 and 6 of 9: the parts are hidden, the whole is shown', () => {
    expect(standings(tree([3, 6]))).toEqual({ all: 'shown', A: 'too-few', B: 'complementary' })
  })

  test('3 and 6 with 4 people directly in the whole: the 6 is shown', () => {
    expect(standings(tree([3, 6], 4))).toEqual({ all: 'shown', A: 'too-few', B: 'shown' })
  })

  test('3 people directly in the whole are protected as a part would be', () => {
    expect(standings(tree([6, 7], 3))).toEqual({ all: 'shown', A: 'complementary', B: 'shown' })
  })

  test('an empty part is shown as empty, and of equal parts the first by id is hidden', () => {
    expect(standings(tree([2, 8, 8, 0]))).toEqual({ all: 'shown', A: 'too-few', B: 'complementary', C: 'shown', D: 'empty' })
  })

  test('parts of a hidden group are hidden', () => {
    const root: Cut = {
      id: 'all',
      n: 16,
      parts: [
        { id: 'small', n: 4, parts: [] },
        {
          id: 'big',
          n: 12,
          parts: [
            { id: 'day', n: 6 },
            { id: 'night', n: 6 },
          ],
        },
      ],
    }
    expect(standings(root)).toEqual({ all: 'shown', small: 'too-few', big: 'complementary', day: 'inside-hidden', night: 'inside-hidden' })
  })

  test('an empty whole has empty parts, which hide nothing', () => {
    expect(standings(tree([0, 0]))).toEqual({ all: 'empty', A: 'empty', B: 'empty' })
  })

  test('a whole below the threshold shows nothing', () => {
    expect(standings(tree([3, 1]))).toEqual({ all: 'too-few', A: 'inside-hidden', B: 'inside-hidden' })
  })
})

describe('what cannot be decided is named', () => {
  test('parts that exceed the whole, and an id used twice', () => {
    expect(suppress({ id: 'all', n: 5, parts: [{ id: 'A', n: 6 }] }, k)).toEqual({
      kind: 'undefined',
      because: 'parts-exceed-whole',
      id: 'all',
      n: 5,
      partsTotal: 6,
    })
    expect(suppress({ id: 'all', n: 5, parts: [{ id: 'all', n: 5 }] }, k)).toEqual({ kind: 'undefined', because: 'id-twice', id: 'all' })
  })
})

describe('the law', () => {
  const size = fc.integer({ min: 0, max: 30 })
  const two = fc.array(fc.record({ parts: fc.array(size, { maxLength: 5 }), direct: size }), { maxLength: 6 }).map((units): Cut => {
    const parts = units.map(({ parts: sizes, direct }, at) => {
      const below = sizes.map((n, place) => ({ id: `${at}.${place}`, n }))
      return { id: String(at), n: below.reduce((sum, { n }) => sum + n, direct), parts: below }
    })
    return { id: 'all', n: parts.reduce((sum, { n }) => sum + n, 0), parts }
  })

  const cutsOf = (root: Cut, least: number): readonly CutStanding[] => {
    const result = suppress(root, least)
    return result.kind === 'suppressed' ? result.cuts : []
  }

  test('no shown group is small, and no shown whole less any of its shown parts is', () => {
    fc.assert(
      fc.property(two, fc.integer({ min: 2, max: 12 }), (root, least) => {
        const cuts = cutsOf(root, least)
        const shown = cuts.filter(({ standing }) => standing === 'shown')
        const isSafe = (n: number) => n === 0 || n >= least
        return shown.every((whole) => {
          const parts = shown.filter(({ parent }) => parent === whole.id).map(({ n }) => n)
          const subsets = Array.from({ length: 2 ** parts.length }, (_, bits) => parts.filter((_part, at) => bits & (1 << at)))
          return isSafe(whole.n) && subsets.every((subset) => isSafe(whole.n - subset.reduce((sum, n) => sum + n, 0)))
        })
      }),
    )
  })

  test('nothing is shown inside a hidden group, and nothing is hidden without need where every part is large', () => {
    fc.assert(
      fc.property(two, (root) => {
        const cuts = cutsOf(root, k)
        const hidden = new Set(cuts.filter(({ standing }) => standing !== 'shown' && standing !== 'empty').map(({ id }) => id))
        const isNested = cuts.every(({ parent, standing }) => parent === null || !hidden.has(parent) || standing === 'inside-hidden')
        const isFree = cuts.some(({ n, standing }) => n > 0 && n < k && standing !== 'inside-hidden')
        const rests = [root, ...(root.parts ?? [])].map((whole) => whole.n - (whole.parts ?? []).reduce((sum, { n }) => sum + n, 0))
        return isNested && (isFree || rests.some((rest) => rest > 0 && rest < k) || hidden.size === 0)
      }),
    )
  })
})
