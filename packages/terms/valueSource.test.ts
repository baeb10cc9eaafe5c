import { expect, test } from 'vitest'
import { valueSourceWords } from './valueSource.ts'

test('a source is told in the language of the reader; one that is not known stays as it is', () => {
  expect(valueSourceWords('file values-2025Q4.csv, row 12')).toEqual({
    zh: '文件“values-2025Q4.csv”第 12 行',
    en: 'file “values-2025Q4.csv”, row 12',
  })
  expect(valueSourceWords('wave 公路使用者满意度 2025H2').zh).toBe('问卷调查“公路使用者满意度 2025H2”')
  expect(valueSourceWords('entry').en).toBe('typed in')
  expect(valueSourceWords('meter 7')).toEqual({ zh: 'meter 7', en: 'meter 7' })
})
