import { type Exact, exact } from '@milepost/exact/exact'
import type { Band, Scheme } from './card.ts'

/** 优 from 90, 良 from 80, 中 from 60, 差 below: the bands of budget self-evaluation, half-open on the official score. */
export const DEFAULT_BANDS: Band[] = [
  { code: 'A', name: { zh: '优', en: 'Very good' }, from: '90' },
  { code: 'B', name: { zh: '良', en: 'Good' }, from: '80' },
  { code: 'C', name: { zh: '中', en: 'Fair' }, from: '60' },
  { code: 'D', name: { zh: '差', en: 'Poor' }, from: '0' },
]

export const DEFAULT_SCHEME: Required<Scheme> = {
  notApplicable: 'siblings',
  floor: '0',
  cap: '100',
  parentCap: '100',
  coverageGateBp: 7000,
  notApplicableGateBp: 3000,
  admittedByCommittee: {},
  bands: DEFAULT_BANDS,
  bonusCap: '0',
  strict100: true,
  minN: 30,
}

/** A scheme with every choice made: those given, and the defaults of this file for the rest. */
export const schemeOf = (chosen: Scheme = {}): Required<Scheme> => ({
  ...DEFAULT_SCHEME,
  ...Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== undefined)),
})

/** Basis points as a share of one. */
export const shareOfBp = (bp: number): Exact => exact(bp).div(10000n, 1n)
