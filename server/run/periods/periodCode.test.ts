import { expect, test } from 'vitest'
import { daysAfter, periodsOfYear, readPeriodCode } from './periodCode.ts'

test('the periods of a year cover it without a gap or an overlap', () => {
  for (const kind of ['year', 'half', 'quarter', 'month'] as const) {
    const periods = periodsOfYear(2024, kind)
    expect(periods[0]?.startsOn).toBe('2024-01-01')
    expect(periods.at(-1)?.endsOn).toBe('2024-12-31')
    for (const [at, period] of periods.entries()) if (at > 0) expect(period.startsOn).toBe(daysAfter(periods[at - 1]?.endsOn ?? '', 1))
  }
  expect(periodsOfYear(2024, 'month')[1]?.endsOn).toBe('2024-02-29')
})

test('a period is read as an office writes it', () => {
  const read = (text: string) => {
    const reading = readPeriodCode(text)
    return reading.ok ? reading.value : null
  }
  for (const text of ['2026Q3', '2026-Q3', '2026q3', '2026年第三季度', '2026年3季度', '２０２６Ｑ３']) expect(read(text)).toBe('2026Q3')
  for (const text of ['2026-07', '2026年7月', '2026年07月份', '2026-07-01']) expect(read(text)).toBe('2026-07')
  for (const text of ['2026H1', '2026年上半年']) expect(read(text)).toBe('2026H1')
  for (const text of ['2026', '2026年', '2026年度']) expect(read(text)).toBe('2026')
})

test('a period in a foreign form is refused with the form to write', () => {
  for (const text of ['07/2026', '03/04/2026', 'Jul 2026', '2026-13', '2026Q5', '26Q1', '2026-07-15', 'Q1']) {
    const reading = readPeriodCode(text)
    expect(reading.ok, text).toBe(false)
    if (!reading.ok) expect(reading.message.en).toContain('2026Q1')
  }
})
