import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { spearman } from './correlation.ts'
import { dunn } from './dunn.ts'
import { kendall } from './kendall.ts'
import { kruskalWallis } from './kruskalWallis.ts'
import { mannWhitney } from './mannWhitney.ts'
import { midranks, tieSizes } from './ranks.ts'
import { signedRank } from './signedRank.ts'
import { answersFrom, average, choices, computed, measured, orders, ranksByCounting, total } from './testing/computed.ts'

/** Exact p-values against counting every possibility one by one, which shares no code with the package. */
const twoGroups = (first: readonly number[], second: readonly number[]) =>
  computed(mannWhitney([...first, ...second], [...first.map(() => 'a'), ...second.map(() => 'b')]))
const small = answersFrom(1, 5, { minLength: 2, maxLength: 5 })

describe('ranks', () => {
  test('law: midranks are counted ranks, and sum to n (n + 1) / 2 however many tie', () => {
    fc.assert(
      fc.property(answersFrom(-3, 3, { minLength: 1, maxLength: 30 }), (values) => {
        expect(midranks(values)).toEqual(ranksByCounting(values))
        expect(total(midranks(values))).toBe((values.length * (values.length + 1)) / 2)
        expect(total(tieSizes(values))).toBe(values.length)
      }),
    )
  })

  test('0 and -0 are one value, and so have one rank', () => {
    expect(midranks([0, -0, 1])).toEqual([1.5, 1.5, 3])
  })
})

describe('Mann-Whitney', () => {
  test('law: U counts the pairs that are won, ties half', () => {
    fc.assert(
      fc.property(small, small, (first, second) => {
        fc.pre(new Set([...first, ...second]).size > 1)
        const result = twoGroups(first, second)
        const won = total(first.map((x) => total(second.map((y) => (x > y ? 1 : x === y ? 0.5 : 0)))))
        expect(result.u1).toBeCloseTo(won, 12)
        expect(result.u1 + result.u2).toBe(first.length * second.length)
        expect(result.commonLanguage).toBeCloseTo(won / (first.length * second.length), 12)
        expect(result.rankBiserial).toBeCloseTo((result.u1 - result.u2) / (first.length * second.length), 12)
      }),
    )
  })

  test('law: the exact p is the share of all divisions at least as far from the middle, ties and all', () => {
    fc.assert(
      fc.property(small, small, (first, second) => {
        const all = [...first, ...second]
        fc.pre(new Set(all).size > 1)
        const ranks = ranksByCounting(all)
        const middle = (first.length * (all.length + 1)) / 2
        const distance = (places: readonly number[]) => Math.abs(total(places.map((place) => ranks[place]!)) - middle)
        const own = distance(first.map((_, place) => place))
        const every = choices(all.length, first.length)
        const far = every.filter((places) => distance(places) >= own - 1e-9).length
        expect(twoGroups(first, second).pExact).toBeCloseTo(far / every.length, 12)
      }),
      { numRuns: 60 },
    )
  })

  test('law: which group comes first turns the sign and nothing else', () => {
    fc.assert(
      fc.property(small, small, (first, second) => {
        fc.pre(new Set([...first, ...second]).size > 1)
        const [one, other] = [twoGroups(first, second), twoGroups(second, first)]
        expect(other.u1).toBe(one.u2)
        expect(other.z).toBeCloseTo(-one.z, 12)
        expect(other.p).toBeCloseTo(one.p, 12)
        expect(other.pExact).toBeCloseTo(one.pExact ?? Number.NaN, 12)
      }),
    )
  })

  test('law: only the order of values matters: any rising change of scale leaves all as it is', () => {
    fc.assert(
      fc.property(measured({ minLength: 3, maxLength: 12 }), measured({ minLength: 3, maxLength: 12 }), (first, second) => {
        fc.pre(new Set([...first, ...second]).size > 1)
        const bent = (values: readonly number[]) => values.map((value) => value ** 3 + 1000)
        const [straight, curved] = [twoGroups(first, second), twoGroups(bent(first), bent(second))]
        expect([curved.u1, curved.z, curved.pCorrected]).toEqual([straight.u1, straight.z, straight.pCorrected])
      }),
    )
  })

  test('groups wholly apart: with four and four the exact p is 2 of 70, and the corrected p lies nearer to it', () => {
    const { pExact, p, pCorrected, u1, rankBiserial } = twoGroups([1, 2, 3, 4], [5, 6, 7, 8])
    expect([u1, rankBiserial]).toEqual([0, -1])
    expect(pExact).toBeCloseTo(2 / 70, 14)
    expect(Math.abs(pCorrected - 2 / 70)).toBeLessThan(Math.abs(p - 2 / 70))
  })

  test('a difference as small as half a pair has a corrected p of one, never above', () => {
    expect(twoGroups([1, 4], [2, 3]).pCorrected).toBe(1)
    expect(twoGroups([1, 4], [2, 3]).p).toBe(1)
  })

  test('far in the tail the approximation keeps its digits', () => {
    const [low, high] = [Array.from({ length: 200 }, (_, at) => at), Array.from({ length: 200 }, (_, at) => 1000 + at)]
    const { p, z } = twoGroups(low, high)
    expect(z).toBeCloseTo(-17.3, 2)
    expect(p).toBeGreaterThan(0)
    expect(Math.log10(p)).toBeCloseTo(-66.34, 1)
  })
})

