import { expect, test } from 'vitest'
import type { PayFactors } from './factors.ts'
import { lintFactors } from './lintFactors.ts'

const LIMITS = { unitScore: { from: '0.8', to: '1.2' }, personScore: { from: '0.8', to: '1.2' } }
const faults = (factors: Partial<PayFactors>, posts: { level: string; coefficient: string }[] = []) =>
  lintFactors({ grades: [], ...LIMITS, ...factors }, posts).map(({ code, at }) => [code, at])

test('the proposed table of the dossier has no fault', () => {
  const grades = [
    { grade: '优秀', factor: '1.2' },
    { grade: '合格', factor: '1.0' },
    { grade: '基本合格', factor: '0.6', mustCut: true },
    { grade: '未定等次', factor: '0.5', mustCut: true },
    { grade: '不合格', factor: '0', mustCut: true },
  ]
  expect(faults({ grades })).toEqual([])
})

test('a lower grade may not earn more, and one that must be cut has to stay below 1', () => {
  expect(
    faults({
      grades: [
        { grade: '优秀', factor: '1.0' },
        { grade: '合格', factor: '1.1' },
      ],
    }),
  ).toEqual([['better-grade-earns-less', '合格']])
  expect(faults({ grades: [{ grade: '基本合格', factor: '1', mustCut: true }] })).toEqual([['cut-does-not-cut', '基本合格']])
})

test('figures that cannot be, doubled grades and limits the wrong way round are found', () => {
  expect(
    faults({
      grades: [
        { grade: 'a', factor: 'x' },
        { grade: 'b', factor: '-1' },
      ],
    }),
  ).toEqual([
    ['not-a-number', 'a'],
    ['negative', 'b'],
  ])
  expect(
    faults({
      grades: [
        { grade: 'a', factor: '1' },
        { grade: 'a', factor: '1' },
      ],
    }),
  ).toEqual([
    ['same-grade-twice', 'a'],
    ['grades-earn-alike', 'a'],
  ])
  expect(faults({ unitScore: { from: '1.2', to: '0.8' } })).toEqual([['clip-upside-down', 'unitScore']])
  expect(faults({ personScore: { from: '1.1', to: '1.2' } })).toEqual([['clip-leaves-out-one', 'personScore']])
})

test('post coefficients may not fall from one level to the next', () => {
  expect(
    faults({}, [
      { level: '十二级', coefficient: '1.0' },
      { level: '十级', coefficient: '0.9' },
    ]),
  ).toEqual([['post-levels-not-rising', '十级']])
})
