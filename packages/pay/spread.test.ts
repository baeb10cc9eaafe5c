import fc from 'fast-check'
import { expect, test } from 'vitest'
import { payChanges, paySpread, perHeadFen } from './spread.ts'

test('Gini of 1, 2, 3, 4 is a quarter, and of equal amounts nought', () => {
  expect(paySpread([400, 100, 300, 200])).toMatchObject({ kind: 'described', gini: '0.2500', medianFen: 250, meanFen: 250, ratio: '4.00' })
  expect(paySpread([500, 500, 500])).toMatchObject({ gini: '0.0000', ratio: '1.00' })
})

test('one who receives everything among n gives (n - 1) / n, and nothing is the lowest amount of nobody', () => {
  expect(paySpread([0, 0, 0, 900])).toMatchObject({ gini: '0.7500', withNothing: 3, lowestFen: 900, ratio: '1.00' })
})

test('no lines and nothing shared out are named, not nought', () => {
  expect(paySpread([])).toEqual({ kind: 'undefined', because: 'no-lines' })
  expect(paySpread([0, 0])).toEqual({ kind: 'undefined', because: 'nothing-distributed' })
})

test('Gini lies between 0 and 1, whatever the order, and does not change when every amount is doubled', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 5_000_000 }), { minLength: 1, maxLength: 60 }), (amounts) => {
      const spread = paySpread(amounts)
      expect(paySpread(amounts.toReversed())).toEqual(spread)
      if (spread.kind === 'undefined') return
      expect(Number(spread.gini)).toBeGreaterThanOrEqual(0)
      expect(Number(spread.gini)).toBeLessThan(1)
      expect(paySpread(amounts.map((fen) => fen * 2))).toMatchObject({ gini: spread.gini, ratio: spread.ratio })
    }),
  )
})

test('a mean per head needs a head', () => {
  expect(perHeadFen(100, 3)).toBe(33)
  expect(perHeadFen(100, 0)).toBeNull()
})

test('what one computation changes against another adds up to the difference of the totals', () => {
  const before = new Map([
    ['a', 100],
    ['b', 200],
    ['c', 300],
  ])
  const after = new Map([
    ['a', 150],
    ['b', 200],
    ['d', 250],
  ])
  const changes = payChanges(before, after)
  expect(changes.changes).toEqual([
    { key: 'c', beforeFen: 300, afterFen: null, changeFen: -300 },
    { key: 'd', beforeFen: null, afterFen: 250, changeFen: 250 },
    { key: 'a', beforeFen: 100, afterFen: 150, changeFen: 50 },
  ])
  expect(changes).toMatchObject({ raised: 2, lowered: 1, same: 1, movedFen: 300 })
})
