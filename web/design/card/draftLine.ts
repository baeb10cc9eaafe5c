import type { DraftLine } from './draft.ts'

/** A line for tests. */
export const draftLine = (code: string, objectiveId: string | null, given: Partial<DraftLine> = {}): DraftLine => ({
  key: code,
  cardMeasureId: null,
  measure: { libraryCode: code },
  objectiveId,
  weightBp: 1000,
  rule: { kind: 'floor_target_stretch', direction: 'up', floor: '75', target: '88', stretch: '93' },
  valueScope: 'own',
  cascadeKind: 'unique',
  parentCardMeasureId: null,
  code,
  name: { zh: code, en: code },
  unit: { zh: '%', en: '%' },
  digits: 1,
  direction: 'up',
  timeAggregation: 'last',
  profile: null,
  critical: false,
  ...given,
})
