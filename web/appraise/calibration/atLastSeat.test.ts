import { expect, test } from 'vitest'
import { atLastSeat } from './atLastSeat.ts'

const person = (employeeNo: string, officialScore: string | null, standing: string | null) => ({
  ...{ employeeNo, officialScore, standing },
  proposedGrade: standing === 'has-seat' ? 'excellent' : 'qualified',
})
const numbers = (people: ReturnType<typeof person>[]) => atLastSeat(people).map((one) => one.employeeNo)

test('those tied at the last seat are compared, at most three', () => {
  const tied = ['3', '1', '4', '2'].map((no) => person(no, '90.00', 'tied-at-last-seat'))
  expect(numbers([person('9', '99.00', 'has-seat'), ...tied])).toEqual(['3', '1', '4'])
})

test('without a tie the last with a seat and the first held back; a lone one is nothing to compare with', () => {
  const seated = [person('1', '98.00', 'has-seat'), person('2', '95.50', 'has-seat')]
  const held = [person('4', '94.10', 'held-back-by-seats'), person('3', '95.40', 'held-back-by-seats')]
  expect(numbers([...held, ...seated])).toEqual(['2', '3'])
  expect(numbers(seated)).toEqual(['2'])
  expect(numbers([person('5', null, null)])).toEqual([])
})