describe('Wilcoxon’s signed ranks', () => {
  const pairs = fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 })), { minLength: 2, maxLength: 9 })
  test('law: the exact p is the share of all signs at least as far, counted twice the smaller tail', () => {
    fc.assert(
      fc.property(pairs, (given) => {
        const differences = given.map(([x, y]) => x - y).filter((one) => one !== 0)
        fc.pre(differences.length > 0)
        const ranks = ranksByCounting(differences.map(Math.abs))
        const own = total(ranks.filter((_, at) => differences[at]! > 0))
        let [below, above, all] = [0, 0, 0]
        for (let signs = 0; signs < 2 ** ranks.length; signs++) {
          const plus = total(ranks.filter((_, at) => (signs >> at) & 1))
          if (plus <= own + 1e-9) below++
          if (plus >= own - 1e-9) above++
          all++
        }
        const result = computed(
          signedRank(
            given.map(([x]) => x),
            given.map(([, y]) => y),
          ),
        )
        expect(result.wPlus).toBe(own)
        expect(result.wPlus + result.wMinus).toBe((differences.length * (differences.length + 1)) / 2)
        expect(result.nNonZero).toBe(differences.length)
        expect(result.pExact).toBeCloseTo(Math.min(1, (2 * Math.min(below, above)) / all), 12)
      }),
      { numRuns: 60 },
    )
  })

  test('decimals that tie on paper tie here: 10.9 - 10.6 and 1.3 - 1.0; as doubles come they do not', () => {
    expect(10.9 - 10.6 === 1.3 - 1.0).toBe(false)
    const [before, after] = [
      [10.9, 1.0],
      [10.6, 1.3],
    ]
    expect(computed(signedRank(before, after))).toMatchObject({ wPlus: 1.5, wMinus: 1.5, z: 0 })
    expect(computed(signedRank(before, after, { digits: null }))).toMatchObject({ wPlus: 2, wMinus: 1 })
  })

  test('law: the order of the two measurements turns the sign and nothing else', () => {
    fc.assert(
      fc.property(pairs, (given) => {
        const [x, y] = [given.map(([one]) => one), given.map(([, other]) => other)]
        fc.pre(x.some((one, at) => one !== y[at]))
        const [forth, back] = [computed(signedRank(x, y)), computed(signedRank(y, x))]
        expect([back.wPlus, back.p, back.pExact]).toEqual([forth.wMinus, forth.p, forth.pExact])
        expect(back.matchedRankBiserial).toBeCloseTo(-forth.matchedRankBiserial, 12)
      }),
    )
  })
})

