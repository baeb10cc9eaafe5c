import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { distressRatio } from './distressRatio.ts'
import { gradeOf } from './grade.ts'
import type { IndexValue } from './indexResult.ts'
import { mqi } from './mqi.ts'
import { networkRates } from './network.ts'
import type { DistressKind } from './parameters.ts'
import { pci } from './pci.ts'
import { pqi } from './pqi.ts'
import { pssi } from './pssi.ts'
import { pwi } from './pwi.ts'
import { rdi } from './rdi.ts'
import { rqi } from './rqi.ts'
import { sri } from './sri.ts'
import { tci } from './tci.ts'
import { jtg5210 } from './testing/parameters.ts'

/** Results computed outside this project (R, public practitioner code); they stand beside the repository and are not part of it. */
const file = fileURLToPath(new URL('../../../shared/vectors/highway/jtg5210.json', import.meta.url))

type Vector = {
  name: string
  fn: string
  input: Record<string, unknown>
  params: Record<string, unknown>
  expected: Record<string, unknown>
  tolerance: { abs: number }
}

const curves = {
  asphalt: jtg5210.pci.asphalt,
  cement: jtg5210.pci.concrete,
  gravel: { a0: '10.10', a1: '0.487' },
} as const
const ruts = {
  'JTG 5210-2018': jtg5210.rdi,
  'JTG H20-2007': { shallowMillimetres: '20', deepMillimetres: '35', a0: '2', a1: '4' },
} as const
const gradeNames = { 'road-excellent': '优', 'road-good': '良', 'road-fair': '中', 'road-poor': '次', 'road-bad': '差' } as const

