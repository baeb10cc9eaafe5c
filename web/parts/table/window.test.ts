import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rowWindow } from './window.ts'

test('the rows drawn and the empty heights around them are always as tall as the whole table', () => {
  const at = fc.record({
    scrollTop: fc.nat(500_000),
    height: fc.nat(2000),
    rowHeight: fc.integer({ min: 20, max: 60 }),
    rows: fc.nat(12_000),
  })
  fc.assert(
    fc.property(at, (given) => {
      const seen = rowWindow(given)
      expect(seen.above + (seen.to - seen.from) * given.rowHeight + seen.below).toBe(given.rows * given.rowHeight)
      expect(seen.to - seen.from).toBeLessThanOrEqual(Math.ceil(given.height / given.rowHeight) + 26)
    }),
  )
})

test('what the eye sees is drawn', () => {
  const seen = rowWindow({ scrollTop: 42_000, height: 840, rowHeight: 42, rows: 10_000 })
  expect(seen.from).toBeLessThanOrEqual(1000)
  expect(seen.to).toBeGreaterThanOrEqual(1020)
})
