import { readFileSync } from 'node:fs'
import { exact, exactFromNumber, mul, toNumber } from '@milepost/exact/exact'
import { toDecimalString } from '@milepost/exact/rounding'
import { distressRatio } from '@milepost/pavement/distressRatio'
import { gradeOf } from '@milepost/pavement/grade'
import type { IndexValue } from '@milepost/pavement/indexResult'
import { mqi } from '@milepost/pavement/mqi'
import { networkRates } from '@milepost/pavement/network'
import type { DistressKind } from '@milepost/pavement/parameters'
import { pci } from '@milepost/pavement/pci'
import { pqi } from '@milepost/pavement/pqi'
import { pssi } from '@milepost/pavement/pssi'
import { pwi } from '@milepost/pavement/pwi'
import { rdi } from '@milepost/pavement/rdi'
import { rqi } from '@milepost/pavement/rqi'
import { sri } from '@milepost/pavement/sri'
import { tci } from '@milepost/pavement/tci'
import { z } from 'zod'
import { pavementStandard } from '../../library/schemas/pavement.ts'
import type { Answer } from './compare.ts'
import { numbers, textParam, whole } from './read.ts'
import type { Offers } from './runVectors.ts'
import type { Vector } from './vector.ts'

/** The parameters as shipped: the vectors check the content of the library along with the formulas. */
const shipped = pavementStandard.parse(
  JSON.parse(readFileSync(new URL('../../library/pavement/jtg5210-2018.json', import.meta.url), 'utf8')),
)
const road = shipped.parameters

/** Older standards are not in the library; their vectors try the same formulas with these parameters. */
const GRAVEL_2007 = { a0: '10.10', a1: '0.487' }
const RUTS_2007 = { shallowMillimetres: '20', deepMillimetres: '35', a0: '2', a1: '4' }
const GRADES = { 'road-excellent': '优', 'road-good': '良', 'road-fair': '中', 'road-poor': '次', 'road-bad': '差' } as const

const numberOf = (index: IndexValue): number | null => (index.kind === 'computed' ? toNumber(index.value) : null)
const each = (vector: Vector, field: string, index: (x: string) => IndexValue) =>
  numbers(vector, field).map((x) => numberOf(index(toDecimalString(exactFromNumber(x), 20))))
/** The curve of distress of the surface the vector names. */
const curveOf = (vector: Vector) =>
  ({ gravel: GRAVEL_2007, cement: road.pci.concrete })[textParam(vector, 'surface', 'asphalt')] ?? road.pci.asphalt
const gradeWord = (value: number): string => GRADES[gradeOf(String(value), road.grades).grade]

export const PAVEMENT_OFFERS: Offers = {
  'hw.pci': (vector) => {
    const curve = curveOf(vector)
    return { pci: each(vector, 'DR', (x) => pci(x, curve)) }
  },
  'hw.rqi': (vector) => ({
    rqi: each(vector, 'IRI', (x) => rqi(x, road.rqi[textParam(vector, 'roadClass') === 'class2-3-4' ? 'ordinary' : 'high'])),
  }),
  'hw.rdi': (vector) => ({
    rdi: each(vector, 'RD', (x) => rdi(x, textParam(vector, 'standard') === road.standard ? road.rdi : RUTS_2007)),
  }),
  'hw.sri': (vector) => ({ sri: each(vector, 'SFC', (x) => sri(x, road.sri)) }),
  'hw.pwi': (vector) => ({ pwi: each(vector, 'WR', (x) => pwi(x, road.pwi)) }),
  'hw.pssi': (vector) => ({ pssi: each(vector, 'SSR', (x) => pssi(x, road.pssi)) }),
  'hw.pqi': pavementIndex,
  'hw.mqi': (vector) => {
    const part = (name: string): string => String(whole(vector, name))
    const parts = { PQI: part('PQI'), SCI: part('SCI'), BCI: part('BCI'), TCI: part('TCI') }
    return { mqi: numberOf(mqi(parts, { weightsBasisPoints: road.mqi.weightsBasisPoints, partPlaces: null, heldAtZeroBy: [] })) }
  },
  'hw.grade': (vector) => ({ grade: numbers(vector, 'mqi').map(gradeWord) }),
  'hw.dr': distress,
  'hw.routeRollup': rollUp,
  'hw.tci3': facilities,
}

