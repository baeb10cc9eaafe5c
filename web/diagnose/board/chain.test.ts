import { expect, test } from 'vitest'
import { type Edge, placed, shortened, threadOf } from './chain.ts'

const edge = (from: string, to: string): Edge => ({ from, to, strength: 1, firm: true })
const edges = [edge('e1', 'P1'), edge('e2', 'P2'), edge('P1', 'K1'), edge('P2', 'K1'), edge('K1', 'r1'), edge('r1', 's1')]

test('the thread runs down to the sign and up to the evidence, not sideways to another problem of the same cause', () => {
  expect([...threadOf(edges, 'P1')].sort()).toEqual(['K1', 'P1', 'e1', 'r1', 's1'])
  expect([...threadOf(edges, 's1')].sort()).toEqual(['K1', 'P1', 'P2', 'e1', 'e2', 'r1', 's1'])
})

test('a circle ends', () => {
  expect([...threadOf([edge('a', 'b'), edge('b', 'a')], 'a')].sort()).toEqual(['a', 'b'])
})

test('columns are spread over the same height', () => {
  const { nodes, height } = placed(
    [
      { id: 'a', column: 0 },
      { id: 'b', column: 0 },
      { id: 'c', column: 1 },
    ],
    40,
  )
  expect([height, ...nodes.map((node) => node.y)]).toEqual([80, 20, 60, 40])
})

test('what is cut is cut between words: no number loses its last figures', () => {
  expect(shortened('严重度 70.5，均值 2.18（n = 257）', 40)).toBe('严重度 70.5，均值 2.18（n = 257）')
  expect(shortened('严重度 70.5，均值 2.18（n = 257）', 31)).toBe('严重度 70.5，均值 2.18（n…')
  expect(shortened('severity 70.5, mean 2.18', 22)).toBe('severity 70.5, mean…')
})
