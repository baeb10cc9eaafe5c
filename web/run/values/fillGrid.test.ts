import type { Gap } from '@milepost/contract/run/gap'
import { expect, test } from 'vitest'
import { csvOfGrid, EMPTY_ROW, faultsOf, type GridRow, isFilled, pasteInto, saidOf } from './fillGrid.ts'

const gapOf = (key: string, more: Partial<Gap> = {}): Gap => ({
  ...{ key, measureId: 'm', measure: { code: 'PS08', name: { zh: '', en: '' }, unit: { zh: '%', en: '%' } } },
  ...{ holder: { kind: 'institution' as const }, holderName: { zh: '', en: '' }, holderCode: 'GLJ', state: 'late' as const },
  ...{ period: { periodId: 'p', code: '2026Q3', dueOn: '2026-10-15' }, owner: { zh: '', en: '' }, asked: false, needs: 'figure' },
  ...more,
})
const gaps = ['a', 'b', 'c'].map((key) => gapOf(key))

test('a block from a spreadsheet fills down and to the right from the cell it is pasted on, and stops at the edge', () => {
  const grid = pasteInto({}, { gaps, at: { key: 'b', column: 'numerator' }, pasted: '9\t12\n 3\t4\t\t短板\n5\t6' })
  expect(grid).toEqual({
    b: { ...EMPTY_ROW, numerator: '9', denominator: '12' },
    c: { ...EMPTY_ROW, numerator: '3', denominator: '4', note: '短板' },
  })
  expect(isFilled(grid.a)).toBe(false)
  expect(isFilled(grid.b)).toBe(true)
})

test('a blank cell in a pasted column leaves its row blank: what is below stays beside its own line', () => {
  const grid = pasteInto({}, { gaps, at: { key: 'a', column: 'value' }, pasted: '9\n\n5\n' })
  expect([grid.a?.value, grid.b?.value, grid.c?.value]).toEqual(['9', '', '5'])
})

test('a ratio takes two pasted cells, or two figures with a stroke, as its parts; a percentage alone is marked', () => {
  const ratio = [gapOf('a', { needs: 'parts' }), gapOf('b', { needs: 'parts' }), gapOf('c', { needs: 'parts' })]
  const grid = pasteInto({}, { gaps: ratio, at: { key: 'a', column: 'value' }, pasted: '193\t200\n97/1,000\n96.5%' })
  expect(grid).toEqual({
    a: { ...EMPTY_ROW, numerator: '193', denominator: '200' },
    b: { ...EMPTY_ROW, numerator: '97', denominator: '1,000' },
    c: { ...EMPTY_ROW, value: '96.5%' },
  })
  expect(ratio.map((gap) => faultsOf(gap, grid[gap.key] ?? EMPTY_ROW))).toEqual([{}, {}, { value: 'needs-parts' }])
})

test.each<[string, Partial<GridRow>, Gap['needs'], object]>([
  ['words are no figure', { value: 'abc' }, 'figure', { value: 'not-a-number' }],
  ['thousands are read', { value: '1,234' }, 'figure', {}],
  ['a comma that may mean either is not', { value: '0,123' }, 'figure', { value: 'doubtful-comma' }],
  ['the measure’s own unit may stand behind it', { value: '96.5 %' }, 'figure', {}],
  ['another unit may not', { value: '96.5 km' }, 'figure', { value: 'not-a-number' }],
  ['what does not apply needs nothing else', { value: '不适用' }, 'parts', {}],
  ['one part wants the other', { numerator: '3' }, 'parts', { denominator: 'needs-other-part' }],
  ['a survey wants its answers', { value: '88' }, 'answers', { n: 'needs-answers' }],
  ['a weighted mean wants its weight', { value: '88' }, 'weight', { denominator: 'needs-weight' }],
])('%s', (_, row, needs, faults) => {
  expect(faultsOf(gapOf('a', { needs }), { ...EMPTY_ROW, ...row })).toEqual(faults)
})

test('what the server says of a row stands at the cell it is about, by the row that was sent', () => {
  const report = {
    ...{ saved: false, counts: { new: 1, changed: 0, same: 0, wrong: 1 }, rowsInFile: 2 },
    rows: [
      {
        ...{ row: 3, key: 'PS08 1134 2026Q3', verdict: 'wrong' as const, notes: [], changes: [] },
        problems: [
          { column: 'value', message: { zh: '偏大', en: 'large' } },
          { column: 'periodCode', message: { zh: '已关闭', en: 'closed' } },
        ],
      },
    ],
  }
  expect(saidOf(report, gaps, ({ zh }) => zh)).toEqual({ b: { value: '偏大', row: '已关闭' } })
})

test('only filled rows are sent, as the import reads them', () => {
  const gap = gapOf('a')
  const csv = csvOfGrid([gap, { ...gap, key: 'b' }], { a: { ...EMPTY_ROW, value: '0', note: '一, 二' } })
  expect(csv).toBe(
    '\uFEFFmeasureCode,scope,level,periodCode,value,numerator,denominator,n,note\r\nPS08,institution,institution,2026Q3,0,,,,"一, 二"\r\n',
  )
})
