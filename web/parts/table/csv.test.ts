import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Column } from '../Column.ts'
import { csvCell, csvFromPasted, csvOf, pastedCells } from './csv.ts'

test.each(['=1+1', '+1+1', '-1+1', '@SUM(A1)', '\t=1', "=cmd|' /C calc'!A0"])(
  'a cell that a spreadsheet would run is led by an apostrophe: %s',
  (text) => {
    expect(csvCell(text).replace(/^"/, '')).toMatch(/^'/)
  },
)

test.each(['-3.5', '-12%', '42', '2026-01-31', '养护科'])('plain figures and words stay as they are: %s', (text) => {
  expect(csvCell(text)).toBe(text)
})

test('commas, quotes and line breaks are quoted', () => {
  expect(csvCell('他说"好",\n走了')).toBe('"他说""好"",\n走了"')
})

test('buttons are not exported, titles are, and Excel sees that it is UTF-8', () => {
  const columns: readonly Column<string>[] = [
    { key: 'a', title: '姓名', value: (row) => row },
    { key: 'b', title: '', acts: true, value: () => null },
  ]
  expect(csvOf(columns, ['李强'])).toBe('\uFEFF姓名\r\n李强\r\n')
})

test('cells pasted from a spreadsheet keep quotes and line breaks inside them', () => {
  expect(pastedCells('工号\t备注\r\n001\t"两行\n""引号"""\r\n002\t\r\n')).toEqual([
    ['工号', '备注'],
    ['001', '两行\n"引号"'],
    ['002', ''],
  ])
})

test('a pasted formula stays text for the server to judge', () => {
  expect(csvFromPasted('a\n=1+1')).toBe('\uFEFFa\r\n=1+1\r\n')
})

test('whatever is copied as plain cells comes back cell by cell', () => {
  const cell = fc.string().map((text) => `x${text.replaceAll(/["\t\r\n]/g, '')}`)
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (rows) => {
      expect(pastedCells(rows.map((cells) => cells.join('\t')).join('\r\n'))).toEqual(rows)
    }),
  )
})

test('a blank row between others keeps its place in a grid, and is no row of a file', () => {
  expect(pastedCells('9\n\n5\n\n')).toEqual([['9'], [''], ['5']])
  expect(csvFromPasted('a\n\n1\n')).toBe('\uFEFFa\r\n1\r\n')
})
