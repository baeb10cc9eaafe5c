import { existsSync, readFileSync } from 'node:fs'
import { exact } from '@milepost/exact/exact'
import { describe, expect, test } from 'vitest'
import { ruleFromTriple, type Triple } from './ruleFromTriple.ts'
import { scoreMeasure } from './scoreMeasure.ts'
import { compileRule } from './scoringFunctions.ts'

const scores = (triple: Triple, actuals: string[], cap = '120') => {
  const made = ruleFromTriple(triple)
  if (made.kind === 'refused') return made.because
  return actuals.map((x) => {
    const result = scoreMeasure({ kind: 'figure', value: exact(x) }, made.rule, { cap })
    return result.kind === 'scored' ? result.official : result.because
  })
}

test('a band target "95-100" with floor 85 is full inside and falls to 0 ten away on either side', () => {
  expect(
    scores({ direction: 'band', floor: '85', target: '95-100', stretch: '100' }, ['85', '90', '95', '97', '100', '105', '110']),
  ).toEqual(['0.00', '50.00', '100.00', '100.00', '100.00', '50.00', '0.00'])
})

test('a band target "±5" with floor "±20" is a distance to either side of zero', () => {
  expect(scores({ direction: 'band', floor: '±20', target: '±5', stretch: '±3' }, ['-20', '-12.5', '0', '5', '20'])).toEqual([
    '0.00',
    '50.00',
    '100.00',
    '100.00',
    '0.00',
  ])
})

test('triples that cannot be read are refused by name', () => {
  expect(scores({ direction: 'up', floor: '', target: '9', stretch: '9' }, [])).toBe('not-a-number')
  expect(scores({ direction: 'band', floor: '97', target: '95-100', stretch: '' }, [])).toBe('floor-inside-range')
  expect(scores({ direction: 'band', floor: '85', target: 'about 9', stretch: '' }, [])).toBe('band-without-range')
})

const library = new URL('../../../shared/dossier/domain-data/indicators.json', import.meta.url)
describe.skipIf(!existsSync(library))('the 70 measures of the dossier', () => {
  test('every floor/target/stretch compiles, with 100 at the target', () => {
    const { indicators }: { indicators: { id: string; direction: Triple['direction']; default: Omit<Triple, 'direction'> }[] } = JSON.parse(
      readFileSync(library, 'utf8'),
    )
    expect(indicators.length).toBe(70)
    for (const { id, direction, default: figures } of indicators) {
      const made = ruleFromTriple({ direction, ...figures })
      expect(made.kind === 'rule' && compileRule(made.rule).kind, id).toBe('line')
      const target = /[-±]/.test(figures.target) ? figures.target.replace('±', '').split('-')[0]! : figures.target
      expect(scores({ direction, ...figures }, [target]), id).toEqual(['100.00'])
    }
  })
})
