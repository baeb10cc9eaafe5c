import type { TargetRow } from '@milepost/contract/design/localTargets'
import { expect, test } from 'vitest'
import { changedCards, isUnfit, pasteTargets } from './targetGrid.ts'

const line = (cardMeasureId: string) => ({ cardMeasureId, rule: { kind: 'ratio_up' as const, target: '90' } })
const row = (cardId: string, lines: TargetRow['lines']): TargetRow => ({
  ...{ unitId: cardId, code: cardId, name: { zh: cardId, en: cardId }, cardId, state: 'draft', revision: 3, lines },
})
const rows = [row('A', [line('a1'), line('a2')]), row('B', [line('b1'), null]), row('C', [line('c1'), line('c2')])]

test('a block from Excel is laid over the grid; blanks and places without a line are passed over, what reaches past it is left out', () => {
  const typed = pasteTargets({}, { rows, row: 1, column: 0, pasted: '91\t92\t93\r\n\t95\r\n99\t99\r\n' })
  expect(typed).toEqual({ b1: '91', c2: '95' })
})

test('only what differs from what is saved is sent, card by card with its revision', () => {
  expect(changedCards(rows, { a1: '90', b1: '91', c1: '92', c2: '93' })).toEqual([
    { cardId: 'B', revision: 3, cells: [{ cardMeasureId: 'b1', figures: '91' }] },
    {
      ...{ cardId: 'C', revision: 3 },
      cells: [
        { cardMeasureId: 'c1', figures: '92' },
        { cardMeasureId: 'c2', figures: '93' },
      ],
    },
  ])
  expect([isUnfit({ a1: 'ninety' }, line('a1')), isUnfit({ a1: '95' }, line('a1')), isUnfit({}, line('a1'))]).toEqual([true, false, false])
})
