import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linkIndex, suspicionsIn } from './linkIndex.ts'

test('every link in time is 100, late counts half, skipped nothing', () => {
  expect(linkIndex([{ link: 'plan', due: 8, onTime: 8, late: 0 }])).toMatchObject({ index: '100.0' })
  expect(linkIndex([{ link: 'plan', due: 8, onTime: 4, late: 2 }])).toMatchObject({ index: '62.5' })
  expect(
    linkIndex([
      { link: 'plan', due: 3, onTime: 1, late: 0 },
      { link: 'talk', due: 4, onTime: 4, late: 0, weight: 2 },
    ]),
  ).toMatchObject({ index: '77.8' })
})

test('a link with nothing due is left out and named; with nothing due at all there is no index', () => {
  expect(
    linkIndex([
      { link: 'plan', due: 2, onTime: 1, late: 0 },
      { link: 'talk', due: 0, onTime: 0, late: 0 },
    ]),
  ).toEqual({
    ...{ kind: 'computed', index: '50.0' },
    ...{ counted: ['plan'], leftOut: ['talk'] },
  })
  expect(linkIndex([])).toEqual({ kind: 'undefined', because: 'nothing-due' })
})

test('the index lies between 0 and 100 and never falls when one more link is done in time', () => {
  const count = fc.record({ due: fc.integer({ min: 1, max: 50 }), a: fc.nat(), b: fc.nat() }).map(({ due, a, b }) => {
    const onTime = a % (due + 1)
    return { link: 'x', due, onTime, late: b % (due - onTime + 1) }
  })
  const of = (counts: Parameters<typeof linkIndex>[0]) => {
    const result = linkIndex(counts)
    return result.kind === 'computed' ? Number(result.index) : -1
  }
  fc.assert(
    fc.property(fc.array(count, { minLength: 1, maxLength: 6 }), (counts) => {
      const before = of(counts)
      expect(before).toBeGreaterThanOrEqual(0)
      expect(before).toBeLessThanOrEqual(100)
      const [first, ...rest] = counts
      if (first && first.onTime + first.late < first.due)
        expect(of([{ ...first, onTime: first.onTime + 1 }, ...rest])).toBeGreaterThanOrEqual(before)
    }),
  )
})

const talk = (minute: number, more: Partial<{ daysUntilRecorded: number; text: string }> = {}) => ({
  ...{ recordedAt: minute * 60_000, daysUntilRecorded: 1, text: `talk ${minute}` },
  ...more,
})

test('a quarter filled in within one hour, long afterwards and in the same words is pointed out', () => {
  expect(suspicionsIn([talk(0), talk(90), talk(200), talk(400), talk(900)])).toEqual([])
  expect(suspicionsIn([0, 10, 20, 30, 59].map((minute) => talk(minute)))).toMatchObject([{ kind: 'within-an-hour', count: 5 }])
  expect(suspicionsIn([talk(0, { daysUntilRecorded: 45 })])).toEqual([{ kind: 'back-filled', count: 1 }])
  const same = { text: '工作进展 正常，继续努力' }
  expect(suspicionsIn([talk(0, same), talk(100, same), talk(300, same)])).toMatchObject([{ kind: 'copied', count: 3 }])
})
