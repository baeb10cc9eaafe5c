import { describe, expect, test } from 'vitest'
import { type BenchSettings, tryBench } from './bench.ts'
import { EMPTY, pasteRows, withRoom } from './benchRows.ts'

// Seven people of one unit share 100,000 yuan by base x grade x months: the amounts were worked out independently by largest remainder.
const PASTED = [
  ['姓名', '单位', '单位得分', '岗位系数', '等次系数', '得分', '月数'],
  ['A', '', '', '1.0', '1.5', '', '12'],
  ['B', '', '', '1.0', '1.2', '', '12'],
  ['C', '', '', '1.2', '1.2', '', '12'],
  ['D', '', '', '1.0', '1.0', '', '7'],
  ['E', '', '', '0.9', '.6', '', '12'],
  ['F', '', '', '1.0', '1.2', '', '12'],
  ['G', '', '', '1.1', '1.5', '', '10'],
]
  .map((cells) => cells.join('\t'))
  .join('\n')
const rows = pasteRows(withRoom([]), { row: 0, field: 'name' }, PASTED)
const settings: BenchSettings = {
  amount: '100000',
  reserve: '0',
  unitScore: { from: '0.8', to: '1.2' },
  personScore: { from: '0.8', to: '1.2' },
}
const fenOf = (bench: ReturnType<typeof tryBench>) => (bench.kind === 'shared' ? bench.lines.map(({ fen }) => fen) : bench)

describe('a pool of figures of one’s own', () => {
  test('pasted with its headings, it is shared to the fen', () => {
    expect(fenOf(tryBench(rows, settings))).toEqual([1913672, 1530938, 1837125, 744206, 688922, 1530938, 1754199])
  })

  test('what a cap cuts off goes to the others, to the fen', () => {
    const capped = rows.map((row) => (row.name === 'A' ? { ...row, most: '18000' } : row.name === 'G' ? { ...row, most: '15000' } : row))
    expect(fenOf(tryBench(capped, settings))).toEqual([1800000, 1619879, 1943855, 787441, 728946, 1619879, 1500000])
  })

  test('units share by their scores before people do', () => {
    const two = [
      { ...EMPTY, name: 'A', unit: '一科', unitScore: '110' },
      { ...EMPTY, name: 'B', unit: '二科', unitScore: '90' },
    ]
    expect(fenOf(tryBench(two, settings))).toEqual([5_500_000, 4_500_000])
  })

  test('refused are: letters for figures, a unit with two scores, lower bounds above the pool; each is named', () => {
    const one = { ...EMPTY, name: '甲', unit: '一科' }
    expect(tryBench([{ ...one, post: '一' }], settings)).toEqual({ kind: 'unreadable', cells: [{ row: 1, field: 'post' }] })
    expect(tryBench([one], { ...settings, amount: '1.005' })).toEqual({ kind: 'unreadable', cells: [{ row: 0, field: 'amount' }] })
    expect(tryBench([{ ...one, months: '13' }], settings)).toEqual({ kind: 'unreadable', cells: [{ row: 1, field: 'months' }] })
    expect(
      tryBench(
        [
          { ...one, unitScore: '90' },
          { ...one, unitScore: '91' },
        ],
        settings,
      ),
    ).toEqual({ kind: 'unit-twice', unit: '一科' })
    const refused = tryBench([{ ...one, least: '100001' }], settings)
    expect(refused.kind === 'refused' && refused.text.zh).toContain('下限合计超出总额 1.00 元')
    const negative = tryBench([{ ...one, post: '-1' }], settings)
    expect(negative.kind === 'refused' && negative.text.zh).toContain('甲')
  })

  test('nothing typed: nothing is said', () => {
    expect(tryBench(withRoom([]), settings).kind).toBe('empty')
  })
})
