import type { Instrument } from '@milepost/contract/diagnose/instrument'
import { instrumentFaults } from '@milepost/contract/diagnose/instrumentFaults'
import { expect, test } from 'vitest'
import {
  addConstruct,
  addFromBank,
  addItem,
  addScale,
  changeItem,
  changeScale,
  duplicateItem,
  moveItem,
  removeItem,
  removeScale,
} from './writing.ts'

const blank: Instrument = {
  scale: { least: 1, most: 5, points: [], notApplicable: { zh: '不适用', en: 'n/a' } },
  constructs: [],
  items: [{ code: 'Q1', kind: 'scale', construct: null, link: null, reverse: false, text: { zh: '一', en: 'one' } }],
  leastCell: 5,
  severityBands: [],
}
const codes = (of: Instrument) => of.items.map((item) => item.code)

test('codes stay unique whatever is added, copied or taken from the bank', () => {
  const two = duplicateItem(addItem(blank), 0)
  expect(new Set(codes(two)).size).toBe(3)
  const [item] = blank.items
  if (!item) throw new Error('no item')
  const bank = addFromBank(two, [
    { item: { ...item, construct: 'P1' }, construct: { code: 'P1', kind: 'problem', name: { zh: '问题', en: 'Problem' } } },
  ])
  expect(new Set(codes(bank)).size).toBe(4)
  expect(bank.constructs.map((one) => one.code)).toEqual(['P1'])
})

test('a copy stands right after its original; moving stays inside the list', () => {
  const three = addItem(addItem(blank))
  expect(codes(duplicateItem(three, 0))[1]).toMatch(/^Q1-/)
  expect(codes(moveItem(three, 0, -1))).toEqual(codes(three))
  expect(codes(moveItem(three, 0, 2))).toEqual(['Q2', 'Q3', 'Q1'])
})

test('another kind drops what it cannot have: a text is not reversed, a choice has options', () => {
  const reversed = changeItem(blank, 0, { reverse: true })
  expect(changeItem(reversed, 0, { kind: 'text' }).items[0]?.reverse).toBe(false)
  expect(changeItem(blank, 0, { kind: 'several' }).items[0]?.options).toHaveLength(2)
  const check = changeItem(addConstruct(blank), 0, { construct: 'C1', expected: 4 })
  expect([check.items[0]?.construct, instrumentFaults(check)]).toEqual([null, []])
})

test('a condition goes with the item it rests on, and a scale with those who used it', () => {
  const two = changeItem(addItem(blank, { text: { zh: '二', en: 'two' } }), 1, { showIf: { item: 'Q1', among: ['1'] } })
  expect(removeItem(two, 0).items[0]?.showIf).toBeUndefined()
  const scaled = changeItem(addScale(blank), 0, { scale: 'scale1' })
  expect(removeScale(scaled, 'scale1').items[0]?.scale).toBeUndefined()
})

test('a wider scale gets a word for every new point and keeps the words it had', () => {
  const named = changeScale(blank, null, { points: [{ value: 1, name: { zh: '低', en: 'low' } }] })
  const wider = changeScale(named, null, { most: 7 })
  expect(wider.scale.points).toHaveLength(7)
  expect(wider.scale.points[0]?.name.zh).toBe('低')
})
