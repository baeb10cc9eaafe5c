import { expect, test } from 'vitest'
import type { DraftLine } from './draft.ts'
import { differences, merged } from './threeWay.ts'

const line = (code: string, weightBp: number, target = '90'): DraftLine => ({
  key: code,
  cardMeasureId: `id ${code}`,
  measure: { measureId: code },
  objectiveId: null,
  weightBp,
  rule: { kind: 'ratio_up', target },
  valueScope: 'own',
  cascadeKind: 'unique',
  parentCardMeasureId: null,
  code,
  name: { zh: code, en: code },
  unit: { zh: '', en: '' },
  digits: 1,
  direction: 'up',
  timeAggregation: 'last',
})
const base = [line('A', 5000), line('B', 3000), line('C', 2000)]

test('changes of different lines, and of different parts of one line, are both kept', () => {
  const mine = [line('A', 6000), line('B', 3000), line('C', 2000)]
  const theirs = [line('A', 5000, '95'), line('B', 2000), line('C', 2000)]
  const both = merged(base, mine, theirs)
  expect(both.map(({ code, weightBp }) => [code, weightBp])).toEqual([
    ['A', 6000],
    ['B', 2000],
    ['C', 2000],
  ])
  expect(both[0]?.rule).toEqual({ kind: 'ratio_up', target: '95' })
})

test('of one part changed by both, this screen counts, and the difference is told first', () => {
  const mine = [line('A', 6000), ...base.slice(1)]
  const theirs = [line('A', 4000), ...base.slice(1)]
  expect(differences(base, mine, theirs)).toMatchObject([{ code: 'A', mine: 'changed', theirs: 'changed', parts: ['weightBp'] }])
  expect(merged(base, mine, theirs)[0]?.weightBp).toBe(6000)
})

test('a line removed by one and untouched by the other is gone; one removed there and changed here comes back as a new line', () => {
  const theirs = [line('A', 5000), line('D', 1000)]
  const mine = [line('A', 5000), line('B', 3500), line('C', 2000)]
  expect(differences(base, mine, theirs).map(({ code, mine: here, theirs: there }) => [code, here, there])).toEqual([
    ['D', 'same', 'added'],
    ['B', 'changed', 'removed'],
    ['C', 'same', 'removed'],
  ])
  expect(merged(base, mine, theirs).map(({ code, cardMeasureId }) => [code, cardMeasureId])).toEqual([
    ['A', 'id A'],
    ['D', 'id D'],
    ['B', null],
  ])
  expect(merged(base, [line('A', 5000)], base).map(({ code }) => code)).toEqual(['A'])
})

test('nothing changed here gives their copy, nothing changed there gives this one', () => {
  const other = [line('A', 1000), line('X', 9000)]
  expect(merged(base, base, other)).toEqual(other)
  expect(merged(base, other, base).map(({ code, weightBp }) => [code, weightBp])).toEqual([
    ['A', 1000],
    ['X', 9000],
  ])
  expect(differences(base, base, base)).toEqual([])
})
