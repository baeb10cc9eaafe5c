import { expect, test } from 'vitest'
import { readStack } from './readStack.ts'

test('a stack is read from a pasted table, from figures side by side, and blank is nobody’s grade', () => {
  const pasted = readStack('1\t2\n\t4\n', ['S1', 'S2'])
  expect(pasted).toEqual({
    ballots: [
      { S1: 'excellent', S2: 'qualified' },
      { S1: '', S2: 'unqualified' },
    ],
    faults: [],
  })
  expect(readStack('12\n３０', ['S1', 'S2']).ballots).toEqual([
    { S1: 'excellent', S2: 'qualified' },
    { S1: 'basic', S2: '' },
  ])
  expect(readStack('', ['S1']).ballots).toEqual([])
})

test('a figure outside 1 to 4 and a line of another length are named by their place', () => {
  expect(readStack('1,7\n1', ['S1', 'S2']).faults).toEqual([
    { kind: 'cell', row: 1, column: 2, cell: '7' },
    { kind: 'width', row: 2, cells: 1 },
  ])
})
