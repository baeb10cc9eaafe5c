import { expect, test } from 'vitest'
import { foreignUnit, readValueCell } from './cellValue.ts'

const read = (cell: string | number | null) => {
  const reading = readValueCell(cell)
  return reading.ok ? reading.value : null
}

test('blank, nought and not applicable are three different things', () => {
  expect(read(null)).toEqual({ kind: 'blank' })
  expect(read('  ')).toEqual({ kind: 'blank' })
  expect(read(0)).toEqual({ kind: 'figure', value: '0', unit: null })
  expect(read('0')).toEqual({ kind: 'figure', value: '0', unit: null })
  for (const text of ['N/A', 'n/a', '不适用', 'Ｎ／Ａ']) expect(read(text)).toEqual({ kind: 'not-applicable' })
})

test('a unit behind the figure is kept apart, and must be the measure’s own', () => {
  expect(read('96.5%')).toEqual({ kind: 'figure', value: '96.5', unit: '%' })
  expect(read('96.5 ％')).toEqual({ kind: 'figure', value: '96.5', unit: '%' })
  expect(read('1,234.5 万元')).toEqual({ kind: 'figure', value: '1234.5', unit: '万元' })
  expect(foreignUnit('%', { zh: '%', en: '%' })).toBeNull()
  expect(foreignUnit('Hours', { zh: '小时', en: 'hours' })).toBeNull()
  expect(foreignUnit('元', { zh: '万元', en: '10k yuan' })).toEqual({
    zh: expect.stringMatching(/“元”.*“万元”/),
    en: expect.stringMatching(/“元”.*“10k yuan”/),
  })
})

test('what is no figure is refused: a dash, a formula, a decimal comma, an exponent, a word', () => {
  for (const text of ['—', '-', '=A1', '88,4', '1.234,5', '1e5', 'ca. 90', '1.2.3']) expect(readValueCell(text).ok, text).toBe(false)
})
