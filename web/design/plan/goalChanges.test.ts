import { expect, test } from 'vitest'
import { goalChanges } from './goalChanges.ts'

const goal = (goalId: string, support = '') => ({
  goalId,
  cardId: 'c',
  objectiveId: null,
  title: { zh: goalId, en: goalId },
  proof: { zh: '', en: '' },
  support,
  dueOn: '2026-12-31',
  state: 'planned' as const,
  evidence: '',
})

test('goals that came, went or were planned otherwise are named; what was recorded of one is no change', () => {
  const before = [goal('a'), goal('b'), goal('c')]
  const after = [{ ...goal('a'), state: 'achieved' as const, evidence: '证书' }, goal('b', '脱产'), goal('d')]
  expect(goalChanges(before, after).map(({ key, change }) => [key, change])).toEqual([
    ['b', 'changed'],
    ['d', 'added'],
    ['c', 'removed'],
  ])
  expect(goalChanges(before, before)).toEqual([])
})
