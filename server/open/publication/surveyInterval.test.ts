import { expect, test } from 'vitest'
import { surveyInterval } from './surveyInterval.ts'

test('the interval of a survey figure is that of answers at the ends of the scale (Wilson: 81 of 263 is 0.2553 to 0.3662)', () => {
  // Newcombe (1998), Statistics in Medicine 17, table I: 81/263, method 3
  expect(surveyInterval(String((81 / 263) * 100), 263, 2)).toEqual({ low: '25.53', high: '36.62' })
})

test('more answers narrow it; a figure that is none, or off the scale, has none', () => {
  const width = (n: number) => {
    const found = surveyInterval('72', n, 4)
    return found ? Number(found.high) - Number(found.low) : null
  }
  expect(Number(width(1000))).toBeLessThan(Number(width(100)))
  expect([surveyInterval(null, 50, 1), surveyInterval('72', null, 1), surveyInterval('120', 50, 1)]).toEqual([null, null, null])
})