/** The 2018 weights are the library's; those of 2007 come with the vector. */
function pavementIndex(vector: Vector): Answer {
  const { kind, standard, weights } = z
    .object({ kind: z.string(), standard: z.string(), weights: z.record(z.string(), z.number()) })
    .parse(vector.params)
  const pavement = kind.startsWith('cement') ? road.pqi.concrete : road.pqi.asphalt
  const given = Object.fromEntries(
    Object.entries(weights).map(([part, weight]) => [part === 'SRI' ? 'PWI-or-SRI' : part, Math.round(weight * 10_000)]),
  )
  const weightsBasisPoints = standard === road.standard ? pavement[kind.endsWith('high') ? 'high' : 'ordinary'].weightsBasisPoints : given
  const parts = Object.fromEntries(Object.entries(vector.input).map(([part, value]) => [part, String(value)]))
  return { pqi: numberOf(pqi(parts, { weightsBasisPoints, skidPart: 'SRI', partPlaces: null })) }
}

/** The vector brings its own kinds of damage, each with its weight. */
function distress(vector: Vector): Answer {
  const items = z.array(z.object({ weight: z.number(), area: z.number() })).parse(vector.input.items)
  const kinds = items.map(
    ({ weight }, at): DistressKind => ({
      id: String(at),
      name: { zh: '', en: '' },
      measuredIn: 'm2',
      influenceWidth: null,
      weights: { any: String(weight) },
      verified: true,
      source: vector.source,
    }),
  )
  const damages = items.map(({ area }, at) => ({ kind: String(at), severity: 'any' as const, amount: String(area) }))
  const ratio = distressRatio({ damages, surveyedSquareMetres: String(whole(vector, 'pavementArea')) }, kinds)
  if (ratio.kind === 'undefined') return { cannot: ratio.because }
  return { dr: toNumber(ratio.percent), pci: numberOf(pci(ratio.percent, curveOf(vector))) }
}

function rollUp(vector: Vector): Answer {
  const units = z.array(z.object({ km: z.number(), mqi: z.number() })).parse(vector.input.units)
  const sections = units.map(({ km, mqi: value }, at) => {
    const { grade } = gradeOf(String(value), road.grades)
    const index = { kind: 'given', index: 'MQI', value: String(value), official: String(value), grade, evidence: {}, warnings: [] } as const
    return { section: String(at), lengthMetres: toDecimalString(mul(exactFromNumber(km), 1000), 9), index }
  })
  const rates = networkRates(sections)
  if (rates.kind === 'undefined') return { cannot: rates.because }
  return {
    meanMqi: toNumber(rates.mean.value),
    excellentRate: toNumber(rates.excellentRate.percent),
    goodOrBetterRate: toNumber(rates.goodOrBetterRate.percent),
    length: toNumber(exact(rates.assessedMetres)) / 1000,
  }
}

/** A practitioner's survey of three of the five kinds; in it ten metres of marking begun count as ten. */
function facilities(vector: Vector): Answer {
  const marking = { points: '1', per: '10', part: 'as-whole' } as const
  const kinds = road.tci.map((kind) => (kind.id === 'marking' ? { ...kind, deductions: { any: marking } } : kind))
  const found = (kind: string, severity: 'light' | 'heavy' | 'any', field: string) => ({
    kind,
    severity,
    amount: String(whole(vector, field)),
  })
  const damages = [
    found('barrier', 'light', 'guardLight'),
    found('barrier', 'heavy', 'guardHeavy'),
    found('sign', 'any', 'signs'),
    found('marking', 'any', 'markingMetres'),
  ]
  const value = tci({ kind: 'counted', surveyed: ['barrier', 'sign', 'marking'], damages }, '1000', { ...road, tci: kinds })
  if (value.kind !== 'computed') return { cannot: value.kind }
  return { deductions: ['barrier', 'sign', 'marking'].map((kind) => Number(value.evidence[kind])), tci: toNumber(value.value) }
}
