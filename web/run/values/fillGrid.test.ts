import { expect, test } from 'vitest'
import { csvOfGrid, EMPTY_ROW, isFilled, pasteInto } from './fillGrid.ts'

const keys = ['a', 'b', 'c']

test('a block from a spreadsheet fills down and to the right from the cell it is pasted on, and stops at the edge', () => {
  const grid = pasteInto({}, { keys, at: { key: 'b', column: 'numerator' }, pasted: '9\t12\n 3\t4\t\t短板\n5\t6' })
  expect(grid).toEqual({
    b: { ...EMPTY_ROW, numerator: '9', denominator: '12' },
    c: { ...EMPTY_ROW, numerator: '3', denominator: '4', note: '短板' },
  })
  expect(isFilled(grid.a)).toBe(false)
  expect(isFilled(grid.b)).toBe(true)
})

test('only filled rows are sent, as the import reads them', () => {
  const gap = {
    ...{ key: 'a', measureId: 'm', measure: { code: 'PS08', name: { zh: '', en: '' }, unit: { zh: '', en: '' } } },
    ...{ holder: { kind: 'institution' as const }, holderName: { zh: '', en: '' }, holderCode: 'GLJ', state: 'late' as const },
    ...{ period: { periodId: 'p', code: '2026Q3', dueOn: '2026-10-15' }, owner: { zh: '', en: '' }, asked: false },
  }
  const csv = csvOfGrid([gap, { ...gap, key: 'b' }], { a: { ...EMPTY_ROW, value: '0', note: '一, 二' } })
  expect(csv).toBe(
    '\uFEFFmeasureCode,scope,level,periodCode,value,numerator,denominator,n,note\r\nPS08,institution,institution,2026Q3,0,,,,"一, 二"\r\n',
  )
})
