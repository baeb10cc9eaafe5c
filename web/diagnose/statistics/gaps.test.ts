import { expect, test } from 'vitest'
import { gapsOf, rangeOf } from './gaps.ts'

const nothing = { because: null, statistic: null, df1: null, df2: null, p: null, adjustedP: null, effect: null, pairs: [] }
const line = (construct: string, ...means: number[]) => ({
  ...nothing,
  construct,
  name: { zh: construct, en: construct },
  test: 'welch-anova' as const,
  groups: means.map((mean, at) => ({ stratum: `g${at}`, name: { zh: `${at}`, en: `${at}` }, n: 20, mean })),
})

test('the widest gap comes first; one group alone has none; the axis holds every mean between whole numbers', () => {
  const gaps = gapsOf([line('P1', 2.5, 3, 2.75), line('P2', 4, 2.25), line('P3', 3)])
  expect(gaps.map(({ construct, gap }) => [construct, gap])).toEqual([
    ['P2', 1.75],
    ['P1', 0.5],
  ])
  expect(rangeOf(gaps)).toEqual({ least: 2, most: 4 })
  expect(rangeOf(gapsOf([line('P1', 3, 3)]))).toEqual({ least: 3, most: 4 })
})
