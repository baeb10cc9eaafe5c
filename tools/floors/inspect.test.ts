import { expect, test } from 'vitest'
import { inspect } from './inspect.ts'

const becauseOf = (file: string, imports: string[], others: { file: string; imports: string[] }[] = []) =>
  inspect([{ file, imports }, ...others]).map((fault) => fault.because)

test('a sound house has no fault', () => {
  expect(
    becauseOf('server/appraise/calibration/adjustGrade.ts', [
      '@milepost/appraisal/seats',
      '../../run/published.ts',
      '../../platform/http/serve.ts',
    ]),
  ).toEqual([])
})

test('an arrow upward is a fault', () => {
  expect(becauseOf('packages/terms/grades.ts', ['@milepost/scorecard/rollUp'])).toEqual(['arrow upward: packages/scorecard/rollUp.ts'])
  expect(becauseOf('server/platform/http/serve.ts', ['../../run/values/data.ts'])).toEqual(['arrow upward: server/run/values/data.ts'])
})

test('server and web meet only in the contract', () => {
  expect(becauseOf('web/run/ValuesPage.tsx', ['../../server/run/published.ts'])[0]).toContain('web reaches into server')
  expect(becauseOf('server/run/routes.ts', ['../../web/platform/call.ts'])[0]).toContain('server reaches into web')
})

test('a room is entered only by its published.ts, and only from a later room', () => {
  expect(becauseOf('server/appraise/rate.ts', ['../run/values/data.ts'])[0]).toContain('past its published.ts')
  expect(becauseOf('server/run/values/readValues.ts', ['../../appraise/published.ts'])[0]).toContain('reads the later room appraise')
})

test('a pure package imports no node module, no other engine, no npm package off the list', () => {
  expect(becauseOf('packages/pay/apportion.ts', ['node:fs'])).toEqual(['pure package imports node:fs'])
  expect(becauseOf('packages/pay/apportion.ts', ['@milepost/scorecard/rollUp'])[0]).toContain('engine imports another engine')
  expect(becauseOf('packages/pay/apportion.ts', ['lodash'])).toEqual(['npm package off the allow-list: lodash'])
  expect(becauseOf('packages/exact/exact.ts', ['fraction.js'])).toEqual([])
})

test('a cycle is a fault, types included', () => {
  const faults = becauseOf('packages/pay/a.ts', ['./b.ts'], [{ file: 'packages/pay/b.ts', imports: ['./a.ts'] }])
  expect(faults).toEqual(['import cycle: packages/pay/a.ts -> packages/pay/b.ts -> packages/pay/a.ts'])
})

test('a file on no floor and an index file are faults', () => {
  expect(becauseOf('misc/thing.ts', [])).toEqual(['stands on no floor'])
  expect(becauseOf('packages/pay/index.ts', [])[0]).toContain('an index file hides')
})
