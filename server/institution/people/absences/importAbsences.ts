import { absenceTemplate, importAbsences } from '@milepost/contract/institution/people'
import { serve } from '../../../platform/http/serve.ts'
import { newId } from '../../../platform/newId.ts'
import { readRows } from '../../../platform/spreadsheet/columns.ts'
import { importRows } from '../../../platform/spreadsheet/importRows.ts'
import { writeTemplate } from '../../../platform/spreadsheet/writeTable.ts'
import { headingsIn } from '../../importing/headings.ts'
import { waitForOtherImports } from '../../importing/onlyImport.ts'
import { readKnownPeople } from '../importData.ts'
import { ABSENCE_SHEET } from './columns.ts'
import { listAbsences, saveAbsences } from './data.ts'
import { judgeAbsences } from './judgeAbsences.ts'

export const absenceTemplateRoute = serve(absenceTemplate, {
  run: ({ input }) =>
    writeTemplate(input.language === 'zh' ? '请假情况导入模板.xlsx' : 'absences-template.xlsx', ABSENCE_SHEET, input.language),
})

export const importAbsencesRoute = serve(importAbsences, {
  run: async ({ tx, institutionId, input, table, audit }) => {
    await waitForOtherImports(tx, institutionId)
    const people = await readKnownPeople(tx, institutionId)
    const rows = judgeAbsences(readRows(table, ABSENCE_SHEET), {
      stored: await listAbsences(tx, institutionId, { from: '0001-01-01', to: '9999-12-31' }),
      people: new Map(people.map((person) => [person.employeeNo, person.personId])),
      headings: headingsIn(table, ABSENCE_SHEET),
    })
    const report = await importRows(input.step, rows, (right) =>
      saveAbsences(
        tx,
        institutionId,
        right.map(({ save }) => ({ ...save, absenceId: save.absenceId ?? newId() })),
      ),
    )
    audit({ kind: 'file', id: table.name, detail: { step: input.step, saved: report.saved, ...report.counts } })
    return report
  },
})
