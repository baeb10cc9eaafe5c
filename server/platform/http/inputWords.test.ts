import { day, decimal, id } from '@milepost/contract/fields'
import { Refusal } from '@milepost/contract/refusals'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { parseInput } from './parseInput.ts'

const schema = z.object({
  day,
  decimal: decimal.optional(),
  id: id.optional(),
  name: z.string().min(2).max(4).optional(),
  list: z.array(z.int().min(1).max(9)).min(2).max(3).optional(),
  kind: z.enum(['a', 'b']).optional(),
  sure: z.boolean().optional(),
  either: z.union([z.object({ a: z.string() }), z.object({ b: z.number() })]).optional(),
})
function said(input: object): { pointer: string; zh: string; en: string }[] {
  try {
    parseInput(schema, { day: '2026-03-01', ...input })
    return []
  } catch (fault) {
    if (fault instanceof Refusal) return [...fault.fields]
    throw fault
  }
}

test.each([
  [{ day: undefined }, '此项必填。'],
  [{ day: '03/04/2026' }, '日期请按“年-月-日”书写，例如 2026-03-01。'],
  [{ decimal: '95公里' }, '“95公里”不是数值。只填数字，不带单位。'],
  [{ decimal: '0x10' }, '“0x10”不是数值。只填数字，不带单位。'],
  [{ decimal: '1.0123456789' }, '“1.0123456789”不能采用：整数最多 15 位，小数最多 9 位。'],
  [{ id: 'x' }, '所选内容已不存在，请刷新后重新选择。'],
  [{ name: 'x' }, '至少写 2 个字符。'],
  [{ name: 'xxxxx' }, '最多写 4 个字符。'],
  [{ list: [1] }, '至少要有 2 项。'],
  [{ list: [1, 2, 3, 4] }, '最多 3 项。'],
  [{ list: [0, 1] }, '不能小于 1。'],
  [{ list: [1, 10] }, '不能大于 9。'],
  [{ list: [1, 1.5] }, '请填写整数。'],
  [{ kind: 'c' }, '不在可选范围内，请重新选择。'],
  [{ sure: 'maybe' }, '请选择是或否。'],
  [{ either: { c: 1 } }, '此项不完整或不合要求，请核对后重填。'],
])('%j: a sentence a person can act on, without a word of the program', (input, zh) => {
  const fields = said(input)
  expect(fields.map((field) => field.zh)).toEqual([zh])
  expect(fields[0]?.en).toMatch(/^[A-Z“].*\.$/)
  expect(fields[0]?.en).not.toMatch(/expected|received|invalid|string|undefined/i)
})
