import { importValues } from '@milepost/contract/run/values'
import { serve } from '../../platform/http/serve.ts'
import { readRows } from '../../platform/spreadsheet/columns.ts'
import { importRows } from '../../platform/spreadsheet/importRows.ts'
import type { Table } from '../../platform/spreadsheet/table.ts'
import { VALUE_SHEET } from './columns.ts'
import { insertRevisions, waitForOtherWriters } from './insertData.ts'
import { judgeValues } from './judgeValues.ts'
import { longRows, type Part } from './rawValue.ts'
import { readKnowledge } from './readKnowledge.ts'
import { wideRows } from './wideRows.ts'

/** Saves the values of a file, each as a new revision where it differs from the one in force. */
export const importValuesRoute = serve(importValues, {
  run: async ({ tx, institutionId, input, table, actor, now, audit }) => {
    const rows = input.mapping ? wideRows(table, input.mapping) : longRows(readRows(table, VALUE_SHEET), headingOf(table))
    await waitForOtherWriters(tx, institutionId)
    const judged = judgeValues(rows, await readKnowledge(tx, institutionId, { rows, confirmed: input.confirmed === true }))
    const report = await importRows(input.step, judged, async (right) => {
      const by = { recordedAt: now, recordedByAccountId: actor.accountId, recordedBy: actor.name }
      await insertRevisions(
        tx,
        institutionId,
        right.map(({ row, save: { after, ...save } }) => ({
          ...save,
          ...by,
          revision: after + 1,
          source: `file ${table.name}, row ${row}`,
        })),
      )
    })
    audit({ kind: 'file', id: table.name, detail: { step: input.step, saved: report.saved, ...report.counts } })
    return report
  },
})

/** The column of a part as the file itself calls it. */
function headingOf(table: Table): (part: Part) => string {
  const normal = (text: string) =>
    text
      .trim()
      .toLowerCase()
      .replace(/[\s*＊]+/g, '')
  return (part) => {
    const chosen = table.chosen?.[part]
    if (chosen !== undefined && chosen !== '') return chosen
    const { heading } = VALUE_SHEET[part]
    const names = [part, heading.zh, heading.en].map(normal)
    return table.columns.find((column) => names.includes(normal(column))) ?? heading.zh
  }
}
