import { expect, test } from 'vitest'
import { type Details, REFUSALS, Refusal, type RefusalCode, refusalText } from './refusals.ts'

const CODES = Object.keys(REFUSALS) as RefusalCode[]
/** Every detail is there: what the sentence does not ask for does not matter. */
const anything = new Proxy({}, { get: (_target, name) => `<${String(name)}>` }) as Details

test.each(CODES)('%s has a status of the 4xx or 5xx kind and a sentence in both languages', (code) => {
  const [zh, en] = [REFUSALS[code].zh(anything), REFUSALS[code].en(anything)]
  expect(REFUSALS[code].status).toBeGreaterThanOrEqual(400)
  expect(REFUSALS[code].status).toBeLessThan(600)
  expect(zh).toMatch(/\p{Script=Han}/u)
  expect(zh.trim()).toMatch(/[。！？”）]$/u)
  expect(en).not.toMatch(/\p{Script=Han}/u)
  expect(en.trim()).toMatch(/[.?]$/)
  expect(zh + en).not.toMatch(/!|！|undefined|\[object/)
})

test.each(CODES)('%s tells the same facts in both languages', (code) => {
  const asked = (language: 'zh' | 'en') => {
    const names = new Set<string>()
    const record = (_target: object, name: string | symbol) => {
      names.add(String(name).replace(/En$|^zh$|^en$/, ''))
      return '?'
    }
    REFUSALS[code][language](new Proxy({}, { get: record }) as Details)
    return [...names].sort()
  }
  expect(asked('en')).toEqual(asked('zh'))
})

test('a list in a sentence is read out, not shown as code', () => {
  expect(refusalText('column-missing', { columns: ['姓名 / Name'], found: ['工号', '部门'] })).toEqual({
    zh: '缺少列：姓名 / Name。文件中有：工号、部门。',
    en: 'Missing columns: 姓名 / Name. The file has: 工号, 部门.',
  })
})

test('a refusal carries its code, its details and the fields that are wrong', () => {
  const field = { pointer: '/name', zh: '必填', en: 'needed' }
  expect(new Refusal('input-invalid', { count: 1 }, [field])).toMatchObject({
    code: 'input-invalid',
    details: { count: 1 },
    fields: [field],
  })
})
