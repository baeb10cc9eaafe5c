import { expect, test } from 'vitest'
import { blocksOf, isAsked } from './asking.ts'
import { compareInstruments } from './compareInstruments.ts'
import type { Instrument, InstrumentItem } from './instrument.ts'
import { instrumentFaults } from './instrumentFaults.ts'

const item = (code: string, more: Partial<InstrumentItem> = {}): InstrumentItem => ({
  code,
  kind: 'scale',
  construct: null,
  link: null,
  reverse: false,
  text: { zh: code, en: code },
  ...more,
})
const sheet = (items: InstrumentItem[], more: Partial<Instrument> = {}): Instrument => ({
  scale: { least: 1, most: 5, points: [], notApplicable: { zh: '不适用', en: 'n/a' } },
  constructs: [{ code: 'C', kind: 'other', name: { zh: '构念', en: 'Construct' } }],
  items,
  leastCell: 5,
  severityBands: [],
  ...more,
})
const at = (of: Instrument) => instrumentFaults(of).map((one) => one.pointer)

test('versions are compared item by item: same, other words, other scale, new, dropped', () => {
  const before = sheet([item('A'), item('B'), item('C'), item('D')])
  const after = sheet([item('A'), item('B', { text: { zh: '另一句', en: 'other' } }), item('C', { reverse: true }), item('E')])
  expect(compareInstruments(before, after).map((one) => [one.code, one.change])).toEqual([
    ['A', 'same'],
    ['B', 'wording'],
    ['C', 'scale'],
    ['E', 'new'],
    ['D', 'dropped'],
  ])
})

test('a scale of another width changes every item on it, though its words are the same', () => {
  const after = sheet([item('A')], { scale: { least: 1, most: 7, points: [], notApplicable: { zh: '', en: '' } } })
  expect(compareInstruments(sheet([item('A')]), after)[0]?.change).toBe('scale')
})

test('other bounds of a number are another way of answering', () => {
  const years = (most: number) => sheet([item('A', { kind: 'number', least: 0, most })])
  expect(compareInstruments(years(45), years(60))[0]?.change).toBe('scale')
  expect(compareInstruments(years(45), years(45))[0]?.change).toBe('same')
})

test('what would make answers unreadable is named with its place', () => {
  expect(at(sheet([item('A'), item('A')]))).toEqual(['/items/1/code'])
  expect(at(sheet([item('A', { kind: 'ranking', options: [] })]))).toEqual(['/items/0/options'])
  expect(at(sheet([item('A', { kind: 'date', reverse: true })]))).toEqual(['/items/0/reverse'])
  expect(at(sheet([item('A', { expected: 9 })]))).toEqual(['/items/0/expected'])
  expect(at(sheet([item('A', { kind: 'number', least: 10, most: 1 })]))).toEqual(['/items/0/most'])
  expect(at(sheet([item('A', { showIf: { item: 'B', among: ['1'] } }), item('B')]))).toEqual(['/items/0/showIf'])
  expect(at(sheet([item('A')]))).toEqual([])
})

test('a construct whose items have different ranges has no mean, so it cannot be frozen', () => {
  const scales = [{ code: 'seven', name: { zh: '七点', en: 'Seven' }, least: 1, most: 7, points: [], notApplicable: null }]
  const mixed = sheet([item('A', { construct: 'C' }), item('B', { construct: 'C', scale: 'seven' })], { scales })
  expect(at(mixed)).toEqual(['/constructs/0'])
})

test('branching: an item is asked of those who gave one of the answers, also among several', () => {
  const asked = { showIf: { item: 'A', among: ['4', '5'] } }
  expect(isAsked(asked, new Map([['A', '5']]))).toBe(true)
  expect(isAsked(asked, new Map([['A', '3']]))).toBe(false)
  expect(isAsked(asked, new Map())).toBe(false)
  expect(isAsked({ showIf: { item: 'S', among: ['x'] } }, new Map([['S', 'y,x']]))).toBe(true)
})

test('items without a page come first; pages keep the order of the questionnaire', () => {
  const pages = blocksOf(
    sheet([item('A', { block: 'two' }), item('B'), item('D', { block: 'one' })], {
      blocks: [
        { code: 'one', title: { zh: '一', en: 'One' } },
        { code: 'two', title: { zh: '二', en: 'Two' } },
      ],
    }),
  )
  expect(pages.map((page) => page.items.map((one) => one.code))).toEqual([['B'], ['D'], ['A']])
})
