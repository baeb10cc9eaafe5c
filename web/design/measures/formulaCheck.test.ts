import type { LibraryEntry } from '@milepost/contract/design/measures'
import { expect, test } from 'vitest'
import { checkFormula } from './formulaCheck.ts'

const entry = (code: string, unit: string, calculation = '') =>
  ({ code, unit: { zh: unit, en: unit }, definition: { calculation } }) as LibraryEntry
const library = [entry('KM', 'km'), entry('YUAN', '元'), entry('B', 'km', 'A + KM')]
const check = (calculation: string, unit = 'km', code = 'A') => checkFormula({ code, unit, calculation }, library)

test('a sound formula names what it rests on, nothing typed is no fault', () => {
  expect(check('KM * 2')).toEqual({ kind: 'sound', measures: ['KM'] })
  expect(check('YUAN / KM', '元/km')).toMatchObject({ kind: 'sound' })
  expect(check('  ')).toEqual({ kind: 'none' })
  expect(check('KM + KM', 'km', '')).toMatchObject({ kind: 'sound' })
})

test('kilometres added to yuan, a circle and an unfinished formula are told with their place while they are typed', () => {
  expect(check('KM + YUAN')).toMatchObject({ kind: 'wrong', at: 3 })
  expect(check('B * 2')).toMatchObject({ kind: 'wrong', more: expect.stringContaining('→') })
  expect(check('KM / 0')).toMatchObject({ kind: 'wrong', at: 3, message: { zh: '除数恒为 0，公式永远没有结果' } })
  expect(check('KM +')).toMatchObject({ kind: 'wrong', message: { en: 'The formula ends too early' } })
})