describe('rank correlations', () => {
  test('law: Spearman’s exact p is the share of all orders at least as far, for each n up to seven', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([1, 2, 3, 4, 5, 6, 7], { minLength: 3, maxLength: 7 }), (y) => {
        const x = y.map((_, at) => at + 1)
        const rankedY = ranksByCounting(y)
        const squares = (order: readonly number[]) => total(order.map((rank, at) => (rank - (at + 1)) ** 2))
        const own = squares(rankedY)
        const every = orders(rankedY).map(squares)
        const [below, above] = [every.filter((one) => one <= own).length, every.filter((one) => one >= own).length]
        const result = computed(spearman(x, y))
        expect(result.pExact).toBeCloseTo(Math.min(1, (2 * Math.min(below, above)) / every.length), 12)
        expect(result.r).toBeCloseTo(1 - (6 * own) / (y.length ** 3 - y.length), 12)
      }),
      { numRuns: 25 },
    )
  })

  test('law: Kendall’s exact p is the share of all orders at least as far, by counting pairs', () => {
    const agreement = (order: readonly number[]) =>
      total(order.flatMap((one, i) => order.slice(0, i).map((other) => Math.sign(one - other))))
    fc.assert(
      fc.property(fc.shuffledSubarray([1, 2, 3, 4, 5, 6], { minLength: 3, maxLength: 6 }), (y) => {
        const own = agreement(y)
        const every = orders(y).map(agreement)
        const [below, above] = [every.filter((one) => one <= own).length, every.filter((one) => one >= own).length]
        const result = computed(
          kendall(
            y.map((_, at) => at),
            y,
          ),
        )
        expect(result.pExact).toBeCloseTo(Math.min(1, (2 * Math.min(below, above)) / every.length), 12)
        expect(result.tauB).toBeCloseTo(own / ((y.length * (y.length - 1)) / 2), 12)
      }),
      { numRuns: 25 },
    )
  })

  test('law: tau-b with ties is concordant less discordant over the geometric mean of untied pairs', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })), { minLength: 3, maxLength: 15 }),
        (given) => {
          const [x, y] = [given.map(([one]) => one), given.map(([, other]) => other)]
          fc.pre(new Set(x).size > 1 && new Set(y).size > 1)
          let [s, untiedX, untiedY] = [0, 0, 0]
          for (let i = 0; i < x.length; i++)
            for (let j = 0; j < i; j++) {
              s += Math.sign(x[i]! - x[j]!) * Math.sign(y[i]! - y[j]!)
              untiedX += x[i] === x[j] ? 0 : 1
              untiedY += y[i] === y[j] ? 0 : 1
            }
          expect(computed(kendall(x, y)).tauB).toBeCloseTo(s / Math.sqrt(untiedX * untiedY), 12)
        },
      ),
    )
  })

  test('exact p is offered only without ties, and Spearman’s only up to ten cases', () => {
    const ten = Array.from({ length: 10 }, (_, at) => at)
    const shuffled = ten.map((at) => (at * 7) % 10)
    expect(computed(spearman(ten, shuffled)).pExact).not.toBeNull()
    expect(computed(spearman([...ten, 10], [...shuffled, 10])).pExact).toBeNull()
    expect(computed(spearman([1, 1, 2, 3], [1, 2, 3, 4])).pExact).toBeNull()
    expect(computed(kendall([1, 1, 2, 3], [1, 2, 3, 4])).pExact).toBeNull()
    expect(computed(kendall([...ten, 10], [...shuffled, 10])).pExact).not.toBeNull()
  })
})

