import { spearman } from '@milepost/statistics/correlation'
import type { Tx } from '../../platform/database/database.ts'
import { remembered } from '../../platform/remembered.ts'
import { factorsOf } from '../statistics/factorsOf.ts'
import { type LevelComparison, levelComparisons } from '../statistics/levelComparisons.ts'
import { prioritiesOf } from '../statistics/prioritiesOf.ts'
import { reliabilityTables, validityOf } from '../statistics/reliabilityTables.ts'
import { type Scored, scoredConstructs } from '../statistics/scored.ts'
import { findAsked } from '../waves/findAsked.ts'
import { type ConstructResult, constructResults } from './constructs.ts'
import type { Sheet } from './data.ts'
import { type ItemResult, itemResults } from './itemResults.ts'
import { released, withheldBy } from './releasedSheets.ts'

/** A wave with what may be told of it. Each part is computed when it is asked for, and once for the same sheets. */
export async function toldOf(tx: Tx, institutionId: string, waveId: string) {
  const asked = await findAsked(tx, institutionId, waveId)
  const { instrument } = asked.questionnaire
  const told = await released(tx, institutionId, waveId)
  let read: Promise<readonly Sheet[]> | null = null
  const sheetsOnce = () => {
    read ??= told.sheets()
    return read
  }
  const withheld = withheldBy(told)
  const levels = asked.strata.map((one) => ({ code: one.code, name: { zh: one.name_zh, en: one.name_en || one.name_zh } }))
  const once = <T>(what: string, compute: () => Promise<T>) => remembered(`${what} ${institutionId} ${told.ground}`, compute)
  return {
    ...asked,
    ...told,
    sheets: sheetsOnce,
    instrument,
    withheld,
    levels,
    once,
    constructs: (): Promise<ConstructResult[]> =>
      once('constructs', async () =>
        constructResults(
          instrument,
          await sheetsOnce(),
          levels.map((one) => one.code),
          withheld,
        ),
      ),
    /** Without texts. */
    items: (population: number | null): Promise<ItemResult[]> =>
      once(`items of ${population}`, async () => itemResults({ instrument, sheets: await sheetsOnce(), population })),
    comparisons: (): Promise<LevelComparison[]> =>
      once('comparisons', async () => {
        const sheets = await sheetsOnce()
        const byLevel = { groups: levels, of: sheets.map((sheet) => sheet.stratum), withheld }
        return levelComparisons(scoredConstructs(instrument, sheets), byLevel, instrument.leastCell)
      }),
    /** How closely each cause goes with each problem, by ranks. */
    ties: () => once('ties', async () => tiesOf(scoredConstructs(instrument, await sheetsOnce()))),
    priorities: () => once('priorities', async () => prioritiesOf(scoredConstructs(instrument, await sheetsOnce()), instrument.leastCell)),
    factors: () =>
      once('factors', async () =>
        factorsOf(scoredConstructs(instrument, await sheetsOnce()), { leastCell: instrument.leastCell, seed: waveId }),
      ),
    reliability: () =>
      once('reliability', async () => reliabilityTables(scoredConstructs(instrument, await sheetsOnce()), instrument.leastCell)),
    validity: () => once('validity', async () => validityOf(scoredConstructs(instrument, await sheetsOnce()), instrument.leastCell)),
  }
}
function tiesOf(scored: readonly Scored[]) {
  const of = (kind: 'cause' | 'problem') => scored.filter((one) => one.construct.kind === kind)
  return of('cause').flatMap((cause) =>
    of('problem').map((problem) => {
      const tie = spearman(cause.scores, problem.scores)
      return { cause: cause.construct.code, problem: problem.construct.code, r: tie.kind === 'computed' ? tie.r : null, n: tie.n }
    }),
  )
}

export type Told = Awaited<ReturnType<typeof toldOf>>
