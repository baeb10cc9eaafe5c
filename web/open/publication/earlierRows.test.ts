import { expect, test } from 'vitest'
import { earlierText, readEarlier } from './earlierRows.ts'

const measures = [{ code: 'PS01', name: { zh: '优良路率', en: 'Good roads' } }]
const source = { zh: '2024 年统计年报', en: 'Statistics 2024' }

test('rows pasted from a spreadsheet or typed with commas are read, by code or by name; what cannot be read is named by its line', () => {
  const typed =
    'PS01\t2023\t84.1\t2024 年统计年报\tStatistics 2024\n\n优良路率，2024，85.9，2024 年统计年报\nNONE\t2024\t1\t年报\nPS01\t24\t1\t年报\nPS01\t2024\t八十\t年报\nPS01\t2024\t80'
  expect(readEarlier(typed, measures)).toEqual({
    earlier: [
      { code: 'PS01', year: 2023, actual: '84.1', source },
      { code: 'PS01', year: 2024, actual: '85.9', source: { ...source, en: '' } },
    ],
    unread: [4, 5, 6, 7],
  })
})

test('what was said last is read again as it was', () => {
  const earlier = [{ code: 'PS01', year: 2023, actual: '84.1', source }]
  expect(readEarlier(earlierText(earlier), measures)).toEqual({ earlier, unread: [] })
})
