import { WORKED_CASES } from '@milepost/scorecard/worked/workedCases'
import { expect, test } from 'vitest'
import { withFigure, withMeasure, withScheme, withState } from './tried.ts'
import { workOut } from './workedReadings.ts'

/** The page of worked cases shows what the specification says: V1 to V30, every number of every case. */
const numbers = [...new Set(WORKED_CASES.map(({ code }) => Number(code.replace(/\D/g, ''))))]

test('all thirty are there, in order', () => {
  expect(numbers).toEqual(Array.from({ length: 30 }, (_, at) => at + 1))
})

test.each(WORKED_CASES)('$code gives the expected numbers', ({ expected, ...tried }) => {
  expect(expected.length).toBeGreaterThan(0)
  const worked = workOut(expected, tried)
  expect(worked?.readings.map(({ what, of, got }) => [what, of, got])).toEqual(expected.map(({ what, of, value }) => [what, of, value]))
})

test('another figure gives another number: 90 of 90 is 100, and what is no figure gives nothing', () => {
  const v1 = WORKED_CASES[0]
  const card = v1?.card
  if (!v1 || !card) throw new Error('V1 has a card')
  const tried = withMeasure(card, 'A', (of) => withFigure(of, 0, 'actual', '90'))
  expect(workOut(v1.expected, { card: tried })?.readings.map(({ got, same }) => [got, same])).toEqual([
    ['100.00', false],
    ['100.00', false],
  ])
  expect(workOut(v1.expected, { card: withScheme(card, 'cap', 'a hundred') })).toBeNull()
  const missing = withMeasure(card, 'A', (of) => withState(of, 0, 'missing'))
  expect(workOut(v1.expected, { card: missing })?.readings.map(({ got }) => got)).toEqual([null, '0.00'])
  // a figure that is cleared is missing, not zero and not a slip of the pen, and typed again it counts again
  const cleared = withMeasure(card, 'A', (of) => withFigure(of, 0, 'actual', ''))
  expect(workOut(v1.expected, { card: cleared })?.readings.map(({ got }) => got)).toEqual([null, '0.00'])
  const again = withMeasure(cleared, 'A', (of) => withFigure(of, 0, 'actual', '90'))
  expect(workOut(v1.expected, { card: again })?.readings.map(({ got }) => got)).toEqual(['100.00', '100.00'])
})
