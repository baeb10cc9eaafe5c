import fc from 'fast-check'
import { expect, test } from 'vitest'
import { valuesOf } from './cardDesigns.ts'
import type { NewLine } from './data.ts'
import { findBadParent } from './parents.ts'
import { parentsFirst } from './parentsFirst.ts'

const line = (cardMeasureId: string, parentCardMeasureId: string | null): NewLine => ({
  cardMeasureId,
  parentCardMeasureId,
  cardId: 'c',
  measureId: `m ${cardMeasureId}`,
  objectiveId: null,
  orderNo: 1,
  weightBp: 0,
  rule: { kind: 'unscored' },
  valueScope: 'own',
  cascadeKind: parentCardMeasureId === null ? 'unique' : 'causal',
  profile: null,
  critical: false,
})

test('whatever the order, every line is written after the line it serves, and none is lost', () => {
  const tree = fc
    .array(fc.nat(), { minLength: 1, maxLength: 30 })
    .map((picks) => picks.map((pick, at) => line(String(at), at === 0 ? null : String(pick % at))))
  fc.assert(
    fc.property(
      tree.chain((lines) => fc.shuffledSubarray(lines, { minLength: lines.length })),
      (lines) => {
        const ordered = parentsFirst(lines)
        expect(ordered.map((one) => one.cardMeasureId).toSorted()).toEqual(lines.map((one) => one.cardMeasureId).toSorted())
        const at = new Map(ordered.map((one, index) => [one.cardMeasureId, index]))
        for (const one of ordered)
          if (one.parentCardMeasureId !== null) expect(at.get(one.parentCardMeasureId)).toBeLessThan(at.get(one.cardMeasureId) ?? -1)
      },
    ),
  )
})

test('lines that serve each other in a circle are not lost either', () => {
  expect(parentsFirst([line('a', 'b'), line('b', 'a')])).toHaveLength(2)
})

const held = (card_measure_id: string, holder_kind: string, parent: string | null = null) => ({
  card_measure_id,
  parent_card_measure_id: parent,
  measure_id: `m ${card_measure_id}`,
  card_id: `card of ${card_measure_id}`,
  holder_kind,
})

test('a unit serves the institution or another unit, a person either, and nobody serves a person', () => {
  const all = [held('institution', 'institution'), held('unit', 'unit'), held('person', 'person')]
  const bad = (holderKind: 'institution' | 'unit' | 'person', parent: string) =>
    findBadParent({ cardId: 'c', holderKind }, [line('x', parent)], all) !== null
  expect([bad('unit', 'institution'), bad('unit', 'unit'), bad('unit', 'person')]).toEqual([false, false, true])
  expect([bad('person', 'institution'), bad('person', 'unit'), bad('person', 'person')]).toEqual([false, false, true])
  expect([bad('institution', 'unit'), bad('unit', 'nobody')]).toEqual([true, true])
})

test('a line may not serve itself by a detour', () => {
  const all = [held('office', 'unit', 'x'), held('x', 'unit')]
  expect(findBadParent({ cardId: 'card of x', holderKind: 'unit' }, [line('x', 'office')], all)).not.toBeNull()
})

test('identical means the same measure, unique means no parent', () => {
  const all = [held('institution', 'institution')]
  const unit = { cardId: 'c', holderKind: 'unit' } as const
  expect(findBadParent(unit, [{ ...line('x', 'institution'), cascadeKind: 'identical' }], all)).not.toBeNull()
  expect(findBadParent(unit, [{ ...line('x', 'institution'), cascadeKind: 'identical', measureId: 'm institution' }], all)).toBeNull()
  expect(findBadParent(unit, [{ ...line('x', 'institution'), cascadeKind: 'unique' }], all)).not.toBeNull()
  expect(findBadParent(unit, [{ ...line('x', null), cascadeKind: 'shared' }], all)).not.toBeNull()
})

test('a shared line is scored with the values of the unit above, and the bureau is the institution', () => {
  const worker = { unit_id: 'area', unit_kind: 'work-area', person_id: 'p', above_unit_id: 'station', above_kind: 'station' }
  expect(valuesOf(worker, 'own')).toEqual({ kind: 'person', personId: 'p' })
  expect(valuesOf(worker, 'unit')).toEqual({ kind: 'unit', unitId: 'area' })
  expect(valuesOf(worker, 'institution')).toEqual({ kind: 'institution' })
  const area = { ...worker, person_id: null }
  expect(valuesOf(area, 'own')).toEqual({ kind: 'unit', unitId: 'area' })
  expect(valuesOf(area, 'unit')).toEqual({ kind: 'unit', unitId: 'station' })
  expect(valuesOf({ ...area, above_kind: 'bureau' }, 'unit')).toEqual({ kind: 'institution' })
})
