import { expect, test } from 'vitest'
import { retarget, targetCell } from './retarget.ts'
import type { ScoringRule } from './rules.ts'

const triple: ScoringRule = { kind: 'floor_target_stretch', direction: 'up', floor: '60', target: '90', stretch: '95' }

test('one figure is the target, two are floor and target, three the whole; what is not typed stays', () => {
  expect(retarget(triple, '92')).toEqual({ kind: 'rule', rule: { ...triple, target: '92' } })
  expect(retarget(triple, '70 / 92%')).toEqual({ kind: 'rule', rule: { ...triple, floor: '70', target: '92' } })
  expect(retarget(triple, '70；92；98.50')).toEqual({ kind: 'rule', rule: { ...triple, floor: '70', target: '92', stretch: '98.5' } })
  expect(retarget({ kind: 'ratio_up', target: '100' }, '1,250')).toEqual({ kind: 'rule', rule: { kind: 'ratio_up', target: '1250' } })
  // a stretch that was the target goes with it
  expect(retarget({ ...triple, stretch: '90' }, '92')).toMatchObject({ rule: { target: '92', stretch: '92' } })
})

test('what makes no rule that scores is refused by name', () => {
  expect(retarget(triple, '60')).toEqual({ kind: 'refused', because: 'floor-equals-target' })
  expect(retarget(triple, '97')).toEqual({ kind: 'refused', because: 'stretch-short-of-target' })
  expect(retarget(triple, 'about 90')).toEqual({ kind: 'refused', because: 'unreadable' })
  expect(retarget(triple, '')).toEqual({ kind: 'refused', because: 'unreadable' })
  expect(retarget({ kind: 'ratio_up', target: '100' }, '60 / 90')).toEqual({ kind: 'refused', because: 'too-many-figures' })
  expect(retarget({ kind: 'unscored' }, '90')).toEqual({ kind: 'refused', because: 'kind-has-no-target' })
})

test('a cell that is written back unchanged says the same', () => {
  const rules: ScoringRule[] = [
    triple,
    { kind: 'ratio_down', target: '3' },
    { kind: 'interpolate', baseline: '10', target: '4' },
    { kind: 'efficacy', unacceptable: '50', satisfactory: '80' },
  ]
  for (const rule of rules) expect(retarget(rule, targetCell(rule))).toEqual({ kind: 'rule', rule })
})
