import { expect, test } from 'vitest'
import { sameInput } from './sameInput.ts'

test('the same figures in another object are the same input; another figure, another name or one more is not', () => {
  expect(sameInput({ id: '1', rows: [{ a: 1 }] }, { id: '1', rows: [{ a: 1 }] })).toBe(true)
  expect(sameInput({ id: '1', score: 80 }, { id: '1', score: 81 })).toBe(false)
  expect(sameInput({ id: '1' }, { code: '1' })).toBe(false)
  expect(sameInput({ id: '1' }, { id: '1', note: '' })).toBe(false)
})

test('two files are never the same input, however alike; one file is', () => {
  const [first, second] = [new Blob(['编号,姓名']), new Blob(['编号,姓名'])]
  expect(sameInput({ step: 'save', file: first }, { step: 'save', file: second })).toBe(false)
  expect(sameInput({ step: 'save', file: first }, { step: 'save', file: first })).toBe(true)
})
