import { expect, test } from 'vitest'
import { fieldName } from './fieldNames.ts'

test('a field goes by its name on the screen, in both languages, with its place in a list', () => {
  expect(fieldName('/story/zh')).toEqual({ zh: '今年的情况（中文）', en: 'Story of the year (Chinese)' })
  expect(fieldName('/perspectives/2/weightBp')).toEqual({ zh: '权重（第 3 项）', en: 'Weight (no. 3)' })
  expect(fieldName('/reason')).toEqual({ zh: '理由', en: 'Reason' })
})

test('what no screen has a name for gets none, rather than the word of the program', () => {
  expect(fieldName('/xyzzy')).toBeNull()
  expect(fieldName('/')).toBeNull()
  expect(fieldName('/constructor')).toBeNull()
})
