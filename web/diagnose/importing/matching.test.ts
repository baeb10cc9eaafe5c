import { expect, test } from 'vitest'
import { fromMatch, isComplete, type Matched, mappingOf, unmatched, usedTwice } from './matching.ts'

const item = (code: string, heading: string | null) => ({
  code,
  kind: 'scale' as const,
  text: { zh: code, en: code },
  construct: null,
  heading,
})
const matched: Matched = {
  rows: 3,
  stratumColumn: null,
  columns: [
    { heading: 'A', samples: ['1'] },
    { heading: '第二题', samples: ['2'] },
  ],
  items: [item('A', 'A'), item('B', null)],
}

test('an item without a column, or said to be in none, are two things: only the first holds up the import', () => {
  const start = fromMatch(matched)
  expect(unmatched(matched, start)).toEqual(['B'])
  expect(isComplete(matched, start, 1)).toBe(false)
  const lacking = { ...start, columns: { ...start.columns, B: '' } }
  expect(isComplete(matched, lacking, 1)).toBe(true)
  expect(mappingOf(lacking)).toEqual({ columns: { A: 'A', B: '' } })
})

test('with several strata somebody must say where the stratum stands', () => {
  const all = { ...fromMatch(matched), columns: { A: 'A', B: '第二题' } }
  expect(isComplete(matched, all, 3)).toBe(false)
  expect(isComplete(matched, { ...all, stratum: 'bureau' }, 3)).toBe(true)
  expect(mappingOf({ ...all, stratum: 'bureau' })).toMatchObject({ stratum: 'bureau' })
})

test('a column cannot be two items', () => {
  expect(usedTwice({ ...fromMatch(matched), columns: { A: 'A', B: 'A' } })).toEqual(['A'])
})
