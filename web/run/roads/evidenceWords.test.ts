import { expect, test } from 'vitest'
import type { AssessedIndex } from './assessed.ts'
import { evidenceWords } from './evidenceWords.ts'

const computed = (evidence: Record<string, string | number>): AssessedIndex =>
  ({ kind: 'computed', index: 'PQI', value: '85', official: '85.00', grade: 'road-good', evidence, warnings: [] }) as AssessedIndex

test('what an index was computed from is said in the words of the standard, weights as shares', () => {
  expect(evidenceWords(computed({ PCI: '85.2 × 3500 bp', RQI: '91/3 × 4000 bp' }))).toEqual({
    zh: 'PCI 85.2 × 35% · RQI 30.33 × 40%',
    en: 'PCI 85.2 × 35% · RQI 30.33 × 40%',
  })
  expect(evidenceWords(computed({ iriMetresPerKilometre: '2.1', a0: '0.026' })).zh).toBe(
    '国际平整度指数 IRI（m/km） 2.1 · 标定系数 a0 0.026',
  )
  expect(evidenceWords(computed({ '1 bridge 清河桥': 'class-2' })).en).toBe('bridge 清河桥 class-2')
})

test('why there is no value is said without a word of the program', () => {
  const gap = { kind: 'undefined', index: 'PQI', because: 'missing-part', parts: ['RQI', 'RDI'] } as unknown as AssessedIndex
  expect(evidenceWords(gap)).toEqual({ zh: '缺少分项： RQI, RDI', en: 'parts missing: RQI, RDI' })
  expect(
    evidenceWords({ kind: 'undefined', index: 'PCI', because: 'not-surveyed', note: 'blank in the file' } as unknown as AssessedIndex).zh,
  ).toBe('未调查')
})
