import { expect, test } from 'vitest'
import { changesOf, numberGroups, sumOf } from './numbers.ts'

const groups = numberGroups({
  heads: [
    { code: 'virtue', name: { zh: '德', en: 'Virtue' }, weightBp: 2000 },
    { code: 'results', name: { zh: '绩', en: 'Results' }, weightBp: 8000 },
  ],
  raterGroups: [{ code: 'superior', weightBp: 10000 }],
  quota: { normalBp: 2000, raisedBp: 2500, loweredBp: 1500 },
  noticeWorkingDays: 5,
})

test('what is typed becomes the changes of a pack, in its shape; what stays as it is is left out', () => {
  const typed = { 'heads.virtue.weightBp': 25, 'heads.results.weightBp': 75, 'quota.normalBp': 17.5, 'notice.workingDays': 5 }
  expect(changesOf(groups, typed, {})).toEqual({
    heads: [
      { code: 'virtue', weightBp: 2500 },
      { code: 'results', weightBp: 7500 },
    ],
    quota: { normalBp: 1750 },
  })
  expect(changesOf(groups, {}, {})).toEqual({})
})

test('what is written by hand besides is kept', () => {
  const written = { heads: [{ code: 'virtue', veto: true }], quota: { threshold: '85' }, interview: { withinDays: 10 } }
  expect(changesOf(groups, { 'heads.virtue.weightBp': 30, 'quota.normalBp': 15 }, written)).toEqual({
    heads: [{ code: 'virtue', veto: true, weightBp: 3000 }],
    quota: { threshold: '85', normalBp: 1500 },
    interview: { withinDays: 10 },
  })
})

test('weights are added up as typed', () => {
  const [heads] = groups
  if (!heads) throw new Error('there are heads')
  expect(sumOf(heads, {})).toBe(100)
  expect(sumOf(heads, { 'heads.virtue.weightBp': 20.1 })).toBe(100.1)
})
