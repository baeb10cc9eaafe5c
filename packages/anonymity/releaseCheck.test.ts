import { describe, expect, test } from 'vitest'
import { smallDifferences } from './differences.ts'
import { type ReleaseCell, type ReleaseTable, releaseCheck } from './releaseCheck.ts'
import { reportingFloor } from './threshold.ts'

const cell = (id: string, n: number, more: Partial<ReleaseCell> = {}): ReleaseCell => ({
  id,
  n,
  isHidden: false,
  answers: null,
  showsDistribution: false,
  texts: 0,
  ...more,
})
const groups = [{ id: 'all', members: new Set(['1', '2', '3', '4', '5', '6']) }]
const table = (cells: readonly ReleaseCell[], more: Partial<ReleaseTable> = {}): ReleaseTable => ({
  dividedBy: ['unit'],
  total: cells.reduce((sum, { n }) => sum + n, 0),
  cells,
  text: 'none',
  rowOrder: 'no-rows',
  groups,
  ...more,
})
const codes = (each: ReleaseTable) => releaseCheck(each, reportingFloor, { divisionsAllowed: 1 }).reasons.map(({ code }) => code)

describe('whether a small table may be released', () => {
  test('a table of large cells by one division may', () => {
    expect(releaseCheck(table([cell('A', 12), cell('B', 9)]), reportingFloor, { divisionsAllowed: 1 })).toEqual({
      mayRelease: true,
      reasons: [],
      unchecked: [],
    })
  })

  test('a small cell, shown or left as the rest, may not', () => {
    expect(codes(table([cell('A', 4), cell('B', 9)]))).toEqual(['cell-too-small'])
    expect(codes(table([cell('A', 4, { isHidden: true }), cell('B', 9)]))).toEqual(['rest-too-small'])
    expect(codes(table([cell('A', 4, { isHidden: true }), cell('B', 9, { isHidden: true })]))).toEqual([])
  })

  test('more divisions than allowed may not', () => {
    expect(codes(table([cell('A', 12)], { dividedBy: ['unit', 'age'] }))).toEqual(['too-many-divisions'])
  })

  test('a distribution in which all answered alike may not', () => {
    expect(codes(table([cell('A', 8, { answers: { counts: [0, 8], favourable: 8 }, showsDistribution: true })]))).toEqual([
      'answers-too-alike',
    ])
    expect(codes(table([cell('A', 8, { answers: { counts: [4, 4], favourable: 4 }, showsDistribution: true })]))).toEqual([])
  })

  test('open answers need ten, and stand apart from what people are divided by; rows are shuffled', () => {
    expect(codes(table([cell('A', 12, { texts: 9 })], { text: 'apart', rowOrder: 'shuffled' }))).toEqual(['too-few-texts'])
    expect(codes(table([cell('A', 12, { texts: 12 })], { text: 'beside-divisions', rowOrder: 'follows-roster' }))).toEqual([
      'text-beside-divisions',
      'rows-follow-roster',
    ])
  })

  test('cells that exceed the total are a fault in the table', () => {
    expect(codes(table([cell('A', 12)], { total: 10 }))).toContain('cells-exceed-total')
  })

  test('a check that could not be made is named', () => {
    expect(releaseCheck(table([cell('A', 12)], { groups: [] }), reportingFloor, { divisionsAllowed: 1 }).unchecked).toEqual(['differences'])
  })
})

describe('differences between releases', () => {
  const people = (from: number, to: number) => new Set(Array.from({ length: to - from + 1 }, (_, at) => String(from + at)))

  test('one person who moved between two publications is found', () => {
    const before = { id: 'station, March', members: people(1, 12) }
    const after = { id: 'station, April', members: people(1, 11) }
    expect(smallDifferences([after, before], 5)).toEqual([{ larger: 'station, March', smaller: 'station, April', difference: 1 }])
    expect(codes(table([cell('A', 12)], { groups: [before, after] }))).toEqual(['difference-too-small'])
  })

  test('a difference of one less than the threshold is still small', () => {
    const groupsApart = [
      { id: 'a', members: people(1, 10) },
      { id: 'b', members: people(1, 6) },
    ]
    expect(smallDifferences(groupsApart, 5)).toEqual([{ larger: 'a', smaller: 'b', difference: 4 }])
  })

  test('groups that overlap, are equal, or differ by the threshold give nobody away', () => {
    expect(
      smallDifferences(
        [
          { id: 'a', members: people(1, 10) },
          { id: 'b', members: people(5, 14) },
        ],
        5,
      ),
    ).toEqual([])
    expect(
      smallDifferences(
        [
          { id: 'a', members: people(1, 10) },
          { id: 'b', members: people(1, 10) },
        ],
        5,
      ),
    ).toEqual([])
    expect(
      smallDifferences(
        [
          { id: 'a', members: people(1, 10) },
          { id: 'b', members: people(1, 5) },
        ],
        5,
      ),
    ).toEqual([])
  })
})
