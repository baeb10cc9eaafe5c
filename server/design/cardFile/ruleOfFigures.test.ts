import { percentOf } from '@milepost/contract/design/weights'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { basisPointsOf, ruleOfFigures } from './ruleOfFigures.ts'

const none = { floor: null, target: null, stretch: null, low: null, high: null, tolerance: null }

test('floor, target and stretch make a line; without a stretch nothing counts above the target', () => {
  expect(ruleOfFigures('up', { ...none, floor: '75', target: '88', stretch: '93' }, null)).toEqual({
    rule: { kind: 'floor_target_stretch', direction: 'up', floor: '75', target: '88', stretch: '93' },
  })
  expect(ruleOfFigures('down', { ...none, floor: '8', target: '3' }, null)).toEqual({
    rule: { kind: 'floor_target_stretch', direction: 'down', floor: '8', target: '3', stretch: '3' },
  })
})

test('a target alone is the share of it, in the direction of the measure', () => {
  expect(ruleOfFigures('up', { ...none, target: '90' }, null)).toEqual({ rule: { kind: 'ratio_up', target: '90' } })
  expect(ruleOfFigures('down', { ...none, target: '24' }, null)).toEqual({ rule: { kind: 'ratio_down', target: '24' } })
})

test('a band needs its two ends and a tolerance', () => {
  const band = { ...none, low: '95', high: '100', tolerance: '10' }
  expect(ruleOfFigures('band', band, null)).toEqual({ rule: { kind: 'range', low: '95', high: '100', tolerance: '10' } })
  expect(ruleOfFigures('band', { ...band, tolerance: null }, null)).toMatchObject({ problem: { column: '容差' } })
})

test('no figures keep what was there, and without anything there the target is asked for', () => {
  expect(ruleOfFigures('up', none, { kind: 'ratio_up', target: '5' })).toEqual({ rule: { kind: 'ratio_up', target: '5' } })
  expect(ruleOfFigures('up', none, null)).toMatchObject({ problem: { column: '目标值' } })
})

test('figures that contradict the direction are refused in the words of the engine', () => {
  expect(ruleOfFigures('up', { ...none, floor: '95', target: '90' }, null)).toMatchObject({ problem: { column: '底线值' } })
  expect(ruleOfFigures('up', { ...none, target: '0' }, null)).toMatchObject({ problem: { column: '目标值' } })
})

test('every weight of two decimals is read exactly; finer or larger ones are refused', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 10_000 }), (points) => basisPointsOf(percentOf(points)) === points))
  expect(['100.01', '12.345', '-1', '', '1e2'].map(basisPointsOf)).toEqual([null, null, null, null, null])
  expect(['7.10', '7.100', '100', '0.05'].map(basisPointsOf)).toEqual([710, 710, 10_000, 5])
})
