import { openWorkbook, type Workbook } from '@milepost/scorecard/workbook'
import { z } from 'zod'
import type { Offers } from './runVectors.ts'
import type { Vector } from './vector.ts'

const workbook = z.object({
  measures: z.array(z.object({ weight: z.number(), dir: z.enum(['up', 'down']), cap: z.number() })),
  departments: z.array(z.object({ id: z.number(), weight: z.number(), own: z.number() })),
  employees: z.array(
    z.object({
      id: z.number(),
      dept: z.number(),
      coef: z.number(),
      targets: z.array(z.number()),
      actuals: z.array(z.number().nullable()),
    }),
  ),
  pool: z.number(),
})

export const readWorkbook = (vector: Vector): Workbook => workbook.parse(vector.input)

export const WORKBOOK_OFFERS: Offers = {
  'spreadsheet.scorecardRollup': (vector) => {
    const book = readWorkbook(vector)
    const { scores, employees, departments, institution } = openWorkbook(book).recalculate()
    const width = book.measures.length
    const { meanMeasures, ...whole } = institution
    return {
      employees: employees.map((line, row) => ({
        ...line,
        measureScores: [...scores.subarray(row * width, (row + 1) * width)].map((score) => (Number.isNaN(score) ? null : score)),
      })),
      departments,
      institution: { ...whole, ...Object.fromEntries(meanMeasures.map((mean, index) => [`meanMeasure${index + 1}`, mean])) },
    }
  },
}
