import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  cellText,
  choiceColumn,
  choiceColumnOr,
  dayColumn,
  decimalColumn,
  optionalDayColumn,
  optionalDecimalColumn,
  optionalTextColumn,
  optionalWholeColumn,
  textColumn,
  wholeColumn,
  YES_NO,
} from './cellKinds.ts'
import type { Cell } from './table.ts'

const given = { heading: { zh: '列', en: 'Column' }, example: '' }
const said = <T>(
  column: { read: (cell: Cell) => { ok: true; value: T } | { ok: false; message: { zh: string; en: string } } },
  cell: Cell,
) => {
  const reading = column.read(cell)
  return reading.ok ? reading.value : `wrong: ${reading.message.en}`
}

describe('decimals', () => {
  const number = decimalColumn(given)
  test.each([
    ['92.5', '92.5'],
    ['-0.50', '-0.5'],
    ['+3', '3'],
    ['007', '7'],
    ['1,234,567.8', '1234567.8'],
    ['９２．５', '92.5'],
    ['１，２３４', '1234'],
    [' 12 ', '12'],
    ['0', '0'],
    [0, '0'],
    [92.5, '92.5'],
    [0.1 + 0.2, '0.3'],
    [1.005, '1.005'],
    [1e15, 'wrong: “1000000000000000” is not a number. Enter digits only, without a unit.'],
    [999999999999999, '999999999999999'],
    [2 / 3, '0.666666667'],
    ['0.1234567891', '0.123456789'],
    [1e-7, '0.0000001'],
  ] as const)('%j is %s', (cell, expected) => expect(said(number, cell)).toBe(expected))

  test.each(['95%', '12 km', '80分', '1e5', '12-13', '约 5', '.5', '5.', '--1', '½', '٣', 'NaN', 'Infinity'])(
    '%s is refused with what to do',
    (cell) => expect(said(number, cell)).toBe(`wrong: “${cell}” is not a number. Enter digits only, without a unit.`),
  )

  test.each(['1,23', '0,123', '1234,567'])('%s may be meant either way, and is refused with how to write it', (cell) =>
    expect(said(number, cell)).toBe(
      `wrong: The comma in “${cell}” may be a thousands separator or a decimal point. Write it like 1234 or 12.34.`,
    ),
  )

  test('a number finer than nine places is rounded, but never to nothing', () => {
    expect(said(number, '0.0000000006')).toBe('0.000000001')
    expect(said(number, 1e-12)).toBe('wrong: “0.000000000001” is too small: at most 9 decimal places are kept.')
    expect(said(number, '0.0000000000')).toBe('0')
  })

  test('blank is nothing and 0 is 0', () => {
    expect(said(optionalDecimalColumn(given), null)).toBeNull()
    expect(said(optionalDecimalColumn(given), '  ')).toBeNull()
    expect(said(optionalDecimalColumn(given), 0)).toBe('0')
    expect(said(optionalDecimalColumn(given), '0')).toBe('0')
    expect(said(number, null)).toBe('wrong: This cell must be filled in.')
  })

  test('a number typed with up to 15 digits comes back digit by digit, as text and as the double a spreadsheet keeps', () => {
    const digits = fc.tuple(fc.integer({ min: 1, max: 999_999_999_999_999 }), fc.integer({ min: 0, max: 9 }), fc.boolean())
    fc.assert(
      fc.property(digits, ([whole, places, negative]) => {
        const text = String(whole).padStart(places + 1, '0')
        const typed = `${negative ? '-' : ''}${places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`}`
        const shortest = typed.includes('.') ? typed.replace(/\.?0+$/, '') : typed
        expect(said(number, typed)).toBe(shortest)
        expect(said(number, Number(typed))).toBe(shortest)
      }),
    )
  })

  test('reading what was read changes nothing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double({ noNaN: true, noDefaultInfinity: true })), (cell) => {
        const once = number.read(cell)
        return !once.ok || said(number, once.value) === once.value
      }),
    )
  })
})

describe('days', () => {
  const day = dayColumn(given)
  test.each([
    ['2026-03-01', '2026-03-01'],
    ['2026/3/1', '2026-03-01'],
    ['2026.3.1', '2026-03-01'],
    ['2026年3月1日', '2026-03-01'],
    ['2026 年 3 月 1 日', '2026-03-01'],
    ['２０２６－０３－０１', '2026-03-01'],
    [new Date('2026-03-01T00:00:00Z'), '2026-03-01'],
    [new Date('2026-03-01T18:30:00Z'), '2026-03-01'],
    ['2024-02-29', '2024-02-29'],
  ])('%j is %s', (cell, expected) => expect(said(day, cell)).toBe(expected))

  test.each(['03/04/2026', '1.3.2026', 'March 1, 2026', '26-3-1', '2026-02-30', '2026-13-01', '2025-02-29', '46082', '2026-3', '今天'])(
    '%s is refused with how to write it',
    (cell) =>
      expect(said(day, cell)).toBe(`wrong: “${cell}” is not a date we can be sure of. Write it as year-month-day, for example 2026-03-01.`),
  )

  test('a day a spreadsheet cannot mean is refused, not a fault of the program', () => {
    expect(said(day, new Date(Number.NaN))).toBe('wrong: This is not a date.')
    expect(said(day, new Date('+012026-03-01T00:00:00Z'))).toMatch(/^wrong/)
  })

  test('no day is no day', () => expect(said(optionalDayColumn(given), '')).toBeNull())
})

describe('text', () => {
  test.each(['=1+1', '=cmd|calc', '@SUM(A1)', ' =1'])('%s may be a formula and is refused', (cell) => {
    expect(said(textColumn(given), cell)).toMatch(/may be a formula/)
    expect(said(optionalTextColumn(given), cell)).toMatch(/may be a formula/)
  })

  test.each(['#DIV/0!', '#N/A', '#REF!', '#NAME?'])('%s is a formula that failed', (cell) =>
    expect(said(optionalTextColumn(given), cell)).toMatch(/gives the error/),
  )

  test('numbers and days in a text column are what the spreadsheet shows', () => {
    expect(said(textColumn(given), 1001)).toBe('1001')
    expect(said(textColumn(given), 110101199003)).toBe('110101199003')
    expect(said(textColumn(given), new Date('2026-03-01T00:00:00Z'))).toBe('2026-03-01')
    expect(said(textColumn(given), '#5 桥')).toBe('#5 桥')
  })

  test('too long is said with the limit', () => {
    expect(said(textColumn({ ...given, most: 3 }), '四个汉字')).toBe('wrong: The text is longer than 3 characters.')
  })

  test('every cell is read or refused, never thrown on', () => {
    const cell: fc.Arbitrary<Cell> = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.date({ noInvalidDate: false }),
    )
    fc.assert(fc.property(cell, (any) => typeof cellText(any).ok === 'boolean'))
  })
})

describe('choices and whole numbers', () => {
  const yesNo = choiceColumn({ ...given, choices: YES_NO })
  test('a choice is known by code, Chinese and English, in any case', () => {
    expect(['yes', '是', 'YES', ' no ', '否'].map((cell) => said(yesNo, cell))).toEqual(['yes', 'yes', 'yes', 'no', 'no'])
    expect(said(yesNo, '也许')).toBe('wrong: “也许” is not one of: yes, no.')
    expect(said(choiceColumnOr({ ...given, choices: YES_NO, otherwise: 'no' }), null)).toBe('no')
  })

  test('whole numbers', () => {
    expect(['12', '１２', 12, '-3', '1,000'].map((cell) => said(wholeColumn(given), cell))).toEqual([12, 12, 12, -3, 1000])
    expect(['1.5', 1.5, '1,00', '十', '12人'].every((cell) => String(said(wholeColumn(given), cell)).startsWith('wrong'))).toBe(true)
    expect(said(optionalWholeColumn(given), null)).toBeNull()
  })
})
