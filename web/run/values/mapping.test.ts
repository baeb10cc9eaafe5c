import { expect, test } from 'vitest'
import { guessed, isReady } from './mapping.ts'

test('columns headed by the codes of measures, the unit and the period are recognised, whatever their case and spaces', () => {
  const mapping = guessed(['District', ' 年 份*', 'PS01 good ride', 'ip10', 'miles', 'remark'], [{ code: 'PS01' }, { code: 'IP10' }])
  expect(mapping).toEqual({
    ...{ unitColumn: 'District', periodColumn: ' 年 份*', weightColumn: 'miles', nColumn: null },
    columns: { 'PS01 good ride': 'PS01', ip10: 'IP10' },
  })
  expect(isReady(mapping)).toBe(true)
})

test('a table that names no measure or no period cannot be read yet', () => {
  expect(isReady(guessed(['a', 'b'], [{ code: 'PS01' }]))).toBe(false)
  expect(isReady(guessed(['PS01'], [{ code: 'PS01' }]))).toBe(false)
})
