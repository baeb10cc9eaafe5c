import { expect, test } from 'vitest'
import { guessed, isReady, sentMapping } from './mapping.ts'

test('headings that an office writes are recognised, whatever their order, case and spaces', () => {
  const mapping = guessed(['备注', '部门', ' 指标 编码*', '季度', '完成值'], [])
  expect(mapping.headings).toEqual({ note: '备注', scope: '部门', measureCode: ' 指标 编码*', periodCode: '季度', value: '完成值' })
  expect(isReady(mapping)).toBe(true)
  expect(sentMapping(mapping)).toEqual({ headings: mapping.headings })
})

test('columns headed by the codes of measures make a wide table', () => {
  const mapping = guessed(['district', 'year', 'PS01 good ride', 'IP10', 'miles'], [{ code: 'PS01' }, { code: 'IP10' }])
  expect(mapping).toMatchObject({
    way: 'wide',
    wide: { unitColumn: 'district', periodColumn: 'year', columns: { 'PS01 good ride': 'PS01', IP10: 'IP10' } },
  })
  expect(isReady(mapping)).toBe(true)
})

test('a file that says too little cannot be read yet', () => {
  expect(isReady(guessed(['a', 'b'], []))).toBe(false)
})
