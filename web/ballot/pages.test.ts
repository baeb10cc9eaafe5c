import type { Instrument, InstrumentItem } from '@milepost/contract/diagnose/instrument'
import { expect, test } from 'vitest'
import { placeOf } from './asked.ts'
import { missingOf, pagesOf, progressOf, unreadableOf } from './pages.ts'

const item = (code: string, more: Partial<InstrumentItem> = {}): InstrumentItem => ({
  code,
  kind: 'scale',
  construct: null,
  link: null,
  reverse: false,
  text: { zh: code, en: code },
  ...more,
})
const sheet = (items: InstrumentItem[], blocks?: Instrument['blocks']): Instrument => ({
  scale: { least: 1, most: 5, points: [], notApplicable: { zh: '', en: '' } },
  constructs: [],
  items,
  blocks,
  leastCell: 5,
  severityBands: [],
})

test('44 questions make six pages of at most eight, none of them nearly empty', () => {
  const pages = pagesOf(sheet(Array.from({ length: 44 }, (_, at) => item(`Q${at}`))), 1)
  expect(pages.map((page) => page.items.length)).toEqual([8, 8, 8, 8, 8, 4])
  expect(pagesOf(sheet(Array.from({ length: 9 }, (_, at) => item(`Q${at}`))), 1).map((page) => page.items.length)).toEqual([5, 4])
})

test('a shuffled block keeps its order for one respondent and differs between respondents', () => {
  const block = sheet(
    Array.from({ length: 8 }, (_, at) => item(`Q${at}`, { block: 'a' })),
    [{ code: 'a', title: { zh: '', en: '' }, shuffle: true }],
  )
  const order = (seed: number) =>
    pagesOf(block, seed)
      .flatMap((page) => page.items.map((one) => one.code))
      .join()
  expect(order(7)).toBe(order(7))
  expect(new Set([1, 2, 3, 4, 5].map(order)).size).toBeGreaterThan(1)
  expect([...order(7).split(',')].sort()).toEqual([...order(8).split(',')].sort())
})

test('a question that is not asked is neither missing nor part of the progress', () => {
  const pages = pagesOf(sheet([item('A', { required: true }), item('B', { required: true, showIf: { item: 'A', among: ['1'] } })]), 1)
  const [page] = pages
  if (!page) throw new Error('no page')
  expect(missingOf(page, new Map())).toEqual(['A'])
  expect([missingOf(page, new Map([['A', '5']])), progressOf(pages, new Map([['A', '5']]))]).toEqual([[], 100])
  expect([missingOf(page, new Map([['A', '1']])), progressOf(pages, new Map([['A', '1']]))]).toEqual([['B'], 50])
})

test('the token is read from behind the hash, and a link without one is an open link', () => {
  expect(placeOf({ pathname: '/b/CZGL/0190', hash: '#abcdefghijklmnopqrstuv' })).toEqual({
    institution: 'CZGL',
    waveId: '0190',
    token: 'abcdefghijklmnopqrstuv',
  })
  expect(placeOf({ pathname: '/b/CZGL/0190', hash: '' })?.token).toBeNull()
  expect(placeOf({ pathname: '/b/', hash: '' })).toBeNull()
})

test('a number item with words in it is seen before anything is signed or sent', () => {
  const [page] = pagesOf(sheet([item('N', { kind: 'number' })]), 1)
  if (!page) throw new Error('no page')
  const seen = (value: string) => unreadableOf(page, new Map([['N', value]]))
  expect([seen(''), seen('12'), seen('-3.5'), seen('abc'), seen('十二'), seen('1.2.3')]).toEqual([[], [], [], ['N'], ['N'], ['N']])
})

test('a number outside its bounds is held up on its own page; the bounds themselves can be meant', () => {
  const [page] = pagesOf(sheet([item('N', { kind: 'number', least: 0, most: 45 })]), 1)
  if (!page) throw new Error('no page')
  const seen = (value: string) => unreadableOf(page, new Map([['N', value]]))
  expect([seen('0'), seen('45'), seen('-1'), seen('45.5'), seen('450')]).toEqual([[], [], ['N'], ['N'], ['N']])
})
