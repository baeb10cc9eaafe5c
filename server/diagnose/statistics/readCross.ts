import { readCross } from '@milepost/contract/diagnose/statistics'
import { Refusal } from '@milepost/contract/refusals'
import { serve } from '../../platform/http/serve.ts'
import { type Told, toldOf } from '../results/toldOf.ts'
import { crossOf, type Division } from './crossOf.ts'
import { scoredConstructs } from './scored.ts'

const LEVELS = '*'

/**
 * A table by two divisions. While a wave still takes answers, two looks could be subtracted until a few people are left, so there is none before it is closed;
 * only where the sheets name people anyway is that no reason.
 */
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
    if (told.wave.closed_on === null && told.wave.mode !== 'identified') return { ...head, because: 'open' as const, table: null }
    return {
      ...head,
      ...(await told.once(`cross ${rows} ${columns} ${input.of ?? ''}`, () => tableOf(told, { rows, columns, of: input.of }))),
    }
  },
})

/** Levels first, then what people said about themselves, then other items with one choice. */
function divisionsOf({ levels, instrument }: Told) {
  const choices = instrument.items.filter((item) => item.kind === 'choice')
  return [
    ...(levels.length > 1 ? [{ code: LEVELS, name: { zh: '层级', en: 'Level' } }] : []),
    ...choices
      .toSorted((a, b) => Number(b.about ?? false) - Number(a.about ?? false))
      .map(({ code, text }) => ({ code, name: named(text, code) })),
  ]
}

const named = ({ zh, en }: { zh: string; en: string }, code: string) => ({ zh: zh || en || code, en: en || zh || code })

async function tableOf(told: Told, { rows, columns, of }: { rows: string; columns: string; of: string | undefined }) {
  const sheets = await told.sheets()
  const scores = of ? scoredConstructs(told.instrument, sheets).find((one) => one.construct.code === of)?.scores : undefined
  const division = (code: string): Division => {
    if (code === LEVELS) return { groups: told.levels, of: sheets.map((sheet) => sheet.stratum), withheld: told.withheld }
    const item = told.instrument.items.find((one) => one.code === code)
    const chosen = sheets.map((sheet) => sheet.answers.get(code)?.choice ?? null)
    const written = [...new Set(chosen.flatMap((one) => one ?? []))].map((one) => ({ code: one, name: { zh: one, en: one } }))
    const options = item?.options?.length ? item.options.map((one) => ({ code: one.code, name: named(one.name, one.code) })) : written
    return { groups: options, of: chosen }
  }
  return crossOf({ rows: division(rows), columns: division(columns), ...(of ? { figure: scores ?? [] } : {}) }, told.instrument.leastCell)
}
