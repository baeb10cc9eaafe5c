import { responseRate, type StratumRate } from '@milepost/statistics/responseRate'
import type { Tx } from '../../platform/database/database.ts'
import type { listWaveRows } from '../waves/data.ts'
import { readWaves } from '../waves/waves.ts'

type WaveRow = Awaited<ReturnType<typeof listWaveRows>>[number]

/** Response of a wave by level, as the results page and the report print it. */
export async function listSheetCounts(tx: Tx, institutionId: string, row: WaveRow) {
  const [wave] = await readWaves(tx, institutionId, [row])
  return responseOf(wave?.strata ?? [])
}

type Strata = readonly { code: string; name: { zh: string; en: string }; population: number | null; answers: number }[]

/** Rates where the number of eligible people is known; the public has none. */
export function responseOf(strata: Strata) {
  const known = strata.flatMap((one) =>
    one.population === null ? [] : [{ stratum: one.code, eligible: one.population, answered: one.answers }],
  )
  const rates = responseRate(known)
  const line = (stratum: string, name: { zh: string; en: string }, answered: number, rate: StratumRate | undefined) => ({
    stratum,
    name,
    answered,
    eligible: rate?.eligible ?? null,
    rate: rate?.kind === 'rate' ? rate.rate : null,
    moreAnswersThanPeople: rate?.kind === 'more-answers-than-people',
  })
  const answered = strata.reduce((sum, one) => sum + one.answers, 0)
  return {
    strata: strata.map((one) =>
      line(
        one.code,
        one.name,
        one.answers,
        rates.strata.find((rate) => rate.stratum === one.code),
      ),
    ),
    total: line('total', { zh: '合计', en: 'Total' }, answered, known.length === strata.length ? rates.total : undefined),
  }
}
