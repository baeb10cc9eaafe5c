import { expect, test } from 'vitest'
import { draftLine } from './draftLine.ts'
import { figuresOf, targetText, withKind } from './ruleFields.ts'
import { trialCard, trialOf } from './trial.ts'

const pavement = { kind: 'floor_target_stretch', direction: 'up', floor: '75', target: '90', stretch: '93' } as const

test('the curve is the engine’s: 85 between a floor of 75 and a target of 90 scores two thirds', () => {
  expect(trialOf(pavement, '85')).toMatchObject({ kind: 'curve', target: '90', point: { actual: '85', score: '66.67' } })
})

test('a rule that cannot score says why instead of drawing something', () => {
  expect(trialOf({ ...pavement, floor: '90' }, '85')).toMatchObject({
    kind: 'refused',
    message: { zh: '底线值等于目标值，分数无法在两者之间变化' },
  })
  expect(trialOf({ kind: 'unscored' }, '85')).toEqual({ kind: 'no-curve' })
})

test('a trial stands every other line at its target', () => {
  const lines = [
    draftLine('A', 'o', { weightBp: 1000, rule: pavement }),
    draftLine('B', 'o', { weightBp: 9000, rule: { kind: 'ratio_up', target: '10' } }),
  ]
  const trial = trialCard(lines, { A: '85' })
  expect(trial.score).toBe('96.67')
  expect(trial.byLine.get('A')).toBe('66.67')
  expect(trial.byLine.get('B')).toBe('100.00')
  expect(trialCard([], {}).score).toBeNull()
})

test('another kind of rule keeps the figures of the same meaning', () => {
  expect(withKind(pavement, 'interpolate', 'up')).toEqual({ kind: 'interpolate', baseline: '75', target: '90' })
  expect(withKind({ kind: 'ratio_up', target: '90' }, 'floor_target_stretch', 'down')).toMatchObject({
    direction: 'down',
    target: '90',
    stretch: '90',
  })
  expect(figuresOf(pavement).map((figure) => figure.name)).toEqual(['floor', 'target', 'stretch'])
  expect(targetText({ kind: 'range', low: '95', high: '100', tolerance: '10' })).toBe('95–100')
})
