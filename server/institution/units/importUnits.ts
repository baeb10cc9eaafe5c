import { importUnits, unitTemplate } from '@milepost/contract/institution/units'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { readRows } from '../../platform/spreadsheet/columns.ts'
import { importRows } from '../../platform/spreadsheet/importRows.ts'
import { writeTemplate } from '../../platform/spreadsheet/writeTable.ts'
import { headingsIn } from '../importing/headings.ts'
import { waitForOtherImports } from '../importing/onlyImport.ts'
import { UNIT_SHEET } from './columns.ts'
import { listUnits, saveUnits } from './data.ts'
import { judgeUnits } from './judgeUnits.ts'
import { depthOf } from './unitTree.ts'

export const unitTemplateRoute = serve(unitTemplate, {
  run: ({ input }) => writeTemplate(input.language === 'zh' ? '部门导入模板.xlsx' : 'units-template.xlsx', UNIT_SHEET, input.language),
})

export const importUnitsRoute = serve(importUnits, {
  run: async ({ tx, institutionId, input, table, audit }) => {
    await waitForOtherImports(tx, institutionId)
    const stored = await listUnits(tx, institutionId)
    const rows = judgeUnits(readRows(table, UNIT_SHEET), stored, headingsIn(table, UNIT_SHEET))
    const report = await importRows(input.step, rows, async (right) => {
      const units = right.map(({ save }) => ({ ...save, unitId: save.unitId ?? newId() }))
      const codes = new Map(stored.map((unit) => [unit.unitId, unit.code]))
      const parentOf = new Map(stored.map((unit) => [unit.code, codes.get(unit.parentUnitId ?? '') ?? null]))
      const idOf = new Map(stored.map((unit) => [unit.code, unit.unitId]))
      for (const unit of units) {
        parentOf.set(unit.code, unit.parentCode)
        idOf.set(unit.code, unit.unitId)
      }
      const topDown = units
        .map((unit) => ({ ...unit, parentUnitId: idOf.get(unit.parentCode ?? '') ?? null, depth: depthOf(unit.code, parentOf) }))
        .sort((a, b) => a.depth - b.depth)
      await saveUnits(tx, institutionId, topDown)
    })
    audit({ kind: 'file', id: table.name, detail: { step: input.step, saved: report.saved, ...report.counts } })
    return report
  },
})
