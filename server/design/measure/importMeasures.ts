import { type MeasureDesign, type MeasureDraft, measureDraft, withFactor } from '@milepost/contract/design/measure'
import { importMeasures } from '@milepost/contract/design/measures'
import { canonicalJson } from '../../platform/audit/canonicalJson.ts'
import { serve } from '../../platform/http/serve.ts'
import { type CellProblem, columnsIn, headingsIn, type ReadRow, readRows } from '../../platform/spreadsheet/columns.ts'
import { importRows, inFileWords, type JudgedRow } from '../../platform/spreadsheet/importRows.ts'
import { listMeasureRows } from './data.ts'
import { draftOfRow, MEASURE_COLUMNS } from './fileColumns.ts'
import { keepMeasures } from './keepMeasures.ts'
import { measureAfterRow, measureChanges } from './measureChanges.ts'
import { measureOfRow, newestOfEach } from './measureDesigns.ts'

export const importMeasuresRoute = serve(importMeasures, {
  run: async ({ tx, institutionId, input, table, library, audit }) => {
    const rows = readRows(table, MEASURE_COLUMNS)
    const held = new Map(
      newestOfEach((await listMeasureRows(tx, institutionId)).map(measureOfRow)).map((measure) => [measure.code, measure]),
    )
    const reserved = new Set(library.measures.measures.map((measure) => measure.code))
    const headings = headingsIn(table, MEASURE_COLUMNS)
    const judged = judge(rows, held, reserved, columnsIn(table, MEASURE_COLUMNS)).map((one) => inFileWords(one, headings))
    const report = await importRows(input.step, judged, async (right) => {
      await keepMeasures(
        tx,
        institutionId,
        right.map((row) => row.save),
      )
    })
    audit({ kind: 'file', id: table.name, detail: { saved: report.saved, ...report.counts } })
    return report
  },
})

function judge(
  rows: readonly ReadRow<typeof MEASURE_COLUMNS>[],
  held: ReadonlyMap<string, MeasureDesign>,
  reserved: ReadonlySet<string>,
  inFile: ReadonlySet<string>,
): JudgedRow<MeasureDraft>[] {
  const firstRow = new Map<string, number>()
  return rows.map(({ row, values, problems }): JudgedRow<MeasureDraft> => {
    if (values === null) return { row, key: '', judged: { verdict: 'wrong', problems } }
    const before = held.get(values.code)
    const stands = before && measureDraft.parse(before)
    const draft = withFactor(stands ? measureAfterRow(stands, values, inFile) : draftOfRow(values))
    const wrong = [...problemsOf(draft, reserved), ...twice(draft.code, firstRow)]
    firstRow.set(draft.code, firstRow.get(draft.code) ?? row)
    if (wrong.length > 0) return { row, key: draft.code, judged: { verdict: 'wrong', problems: wrong } }
    if (!stands) return { row, key: draft.code, judged: { verdict: 'new', save: draft } }
    const same = canonicalJson(stands) === canonicalJson(draft)
    const changes = measureChanges(stands, draft)
    return { row, key: draft.code, changes, judged: same ? { verdict: 'same' } : { verdict: 'changed', save: draft } }
  })
}

function twice(code: string, firstRow: ReadonlyMap<string, number>): CellProblem[] {
  const first = firstRow.get(code)
  if (first === undefined) return []
  return [
    {
      column: MEASURE_COLUMNS.code.heading.zh,
      message: { zh: `代码“${code}”在第 ${first} 行已出现。`, en: `The code “${code}” is already in row ${first}.` },
    },
  ]
}

function problemsOf(draft: MeasureDraft, reserved: ReadonlySet<string>): CellProblem[] {
  const { code, ratioScale, digits, leastAnswers } = MEASURE_COLUMNS
  const problems: CellProblem[] = []
  const wrong = (column: { heading: { zh: string } }, zh: string, en: string) =>
    problems.push({ column: column.heading.zh, message: { zh, en } })
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/.test(draft.code))
    wrong(code, '代码只能用字母、数字和 . _ -。', 'A code holds letters, digits and . _ - only.')
  if (reserved.has(draft.code))
    wrong(code, `“${draft.code}”是指标库的代码，请换一个。`, `“${draft.code}” is a code of the library. Choose another.`)
  const isRatio = draft.timeAggregation === 'ratio' || draft.unitAggregation === 'ratio'
  if (!isRatio && draft.ratioScale !== null)
    wrong(ratioScale, '只有按分子分母汇总的指标才填比率倍数。', 'Only a measure put together from numerator and denominator has a factor.')
  if (draft.timeAggregation === 'survey' && draft.minN === null)
    wrong(leastAnswers, '问卷指标须填写最少答卷数。', 'A survey measure needs the fewest answers.')
  if (draft.definition.digits < 0 || draft.definition.digits > 4) wrong(digits, '小数位数为 0 至 4。', 'Digits are 0 to 4.')
  if (draft.minN !== null && draft.minN < 1) wrong(leastAnswers, '最少答卷数应为正整数。', 'The fewest answers must be 1 or more.')
  return problems
}
