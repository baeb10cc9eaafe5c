import fc from 'fast-check'
import { expect, test } from 'vitest'
import { problemVerdicts } from './problemVerdicts.ts'
import { severity } from './severity.ts'

test.each([
  [5, 0, 'fine'],
  [4.2, 20, 'mild'],
  [4.21, 19.75, 'fine'],
  [3.6, 35, 'marked'],
  [3, 50, 'severe'],
  [1, 100, 'severe'],
])('a mean of %d is a severity of %d: %s', (mean, value, band) => {
  expect(severity(mean)).toMatchObject({ severity: expect.closeTo(value, 9), band })
})

test('a mean that is exactly at a cut belongs to the worse band, however its double was rounded', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2000 }), (fifths) => {
      const people = fifths * 5
      const mean = Array.from({ length: people }, (_, index) => (index % 5 < 3 ? 4 : 3)).reduce((sum, answer) => sum + answer / people, 0)
      expect(severity(mean).band).toBe('marked') // 3.6
      expect(severity(mean + 1 / (people * 12)).band).toBe('mild')
    }),
    { numRuns: 30 },
  )
})

test('two of three streams confirm, one makes suspect, none finds nothing', () => {
  const survey = { severity: 40, n: 100 }
  const interviews = { raised: 3, asked: 10 }
  const verdicts = problemVerdicts([
    { problem: 'P1', survey, interviews },
    { problem: 'P2', survey, interviews: { raised: 2, asked: 10 }, audit: { signal: 'green' } },
    { problem: 'P3', survey: { severity: 34, n: 100 }, audit: { signal: 'green' } },
    { problem: 'P4', survey: { severity: 34, n: 100 }, interviews, audit: { signal: 'red' } },
  ])
  expect(verdicts.map((one) => one.verdict)).toEqual(['confirmed', 'suspected', 'not-found', 'confirmed'])
  expect(verdicts[1]?.findings).toEqual({ survey: 'agrees', interviews: 'disagrees', audit: 'disagrees' })
})

test('a questionnaire alone never confirms', () => {
  expect(problemVerdicts([{ problem: 'P1', survey: { severity: 100, n: 300 } }])).toMatchObject([
    { verdict: 'suspected', n: 1, agreeing: 1 },
  ])
})

test('a stream that asked nobody was not run, which is not a no', () => {
  const [verdict] = problemVerdicts([{ problem: 'P1', survey: { severity: 0, n: 0 }, interviews: { raised: 0, asked: 0 } }])
  expect(verdict).toMatchObject({ verdict: 'not-examined', n: 0, findings: { survey: 'not-run', interviews: 'not-run', audit: 'not-run' } })
})

test('thirty percent is reached exactly at three of ten, in whole numbers', () => {
  const of = (raised: number, asked: number) => problemVerdicts([{ problem: 'P', interviews: { raised, asked } }])[0]?.findings.interviews
  expect([of(3, 10), of(6, 20), of(29, 97), of(30, 97)]).toEqual(['agrees', 'agrees', 'disagrees', 'agrees'])
})
