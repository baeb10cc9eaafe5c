import { expect, test } from 'vitest'
import type { Column } from '../Column.ts'
import { type Asked, rowsSeen } from './rows.ts'
import { widthsWithin } from './widths.ts'

type Row = { readonly name: string; readonly unit: string; readonly score: string | null }

const ROWS: readonly Row[] = [
  { name: '张伟', unit: '养护科', score: '9.5' },
  { name: '陈芳', unit: '财务科', score: null },
  { name: '李强', unit: '养护科', score: '10' },
]
const COLUMNS: readonly Column<Row>[] = [
  { key: 'name', title: '姓名', value: (row) => row.name },
  { key: 'unit', title: '部门', value: (row) => row.unit },
  { key: 'score', title: '得分', kind: 'number', value: (row) => row.score },
]
const names = (asked: Partial<Asked>) =>
  rowsSeen(ROWS, COLUMNS, { search: '', filters: {}, sorting: null, ...asked }).map(({ name }) => name)

test('Chinese sorts by pinyin', () => {
  expect(names({ sorting: { key: 'name', direction: 'up' } })).toEqual(['陈芳', '李强', '张伟'])
})

test('figures sort by size, and what is missing comes last either way', () => {
  expect(names({ sorting: { key: 'score', direction: 'up' } })).toEqual(['张伟', '李强', '陈芳'])
  expect(names({ sorting: { key: 'score', direction: 'down' } })).toEqual(['李强', '张伟', '陈芳'])
})

test('every word of a search must be found, in whatever column', () => {
  expect(names({ search: '养护 李' })).toEqual(['李强'])
})

test('a filter keeps the chosen texts; an empty filter keeps everything', () => {
  expect(names({ filters: { unit: ['财务科'] } })).toEqual(['陈芳'])
  expect(names({ filters: { unit: [] } })).toHaveLength(3)
})

test('columns that are wide for a few rows alone make room; figures and given widths do not, and what most rows need stays', () => {
  const wide = { name: '王', unit: '某某某某某某某某某某某某某某某某某某公路养护管理中心', score: '1' }
  const columns: readonly Column<Row>[] = [{ key: 'n', title: 'n', value: (row) => row.name, width: 200 }, ...COLUMNS.slice(1)]
  const rows = [wide, ...Array.from({ length: 9 }, () => ({ ...wide, unit: '公路养护管理中心' }))]
  const [given, unit = 0, score = 0] = widthsWithin(columns, rows, 0)
  expect([given, unit]).toEqual([200, 26 * 14 + 34])
  expect(widthsWithin(columns, rows, 2000)).toEqual([given, unit, score])
  expect(widthsWithin(columns, rows, 200 + unit - 50 + score)).toEqual([200, unit - 50, score])
  expect(widthsWithin(columns, rows, 100)).toEqual([200, 8 * 14 + 34, score])
  expect(widthsWithin(columns, [wide], 100)).toEqual([200, unit, score])
})
