import { importInspections, inspectionsTemplate } from '@milepost/contract/run/inspections'
import { listUnits } from '../../institution/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { importRows } from '../../platform/spreadsheet/importRows.ts'
import { writeTemplate } from '../../platform/spreadsheet/writeTable.ts'
import { lockOpenPeriod } from '../periods/lockOpenPeriod.ts'
import { waitForOtherWriters } from '../values/insertData.ts'
import { damageColumns, SECTION_SHEET } from './columns.ts'
import { insertInspections, inspectionsInForce } from './data.ts'
import { judgeInspections } from './judgeInspections.ts'

/** Reads the sections of a survey, assesses each with the library's parameters and keeps both. */
export const importInspectionsRoute = serve(importInspections, {
  run: async ({ tx, institutionId, input, table, library, actor, now, audit }) => {
    await waitForOtherWriters(tx, institutionId)
    const period = await lockOpenPeriod(tx, institutionId, input.periodId)
    const rows = judgeInspections(table, {
      parameters: library.pavement.parameters,
      unitByCode: new Map((await listUnits(tx, institutionId)).map((unit) => [unit.code.toLowerCase(), unit.unitId])),
      inForce: await inspectionsInForce(tx, institutionId, { periodId: period.periodId }),
    })
    const report = await importRows(input.step, rows, (right) =>
      insertInspections(
        tx,
        institutionId,
        right.map(({ save }) => ({ ...save, inspectionId: newId(), periodId: period.periodId })),
        { at: now, name: actor.name },
      ),
    )
    audit({ kind: 'file', id: table.name, detail: { period: period.code, step: input.step, saved: report.saved, ...report.counts } })
    return report
  },
})

export const inspectionsTemplateRoute = serve(inspectionsTemplate, {
  run: ({ input, library }) => {
    const damages = damageColumns(library.pavement.parameters).map(({ part, kind, severity, column }) => [
      `${part} ${kind} ${severity}`,
      column,
    ])
    const sheet = { ...SECTION_SHEET, ...Object.fromEntries(damages) }
    return writeTemplate(input.language === 'zh' ? '路况检测导入模板.xlsx' : 'inspections-template.xlsx', sheet, input.language)
  },
})
