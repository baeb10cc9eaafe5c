import { importPeople, personTemplate } from '@milepost/contract/institution/people'
import { serve } from '../../platform/http/serve.ts'
import { readRows } from '../../platform/spreadsheet/columns.ts'
import { importRows } from '../../platform/spreadsheet/importRows.ts'
import { writeTemplate } from '../../platform/spreadsheet/writeTable.ts'
import { headingsIn } from '../importing/headings.ts'
import { waitForOtherImports } from '../importing/onlyImport.ts'
import { listPosts } from '../posts/data.ts'
import { listUnits } from '../units/data.ts'
import { PERSON_SHEET } from './columns.ts'
import { readKnownPeople, savePeople } from './importData.ts'
import { judgePeople } from './judgePeople.ts'

export const personTemplateRoute = serve(personTemplate, {
  run: ({ input }) => writeTemplate(input.language === 'zh' ? '人员导入模板.xlsx' : 'people-template.xlsx', PERSON_SHEET, input.language),
})

export const importPeopleRoute = serve(importPeople, {
  run: async ({ tx, institutionId, input, table, today, audit }) => {
    const read = readRows(table, PERSON_SHEET)
    await waitForOtherImports(tx, institutionId)
    const rows = judgePeople(read, {
      known: await readKnownPeople(tx, institutionId),
      units: await listUnits(tx, institutionId),
      posts: await listPosts(tx, institutionId),
      headings: headingsIn(table, PERSON_SHEET),
      today,
    })
    const report = await importRows(input.step, rows, (right) =>
      savePeople(
        tx,
        institutionId,
        right.map(({ save }) => save),
      ),
    )
    audit({ kind: 'file', id: table.name, detail: { step: input.step, saved: report.saved, ...report.counts } })
    return report
  },
})
