import { importTraining, listTraining, trainingTemplate } from '@milepost/contract/reward/recognition'
import { sum } from '@milepost/exact/exact'
import { roundHalfAway } from '@milepost/exact/rounding'
import { listPeopleDuring, listUnits } from '../../institution/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { readRows } from '../../platform/spreadsheet/columns.ts'
import { importRows } from '../../platform/spreadsheet/importRows.ts'
import { writeTemplate } from '../../platform/spreadsheet/writeTable.ts'
import { type Credit, listCredits, saveCredits } from './data.ts'
import { judgeCredits, TRAINING_SHEET } from './judgeCredits.ts'

export const daysOfYear = (year: number) => ({ from: `${year}-01-01`, to: `${year}-12-31` })
const EVER = { from: '0001-01-01', to: '9999-12-31' }

/** Hours added up, one place. */
export const hoursOf = (credits: readonly Pick<Credit, 'hours'>[]): string => roundHalfAway(sum(credits.map(({ hours }) => hours)), 1)

export const listTrainingRoute = serve(listTraining, {
  run: async ({ tx, institutionId, input }) => {
    const days = daysOfYear(input.year)
    const people = new Map((await listPeopleDuring(tx, institutionId, days)).map((person) => [person.personId, person]))
    const units = new Map((await listUnits(tx, institutionId)).map((unit) => [unit.unitId, unit.name]))
    const lines = (await listCredits(tx, institutionId, days)).flatMap((credit) => {
      const person = people.get(credit.personId)
      if (!person) return []
      const { employeeNo, name, unitId } = person
      return [{ ...credit, employeeNo, name, unit: units.get(unitId) ?? { zh: '', en: '' } }]
    })
    return { lines, people: people.size }
  },
})

export const trainingTemplateRoute = serve(trainingTemplate, {
  run: ({ input }) =>
    writeTemplate(input.language === 'zh' ? '培训学时导入模板.xlsx' : 'training-template.xlsx', TRAINING_SHEET, input.language),
})

export const importTrainingRoute = serve(importTraining, {
  run: async ({ tx, institutionId, input, table, today, now, actor, audit }) => {
    const people = await listPeopleDuring(tx, institutionId, EVER)
    const rows = judgeCredits(readRows(table, TRAINING_SHEET), {
      stored: await listCredits(tx, institutionId, EVER),
      people: new Map(people.map((person) => [person.employeeNo, person.personId])),
      today,
    })
    const report = await importRows(input.step, rows, (right) =>
      saveCredits(tx, institutionId, {
        credits: right.map(({ save }) => ({ ...save, creditId: save.creditId ?? newId() })),
        by: actor.name,
        at: now,
      }),
    )
    audit({ kind: 'file', id: table.name, detail: { step: input.step, saved: report.saved, ...report.counts } })
    return report
  },
})
