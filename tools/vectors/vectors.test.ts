import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { OFFERS } from './offers.ts'
import { runVectors } from './runVectors.ts'
import { readVectors } from './vector.ts'

const folder = resolve(import.meta.dirname, '../../../shared/vectors')
const outcomes = existsSync(folder) ? runVectors(readVectors(folder), OFFERS).filter((outcome) => outcome.verdict !== 'not-offered') : []

const own = runVectors(readVectors(resolve(import.meta.dirname, 'own')), OFFERS)

describe('vectors on data of our own, computed in R (own/compute.R)', () => {
  test.each(own.map((outcome) => [`${outcome.vector.file} ${outcome.vector.name}`, outcome] as const))('%s', (_, outcome) => {
    const { wrong, thrown, notOffered, verdict } = outcome
    expect({ wrong, thrown, notOffered, verdict }).toEqual({ wrong: [], thrown: undefined, notOffered: [], verdict: 'passed' })
  })
})

describe.skipIf(!existsSync(folder))('reference vectors (../shared/vectors beside the repository)', () => {
  test('the packages answer at least the functions they answered before', () => {
    expect(new Set(outcomes.map((outcome) => outcome.vector.fn)).size).toBeGreaterThanOrEqual(Object.keys(OFFERS).length)
  })
  test.each(outcomes.map((outcome) => [`${outcome.vector.file} ${outcome.vector.name}`, outcome] as const))('%s', (_, outcome) => {
    expect({ wrong: outcome.wrong, thrown: outcome.thrown }).toEqual({ wrong: [], thrown: undefined })
  })
})
