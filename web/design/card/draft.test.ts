import { percentOf } from '@milepost/contract/design/weights'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { basisPointsTyped, type DraftLine, figureTyped, linesToSend, movedLine, withKeysOf } from './draft.ts'
import { draftLine } from './draftLine.ts'

test('every weight shown is read back as the same basis points', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 10_000 }), (points) => basisPointsTyped(percentOf(points)) === points))
})

test('half-typed weights and figures are not taken for something else', () => {
  expect(['12.', '12.5', '100.5', 'abc', '', '１２'].map(basisPointsTyped)).toEqual([1200, 1250, null, null, null, 1200])
  expect(['-3', '0.5', '12.', '-', '1e3'].map(figureTyped)).toEqual(['-3', '0.5', null, null, null])
})

test('a line moves past its neighbour under the same objective only, and moving back restores the order', () => {
  const lines = [draftLine('A', 'o1'), draftLine('B', 'o2'), draftLine('C', 'o1')]
  const codes = (moved: readonly DraftLine[]) => moved.filter((line) => line.objectiveId === 'o1').map((line) => line.code)
  expect(codes(movedLine(lines, 'C', 'up'))).toEqual(['C', 'A'])
  expect(codes(movedLine(movedLine(lines, 'C', 'up'), 'C', 'down'))).toEqual(['A', 'C'])
  expect(movedLine(lines, 'A', 'up')).toEqual(lines)
  expect(movedLine(lines, 'B', 'down')).toEqual(lines)
})

test('a line that has got its id keeps its place on the screen, and what is sent carries nothing of the screen', () => {
  const shown = [draftLine('A', 'o1', { key: 'new A' })]
  const read = [draftLine('A', 'o1', { key: 'id', cardMeasureId: 'id' })]
  expect(withKeysOf(shown, read)).toMatchObject([{ key: 'new A', cardMeasureId: 'id' }])
  expect(Object.keys(linesToSend(read)[0] ?? {})).not.toContain('name')
})