describe('several groups by ranks', () => {
  const membership = (groups: readonly (readonly number[])[]) => groups.flatMap((values, at) => values.map(() => `g${at}`))
  const groups = fc.array(small, { minLength: 2, maxLength: 4 })

  test('law: H is 12 / (n (n + 1)) times the weighed squares of mean ranks, over the correction for ties', () => {
    fc.assert(
      fc.property(groups, (given) => {
        const all = given.flat()
        fc.pre(new Set(all).size > 1)
        const ranks = ranksByCounting(all)
        let at = 0
        const means = given.map((values) => average(values.map(() => ranks[at++]!)))
        const n = all.length
        const raw = (12 / (n * (n + 1))) * total(given.map((values, g) => values.length * (means[g]! - (n + 1) / 2) ** 2))
        const ties = total([...new Set(all)].map((one) => all.filter((other) => other === one).length).map((size) => size ** 3 - size))
        const result = computed(kruskalWallis(all, membership(given)))
        expect(result.hUncorrected).toBeCloseTo(raw, 10)
        expect(result.h).toBeCloseTo(raw / (1 - ties / (n ** 3 - n)), 10)
        expect(result.groups.map(({ meanRank }) => meanRank)).toEqual(means.map((mean) => expect.closeTo(mean, 12)))
      }),
      { numRuns: 40 },
    )
  })

  test('law: with two groups H is the square of Mann-Whitney’s z, and so is the p', () => {
    fc.assert(
      fc.property(small, small, (first, second) => {
        fc.pre(new Set([...first, ...second]).size > 1)
        const [h, u] = [computed(kruskalWallis([...first, ...second], membership([first, second]))), twoGroups(first, second)]
        expect(h.h).toBeCloseTo(u.z ** 2, 10)
        expect(h.p).toBeCloseTo(u.p, 10)
        expect(h.pExact).toBeCloseTo(u.pExact ?? Number.NaN, 12)
      }),
    )
  })

  test.each([
    [
      'two, two and two wholly apart: 6 of 90 ways',
      [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
      6 / 90,
    ],
    [
      'three times three wholly apart, H = 7.2: 6 of 1,680 (Kruskal and Wallis 1952 print 0.004)',
      [
        [1, 2, 3],
        [4, 5, 6],
        [7, 8, 9],
      ],
      6 / 1680,
    ],
    [
      'three times five wholly apart: 6 of 756,756',
      [
        [1, 2, 3, 4, 5],
        [6, 7, 8, 9, 10],
        [11, 12, 13, 14, 15],
      ],
      6 / 756_756,
    ],
    ['one against two and three', [[6], [1, 2], [3, 4, 5]], 6 / 60],
  ])('%s', (_, given, expected) => {
    expect(computed(kruskalWallis(given.flat(), membership(given))).pExact).toBeCloseTo(expected, 12)
  })

  test('law: the exact p is the share of all ways to deal the values that lie as far apart, ties and all', () => {
    /** Every way to give each of the places a group, sizes kept, as rank sums over size. */
    const ways = (ranks: readonly number[], room: readonly number[]): number[] => {
      const found: number[] = []
      const deal = (at: number, left: readonly number[], sums: readonly number[]): void => {
        if (at === ranks.length) found.push(total(sums.map((sum, g) => sum ** 2 / room[g]!)))
        else
          for (const [g, places] of left.entries())
            if (places > 0) deal(at + 1, left.with(g, places - 1), sums.with(g, sums[g]! + ranks[at]!))
      }
      deal(
        0,
        room,
        room.map(() => 0),
      )
      return found
    }
    const three = fc.array(answersFrom(1, 4, { minLength: 1, maxLength: 3 }), { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(three, (given) => {
        fc.pre(new Set(given.flat()).size > 1)
        const ranks = ranksByCounting(given.flat())
        let at = 0
        const own = total(given.map((values) => total(values.map(() => ranks[at++]!)) ** 2 / values.length))
        const every = ways(
          ranks,
          given.map((values) => values.length),
        )
        const far = every.filter((one) => one >= own - 1e-9).length
        expect(computed(kruskalWallis(given.flat(), membership(given))).pExact).toBeCloseTo(far / every.length, 12)
      }),
      { numRuns: 40 },
    )
  })

  test('where the ways are too many the exact p is left out, and chi-square stays', () => {
    // every third value: mean ranks 11.5, 12.5 and 13.5, so H = 12 / 600 x 8 x 2 = 0.32, and p = exp(-H / 2) at two degrees
    const large = Array.from({ length: 24 }, (_, at) => at)
    const thirds = large.map((at) => at % 3)
    expect(computed(kruskalWallis(large, thirds))).toMatchObject({ pExact: null, p: expect.closeTo(Math.exp(-0.16), 12) })
  })

  test('law: Dunn’s pairs cover every pair once; for two groups z is Mann-Whitney’s', () => {
    fc.assert(
      fc.property(groups, (given) => {
        fc.pre(new Set(given.flat()).size > 1)
        const { pairs } = computed(dunn(given.flat(), membership(given), { adjust: 'none' }))
        expect(pairs.length).toBe((given.length * (given.length - 1)) / 2)
        expect(new Set(pairs.map(({ a, b }) => [a, b].toSorted().join())).size).toBe(pairs.length)
        for (const { p, adjustedP } of pairs) expect(adjustedP).toBe(p)
        if (given.length === 2) expect(Math.abs(pairs[0]!.z)).toBeCloseTo(Math.abs(twoGroups(given[0]!, given[1]!).z), 10)
      }),
    )
  })

  test('when every value ties, or one group is left, there is nothing to rank', () => {
    expect(kruskalWallis([3, 3, 3], ['a', 'b', 'b'])).toMatchObject({ kind: 'undefined', because: 'constant-series' })
    expect(kruskalWallis([1, 2, null], ['a', 'a', 'b'])).toMatchObject({ because: 'too-few-groups', excluded: { missing: 1 } })
    expect(mannWhitney([1, 2, 3], ['a', 'b', 'c'])).toMatchObject({ because: 'too-few-groups', subjects: ['a', 'b', 'c'] })
  })
})
