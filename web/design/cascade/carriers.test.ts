import { expect, test } from 'vitest'
import { type Carriers, carrierTree, countMarks, shownNodes, windowOf } from './carriers.ts'

const name = (zh: string) => ({ zh, en: zh })
const line = (id: string, parent: string | null, h: number, o: number | null = 0): Carriers['lines'][number] => ({
  ...{ id, parent, o, h, m: 0, weightBp: 1000 },
  kind: parent === null ? 'unique' : 'contributory',
})
const carriers: Carriers = {
  objectives: [
    { objectiveId: 'o0', code: 'P1', name: name('畅'), perspective: name('公众') },
    { objectiveId: 'o1', code: 'P2', name: name('平'), perspective: name('公众') },
  ],
  measures: [{ code: 'M', name: name('指标') }],
  holders: [
    { cardId: 'i', name: name('局'), holderKind: 'institution', unit: null },
    { cardId: 'u', name: name('站'), holderKind: 'unit', unit: null },
    { cardId: 'p', name: name('陈路'), holderKind: 'person', unit: name('站') },
  ],
  lines: [
    line('I1', null, 0),
    line('I2', null, 0, 1),
    line('U1', 'I1', 1),
    line('P1', 'U1', 2),
    line('P2', null, 2, null),
    line('P3', 'gone', 2, null),
    // serves no measure but an objective, as the coverage page counts it
    line('P4', null, 2, 0),
  ],
  goals: [{ id: 'g', o: 1, h: 2, title: name('学'), state: 'planned' }],
}

test('from objective to person: who carries it below, what nobody carries, what serves nothing; goals stand under their objective', () => {
  const [first, second, duties] = carrierTree(carriers)
  expect([first?.units.size, first?.people.size, first?.below[0]?.below[0]?.below[0]?.key]).toEqual([1, 1, 'P1'])
  expect(second?.below.map(({ key, marks }) => [key, [...marks]])).toEqual([
    ['I2', ['uncovered']],
    ['g', ['goals']],
  ])
  expect(duties?.below.map(({ key }) => key)).toEqual(['P2', 'P3'])
  expect(countMarks(carrierTree(carriers))).toEqual({ uncovered: 1, orphan: 1, overloaded: 0, goals: 1 })
})

test('closed, only objectives are drawn; a question draws what fits it and what leads there', () => {
  const tree = carrierTree(carriers)
  expect(shownNodes(tree, { isOpen: () => false, fits: null })).toHaveLength(3)
  const found = shownNodes(tree, { isOpen: () => false, fits: (node) => node.key === 'P1' })
  expect(found.map(({ node, level }) => [node.key, level])).toEqual([
    ['objective 0', 0],
    ['I1', 1],
    ['U1', 2],
    ['P1', 3],
  ])
})

test('of two thousand lines only those in the window and a few about it are drawn', () => {
  expect(windowOf(2000, { top: 0, height: 720, line: 36 })).toEqual({ from: 0, to: 26 })
  expect(windowOf(2000, { top: 36_000, height: 720, line: 36 })).toEqual({ from: 994, to: 1026 })
  expect(windowOf(3, { top: 0, height: 720, line: 36 })).toEqual({ from: 0, to: 3 })
})
