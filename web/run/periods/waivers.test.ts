import { expect, test } from 'vitest'
import { waiversOf } from './waivers.ts'

const gaps = [
  { key: 'a', asked: false },
  { key: 'b', asked: false },
]

test('a period can be closed once every gap has a reason of its own', () => {
  expect(waiversOf({ gaps, reasons: { a: '设备检修' }, rest: '' }).unexplained).toBeGreaterThan(0)
  expect(waiversOf({ gaps, reasons: { a: '设备检修', b: '路段封闭' }, rest: '' })).toEqual({
    waivers: [
      { key: 'a', reason: '设备检修' },
      { key: 'b', reason: '路段封闭' },
    ],
    waiveRest: null,
    unexplained: 0,
  })
})

test('one reason may serve for the rest; a word too short is no reason', () => {
  expect(waiversOf({ gaps, reasons: { a: '修' }, rest: '统一免报' })).toEqual({ waivers: [], waiveRest: '统一免报', unexplained: 0 })
})

test('a request for not-applicable that waits is answered, or left with a reason of its own', () => {
  const waiting = [
    { key: 'a', asked: false },
    { key: 'b', asked: true },
  ]
  expect(waiversOf({ gaps: waiting, reasons: {}, rest: '统一免报' }).unexplained).toBeGreaterThan(0)
  expect(waiversOf({ gaps: waiting, reasons: { b: '申请未附依据' }, rest: '统一免报' }).unexplained).toBe(0)
})

test('a complete period needs no reason', () => {
  expect(waiversOf({ gaps: [], reasons: {}, rest: '' }).unexplained).toBe(0)
})
