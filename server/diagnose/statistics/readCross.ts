import { readCross } from '@milepost/contract/diagnose/statistics'
import { Refusal } from '@milepost/contract/refusals'
import { serve } from '../../platform/http/serve.ts'
import { type Told, toldOf } from '../results/toldOf.ts'
import { crossOf } from './crossOf.ts'
import { divisionBy, divisionsOf, mayBeDivided } from './divisions.ts'
import { scoredConstructs } from './scored.ts'

/** A table by two divisions: none before the wave is closed. */
export const readCrossRoute = serve(readCross, {
  run: async ({ tx, institutionId, input }) => {
    const told = await toldOf(tx, institutionId, input.waveId)
    const divisions = divisionsOf(told)
    const figures = told.instrument.constructs.map(({ code, name }) => ({ code, name }))
    const rows = input.rows ?? divisions[0]?.code ?? ''
    const columns = input.columns ?? divisions.find(({ code }) => code !== rows)?.code ?? ''
    const known = (code: string) => divisions.some((one) => one.code === code)
    if (!known(rows) || (input.columns !== undefined && !known(columns)) || (input.of && !figures.some(({ code }) => code === input.of)))
      throw new Refusal('not-found')
    const head = { divisions, figures, rows, columns }
    if (divisions.length < 2 || rows === columns) return { ...head, because: 'one-division' as const, table: null }
    if (!mayBeDivided(told)) return { ...head, because: 'open' as const, table: null }
    return {
      ...head,
      ...(await told.once(`cross ${rows} ${columns} ${input.of ?? ''}`, () => tableOf(told, { rows, columns, of: input.of }))),
    }
  },
})

async function tableOf(told: Told, { rows, columns, of }: { rows: string; columns: string; of: string | undefined }) {
  const sheets = await told.sheets()
  const scores = of ? scoredConstructs(told.instrument, sheets).find((one) => one.construct.code === of)?.scores : undefined
  return crossOf(
    { rows: divisionBy(told, sheets, rows), columns: divisionBy(told, sheets, columns), ...(of ? { figure: scores ?? [] } : {}) },
    told.instrument.leastCell,
  )
}
