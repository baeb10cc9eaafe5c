import { describe, expect, test } from 'vitest'
import { askedIn } from './asked.ts'
import type { PublicView, Revision } from './reading.ts'
import { laterThan, withdrawnBefore, yearsToRead } from './standing.ts'

const revision = (n: number, given: Partial<Revision> = {}): Revision => ({
  ...{ revision: n, publishedOn: '2027-01-20', reason: { zh: '', en: '' }, withdrawn: false, ended: false, goneOn: null },
  ...{ comparedWith: null, changes: [] },
  ...given,
})
const view = (...revisions: readonly Revision[]): Pick<PublicView, 'years'> => ({ years: [{ year: 2026, revisions: [...revisions] }] })
const [gone, over] = [
  { withdrawn: true, goneOn: '2027-03-05' },
  { ended: true, goneOn: '2027-03-31' },
]

describe('what a reader must know before the first figure', () => {
  test('of an earlier revision: the newest one, whether it is read, withdrawn or over', () => {
    const read = { year: 2026, revision: 1 }
    expect(laterThan(view(revision(2), revision(1)), read)?.revision).toBe(2)
    expect(laterThan(view(revision(3, gone), revision(2), revision(1)), read)).toMatchObject({ revision: 3, withdrawn: true })
    expect(laterThan(view(revision(1)), read)).toBeNull()
  })

  test('of the newest revision: that the one just before it was withdrawn, and not one further back', () => {
    const read = { year: 2026, revision: 3 }
    expect(withdrawnBefore(view(revision(3), revision(2, gone), revision(1)), read)?.revision).toBe(2)
    expect(withdrawnBefore(view(revision(3), revision(2), revision(1, gone)), read)).toBeNull()
  })

  test('a year whose newest revision is gone is not offered, though an earlier one can be read by its number', () => {
    expect(yearsToRead(view(revision(2), revision(1)))).toEqual([2026])
    for (const one of [gone, over]) expect(yearsToRead(view(revision(2, one), revision(1)))).toEqual([])
  })
})

test('what the address asks for: a year and a revision, or what in it cannot be meant', () => {
  expect(askedIn(null, null)).toEqual({ absent: null })
  expect(askedIn('2025', '2')).toEqual({ year: 2025, revision: 2, absent: null })
  for (const [year, number, asked] of [
    ['abc', null, 'abc'],
    ['2025', '0', '0'],
    ['2025', '1.5', '1.5'],
    ['-2025', null, '-2025'],
  ] as const)
    expect(askedIn(year, number)).toEqual({ absent: { kind: 'unreadable', asked } })
  expect(askedIn('1066', null).absent).toEqual({ kind: 'no-such-year', year: 1066, revision: null })
})
