import { describe, expect, test } from 'vitest'
import { compare } from './compare.ts'
import { fails, report } from './report.ts'
import { runVectors } from './runVectors.ts'
import type { Vector } from './vector.ts'

const exactly = { abs: 0, rel: 0 }
const wrong = (...[got, expected, tolerance]: Parameters<typeof compare>) => compare(got, expected, tolerance).wrong.length

describe('comparing', () => {
  test('a number is right within the larger of the absolute and the relative tolerance', () => {
    expect(wrong(100.4, 100, { abs: 0.1, rel: 0.005 })).toBe(0)
    expect(wrong(100.6, 100, { abs: 0.1, rel: 0.005 })).toBe(1)
    expect(wrong(Number.POSITIVE_INFINITY, 'Infinity', exactly)).toBe(0)
  })
  test('NaN is always wrong, and so is a number where none can be had', () => {
    expect(wrong(Number.NaN, 1, { abs: 1e9, rel: 0 })).toBe(1)
    expect(wrong(Number.NaN, null, exactly)).toBe(1)
    expect(wrong(0, null, exactly)).toBe(1)
    expect(wrong(null, null, exactly)).toBe(0)
  })
  test('a field not offered is named, not wrong', () => {
    expect(compare({ a: 1 }, { a: 1, b: { c: [2] } }, exactly)).toEqual({ wrong: [], notOffered: ['b'], checked: 1 })
  })
  test('lists must be of one length, and the place of a difference is named', () => {
    expect(compare({ w: [1, 2] }, { w: [1, 3] }, exactly).wrong).toEqual([{ path: 'w[1]', got: 2, expected: 3 }])
    expect(wrong([1], [1, 2], exactly)).toBe(1)
    expect(wrong(1, { a: 1 }, exactly)).toBe(1)
  })
})

describe('running', () => {
  const vector = (fn: string, more: Partial<Vector> = {}): Vector => ({
    ...{
      name: fn,
      fn,
      source: 'test',
      input: {},
      params: {},
      expected: { a: 1, b: 2 },
      compare: {},
      tolerance: exactly,
      stretch: false,
      file: 'test',
      data: {},
    },
    ...more,
  })
  const offers = {
    right: () => ({ a: 1, b: 2 }),
    part: () => ({ a: 1 }),
    wrong: () => ({ a: 1, b: 3 }),
    cannot: () => ({ cannot: 'no-cases' }),
    throws: () => {
      throw new RangeError('no')
    },
  }
  const verdict = (one: Vector) => runVectors([one], offers)[0]?.verdict

  test('passed, in part, failed, not offered', () => {
    expect(['right', 'part', 'wrong', 'throws', 'none'].map((fn) => verdict(vector(fn)))).toEqual([
      'passed',
      'passed-in-part',
      'failed',
      'failed',
      'not-offered',
    ])
  })
  test('"cannot be computed" is right only where it is the honest answer', () => {
    expect(verdict(vector('cannot', { undefined: { reason: 'empty' } }))).toBe('passed')
    expect(verdict(vector('cannot'))).toBe('failed')
    expect(verdict(vector('right', { expected: { a: null }, undefined: { reason: 'empty' } }))).toBe('failed')
    expect(verdict(vector('right', { expected: { error: 'empty' }, undefined: { reason: 'empty' } }))).toBe('failed')
  })
  test('the report names each failure with the numbers and ends with the sums', () => {
    const text = report(runVectors([vector('right'), vector('wrong'), vector('none')], offers))
    expect(text).toContain('FAILED test wrong [wrong] b: got 3, expected 2')
    expect(text).toContain('FAILED test none [none] not offered')
    expect(text).toContain('0 vectors passed in part, 1 not offered')
    expect(text.split('\n').at(-1)).toBe('1 passed, 2 failed')
    expect(fails({ ...runVectors([vector('throws', { stretch: true })], offers)[0]! })).toBe(false)
  })
})
