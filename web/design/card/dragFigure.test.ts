import { expect, test } from 'vitest'
import { axisFor, figureAt, keyStep } from './dragFigure.ts'

test('a dragged figure is a plain decimal with the digits of the measure', () => {
  expect(figureAt(95.300_000_01, 2)).toBe('95.3')
  expect(figureAt(94.999, 2)).toBe('95')
  expect(figureAt(-0.004, 2)).toBe('0')
  expect(figureAt(12.5, 0)).toBe('13')
  expect(figureAt(1200, 0)).toBe('1200')
})

test('an arrow key moves by the last digit, with Shift or Page by ten', () => {
  expect(keyStep('ArrowRight', false, 1)).toBeCloseTo(0.1)
  expect(keyStep('ArrowLeft', true, 1)).toBeCloseTo(-1)
  expect(keyStep('PageUp', false, 0)).toBe(10)
  expect(keyStep('Tab', false, 0)).toBeNull()
})

test('the axis leaves room beyond the outermost figures, also where there is one', () => {
  expect(axisFor([80, 96])).toEqual([80 - 5.6, 96 + 5.6])
  expect(axisFor([50])).toEqual([40, 60])
  expect(axisFor([0])).toEqual([-1, 1])
})