describe.skipIf(!existsSync(file))(
  'reference vectors of the road-condition standard (skipped where the reference folder is missing)',
  () => {
    const vectors: readonly Vector[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
    for (const vector of vectors)
      test(vector.name, () => {
        const actual = answer(vector)
        for (const [name, expected] of Object.entries(vector.expected)) {
          if (Array.isArray(expected) && typeof expected[0] === 'number')
            expectClose(numbers(actual[name]), numbers(expected), vector.tolerance.abs)
          else if (typeof expected === 'number') expectClose([Number(actual[name])], [expected], vector.tolerance.abs)
          else expect(actual[name]).toEqual(expected)
        }
      })
  },
)

function expectClose(actual: readonly number[], expected: readonly number[], tolerance: number): void {
  expect(actual).toHaveLength(expected.length)
  for (const [at, value] of expected.entries())
    expect(Math.abs((actual[at] ?? Number.NaN) - value)).toBeLessThanOrEqual(Math.max(tolerance, 1e-9 * Math.abs(value)))
}

function numbers(value: unknown): number[] {
  if (!Array.isArray(value)) throw new TypeError('a list of numbers was expected')
  return value.map(Number)
}

function valueOfIndex(value: IndexValue): number {
  return value.kind === 'computed' ? Number(value.value) : Number.NaN
}

function each(values: unknown, index: (x: string) => IndexValue): number[] {
  return numbers(values).map((value) => valueOfIndex(index(String(value))))
}

function answer({ fn, input, params }: Vector): Record<string, unknown> {
  const text = (name: string) => String(input[name])
  switch (fn) {
    case 'hw.pci':
      return {
        pci: each(input.DR, (x) =>
          pci(x, curves[params.surface === 'cement' ? 'cement' : params.surface === 'gravel' ? 'gravel' : 'asphalt']),
        ),
      }
    case 'hw.rqi':
      return { rqi: each(input.IRI, (x) => rqi(x, jtg5210.rqi[params.roadClass === 'class2-3-4' ? 'ordinary' : 'high'])) }
    case 'hw.rdi':
      return { rdi: each(input.RD, (x) => rdi(x, ruts[params.standard === 'JTG H20-2007' ? 'JTG H20-2007' : 'JTG 5210-2018'])) }
    case 'hw.sri':
      return { sri: each(input.SFC, (x) => sri(x, jtg5210.sri)) }
    case 'hw.pwi':
      return { pwi: each(input.WR, (x) => pwi(x, jtg5210.pwi)) }
    case 'hw.pssi':
      return { pssi: each(input.SSR, (x) => pssi(x, jtg5210.pssi)) }
    case 'hw.pqi': {
      const weights = Object.entries(params.weights ?? {}).map(([part, weight]) => [
        part === 'SRI' ? 'PWI-or-SRI' : part,
        Math.round(Number(weight) * 10_000),
      ])
      const parts = Object.fromEntries(Object.entries(input).map(([part, value]) => [part, String(value)]))
      return { pqi: valueOfIndex(pqi(parts, { weightsBasisPoints: Object.fromEntries(weights), skidPart: 'SRI', partPlaces: null })) }
    }
    case 'hw.mqi': {
      const parts = { PQI: text('PQI'), SCI: text('SCI'), BCI: text('BCI'), TCI: text('TCI') }
      return { mqi: valueOfIndex(mqi(parts, { weightsBasisPoints: jtg5210.mqi.weightsBasisPoints, partPlaces: null, heldAtZeroBy: [] })) }
    }
    case 'hw.grade':
      return { grade: numbers(input.mqi).map((value) => gradeNames[gradeOf(String(value), jtg5210.grades).grade]) }
    case 'hw.dr':
      return distress(input)
    case 'hw.routeRollup':
      return rollUp(input)
    case 'hw.tci3':
      return facilities(input)
    default:
      throw new RangeError(`no answer to ${fn}`)
  }
}

function distress(input: Record<string, unknown>): Record<string, unknown> {
  const items = Array.isArray(input.items) ? input.items : []
  const kinds: DistressKind[] = items.map((item, at) => ({
    id: String(at),
    name: { zh: '', en: '' },
    measuredIn: 'm2',
    influenceWidth: null,
    weights: { any: String(item.weight) },
    verified: true,
    source: '',
  }))
  const damages = items.map((item, at) => ({ kind: String(at), severity: 'any' as const, amount: String(item.area) }))
  const ratio = distressRatio({ damages, surveyedSquareMetres: String(input.pavementArea) }, kinds)
  const percent = ratio.kind === 'ratio' ? ratio.percent : ratio.because
  return { dr: Number(percent), pci: valueOfIndex(pci(percent, jtg5210.pci.asphalt)) }
}

function rollUp(input: Record<string, unknown>): Record<string, unknown> {
  const units = Array.isArray(input.units) ? input.units : []
  const rates = networkRates(
    units.map(({ km, mqi: value }, at) => ({
      section: String(at),
      lengthMetres: String(Math.round(km * 1000)),
      index: {
        kind: 'given',
        index: 'MQI',
        value: String(value),
        official: String(value),
        grade: gradeOf(String(value), jtg5210.grades).grade,
        evidence: {},
        warnings: [],
      },
    })),
  )
  if (rates.kind === 'undefined') return {}
  const decimal = (fraction: string) =>
    fraction
      .split('/')
      .map(Number)
      .reduce((above, below) => above / below)
  return {
    meanMqi: decimal(rates.mean.value),
    excellentRate: decimal(rates.excellentRate.percent),
    goodOrBetterRate: decimal(rates.goodOrBetterRate.percent),
    length: Number(rates.assessedMetres) / 1000,
  }
}

/** The three-kind survey: barriers, signs and markings, of which ten metres begun count as ten. */
function facilities(input: Record<string, unknown>): Record<string, unknown> {
  const kinds = jtg5210.tci.map((kind) =>
    kind.id === 'marking' ? { ...kind, deductions: { any: { points: '1', per: '10', part: 'as-whole' as const } } } : kind,
  )
  const damages = [
    { kind: 'barrier', severity: 'light' as const, amount: String(input.guardLight) },
    { kind: 'barrier', severity: 'heavy' as const, amount: String(input.guardHeavy) },
    { kind: 'sign', severity: 'any' as const, amount: String(input.signs) },
    { kind: 'marking', severity: 'any' as const, amount: String(input.markingMetres) },
  ]
  const value = tci({ kind: 'counted', surveyed: ['barrier', 'sign', 'marking'], damages }, '1000', { ...jtg5210, tci: kinds })
  if (value.kind !== 'computed') return {}
  const { barrier, sign, marking } = value.evidence
  return {
    deductions: [barrier, sign, marking].map(Number),
    tci: value.value
      .split('/')
      .map(Number)
      .reduce((above, below) => above / below),
  }
}
