import { daysBetween } from '@milepost/appraisal/days'
import { rotationSigns, type SeatYear, seatLedger } from '@milepost/appraisal/seatLedger'
import { readSeatHistory } from '@milepost/contract/appraise/history'
import { sub } from '@milepost/exact/exact'
import { toDecimalString } from '@milepost/exact/rounding'
import { type Cycle, listCycles, listPeopleDuring, listUnits } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { serve } from '../../platform/http/serve.ts'
import { appraisalRows, isDecided } from '../data.ts'
import { rulesOf } from '../rulePack.ts'
import { ledgerLines } from './data.ts'

/** The fairness ledger: what each unit was due over all years, what its people got, and whether seats look like turns taken rather than work valued. */
export const readSeatHistoryRoute = serve(readSeatHistory, {
  run: async ({ tx, institutionId, library, today }) => {
    const lines = await ledgerLines(tx, institutionId)
    const cycles = (await listCycles(tx, institutionId)).filter((cycle) => lines.some((line) => line.year === cycle.year))
    const ledger = seatLedger(
      cycles.map(({ year }) => {
        const own = lines.filter((line) => line.year === year)
        const units = own.map((line) => ({ unit: line.unitId, people: line.people, tiltBasisPoints: line.tiltBp }))
        return { year, seats: own.reduce((sum, line) => sum + line.seats, 0), units }
      }),
      // one ledger over all years goes by the rules of the newest
      rulesOf(
        library,
        cycles
          .map((one) => one.endsOn)
          .toSorted()
          .at(-1) ?? today,
      ).seatShares,
    )
    const signs = rotationSigns(await seatYears(tx, institutionId, cycles))
    const names = new Map((await listUnits(tx, institutionId)).map((unit) => [unit.unitId, unit.name]))
    return {
      years: cycles.map((one) => one.year).sort(),
      units:
        ledger.kind === 'undefined'
          ? []
          : ledger.units.map(({ unit, due }) => {
              const own = lines.filter((line) => line.unitId === unit)
              const awarded = own.reduce((sum, line) => sum + line.awarded, 0)
              return {
                unitId: unit,
                unit: names.get(unit) ?? { zh: '', en: '' },
                due: toDecimalString(due, 2),
                awarded,
                owed: toDecimalString(sub(due, awarded), 2),
                byYear: own.map(({ year, share, awarded: got }) => ({ year, share: toDecimalString(share, 2), awarded: got })),
              }
            }),
      turns:
        signs.kind === 'undefined'
          ? null
          : {
              years: signs.years,
              withScore: signs.withScore,
              withService: signs.withService,
              again: signs.againNextYear,
              looksLikeTurns: signs.looksLikeTurns,
            },
    }
  },
})

const DAYS_A_YEAR = 365.25

async function seatYears(tx: Tx, institutionId: string, cycles: readonly Cycle[]): Promise<SeatYear[]> {
  const years: SeatYear[] = []
  for (const cycle of cycles) {
    const people = await listPeopleDuring(tx, institutionId, { from: cycle.startsOn, to: cycle.endsOn })
    const joined = new Map(people.map((one) => [one.personId, one.joinedOn]))
    const rows = (await appraisalRows(tx, institutionId, cycle.cycleId).execute()).filter(
      (row) => isDecided(row.state) && row.official_score !== null,
    )
    years.push({
      year: cycle.year,
      people: rows.map((row) => ({
        person: row.person_id,
        score: Number(row.official_score),
        serviceYears: daysBetween(joined.get(row.person_id) ?? cycle.endsOn, cycle.endsOn) / DAYS_A_YEAR,
        excellent: row.grade === 'excellent',
      })),
    })
  }
  return years
}
