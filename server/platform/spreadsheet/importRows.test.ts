import fc from 'fast-check'
import { expect, test } from 'vitest'
import { importRows, type JudgedRow } from './importRows.ts'

const problem = { column: '分', message: { zh: '不是数值。', en: 'not a number.' } }
const row = (at: number, verdict: 'new' | 'changed' | 'same' | 'wrong'): JudgedRow<string> => {
  const judged =
    verdict === 'wrong'
      ? ({ verdict, problems: [problem] } as const)
      : verdict === 'same'
        ? ({ verdict } as const)
        : ({ verdict, save: `row ${at}` } as const)
  return { row: at, key: `key ${at}`, judged }
}
async function run(step: 'check' | 'save' | 'save-right-rows', rows: readonly JudgedRow<string>[]) {
  const saved: string[] = []
  let calls = 0
  const report = await importRows(step, rows, async (right) => {
    calls += 1
    saved.push(...right.map((one) => one.save))
  })
  return { report, saved, calls }
}
const MIXED = [row(2, 'new'), row(3, 'wrong'), row(4, 'same'), row(5, 'changed')]

test('looking saves nothing', async () => {
  const { report, saved } = await run('check', [row(2, 'new')])
  expect([report.saved, saved]).toEqual([false, []])
})

test('while one row is wrong nothing is saved, and the wrong row is told with its column', async () => {
  const { report, saved } = await run('save', MIXED)
  expect([report.saved, saved]).toEqual([false, []])
  expect(report.counts).toEqual({ new: 1, changed: 1, same: 1, wrong: 1 })
  expect(report.rows.find((one) => one.row === 3)).toEqual({
    row: 3,
    key: 'key 3',
    verdict: 'wrong',
    problems: [problem],
    notes: [],
    changes: [],
  })
})

test('told to skip wrong rows, it saves the right ones; rows that say what is there already are not written', async () => {
  const { report, saved } = await run('save-right-rows', MIXED)
  expect([report.saved, saved]).toEqual([true, ['row 2', 'row 5']])
})

test('a file that changes nothing is saved without writing', async () => {
  const { report, calls } = await run('save', [row(2, 'same'), row(3, 'same')])
  expect([report.saved, calls]).toEqual([true, 0])
})

test('all wrong rows are shown and the first 200 right ones, in the order of the file', async () => {
  const rows = Array.from({ length: 700 }, (_each, at) => row(at + 2, at % 2 === 0 ? 'wrong' : 'new'))
  const { report } = await run('check', rows)
  expect(report.rowsInFile).toBe(700)
  expect(report.rows.filter((one) => one.verdict === 'wrong')).toHaveLength(350)
  expect(report.rows.filter((one) => one.verdict === 'new')).toHaveLength(200)
  expect(report.rows.map((one) => one.row)).toEqual(report.rows.map((one) => one.row).toSorted((a, b) => a - b))
})

test('every changed row is shown with what stands there today and what the file says, however far down the file it is', async () => {
  const change = { column: '分', before: { zh: '1', en: '1' }, now: { zh: '2', en: '2' } }
  const rows = Array.from({ length: 700 }, (_each, at) => (at === 650 ? { ...row(at, 'changed'), changes: [change] } : row(at, 'same')))
  const { report } = await run('check', rows)
  expect(report.rows).toHaveLength(201)
  expect(report.rows.at(-1)).toMatchObject({ row: 650, verdict: 'changed', changes: [change] })
})

test('counts add up to the rows of the file, and what is saved is exactly the new and the changed', async () => {
  const rows = fc.array(fc.constantFrom('new', 'changed', 'same', 'wrong'), { maxLength: 30 })
  await fc.assert(
    fc.asyncProperty(rows, fc.constantFrom('check', 'save', 'save-right-rows'), async (verdicts, step) => {
      const { report, saved } = await run(
        step,
        verdicts.map((verdict, at) => row(at + 2, verdict)),
      )
      const { counts } = report
      expect(counts.new + counts.changed + counts.same + counts.wrong).toBe(verdicts.length)
      expect(saved.length).toBe(report.saved ? counts.new + counts.changed : 0)
      expect(report.saved).toBe(step === 'save-right-rows' || (step === 'save' && counts.wrong === 0))
    }),
  )
})
