import { type Figure, type GivenRating, raterReport } from '@milepost/appraisal/raterBias'
import { readRaterSigns } from '@milepost/contract/appraise/calibration'
import type { OutputOf } from '@milepost/contract/endpoint'
import { Refusal } from '@milepost/contract/refusals'
import { div } from '@milepost/exact/exact'
import { fUpper } from '@milepost/statistics/fisherF'
import { tQuantile, tUpper } from '@milepost/statistics/studentT'
import { z } from 'zod'
import { findCycle, listPeople, listUnits } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { serve } from '../../platform/http/serve.ts'
import type { Library } from '../../platform/library.ts'
import { listResults } from '../data.ts'
import { listRatings } from '../rating/data.ts'
import { FORMS, ratingItemsOf, readForms } from '../rating/items.ts'
import { libraryAt, rulesOf } from '../rulePack.ts'

const items = z.record(z.string(), z.string())

/** What the ratings say of the raters; advice to the meeting, nothing is corrected by it. Only whole sheets of known raters are compared. */
export const readRaterSignsRoute = serve(readRaterSigns, {
  run: ({ tx, institutionId, input, library, today }) => raterSigns(tx, institutionId, { ...input, library, today }),
})

type Asked = { readonly cycleId: string; readonly library: Library; readonly today: string }

/** Raters compared whose ratings show a sign, in per cent; null: nobody was compared. */
export async function ratersWithSigns(tx: Tx, institutionId: string, asked: Asked): Promise<number | null> {
  const { raters } = await raterSigns(tx, institutionId, asked)
  return raters.length === 0 ? null : (raters.filter(({ flags }) => flags.length > 0).length / raters.length) * 100
}

async function raterSigns(
  tx: Tx,
  institutionId: string,
  { cycleId, library: all, today }: Asked,
): Promise<OutputOf<typeof readRaterSigns>> {
  const cycle = await findCycle(tx, institutionId, cycleId)
  if (!cycle) throw new Refusal('not-found')
  const library = libraryAt(all, cycle.endsOn)
  const rows = new Map((await listResults(tx, institutionId, cycleId)).map((row) => [row.appraisal_id, row]))
  const formOf = await readForms(tx, institutionId)
  const dimensions = dimensionsOf(library)
  const people = new Map((await listPeople(tx, institutionId, today)).map((one) => [one.personId, one]))
  const units = new Map((await listUnits(tx, institutionId)).map((one) => [one.unitId, one.name]))
  const ratings = (await listRatings(tx, institutionId, cycleId)).flatMap((one): GivenRating[] => {
    const row = rows.get(one.appraisal_id)
    const given = items.parse(one.items)
    const of = row && dimensions.get(formOf(row, one.for_post))
    if (!of || one.rater_person_id === null || of.flat().some((code) => given[code] === undefined)) return []
    return [
      {
        rater: one.rater_person_id,
        ratee: row.person_id,
        scores: of.map((codes) => codes.reduce((sum, code) => sum + Number(given[code]), 0) / codes.length),
        ownUnit: people.get(one.rater_person_id)?.unitId === row.unit_id,
        objective: row.results_score === null ? null : div(row.results_score, 1).valueOf(),
      },
    ]
  })
  const report = raterReport(ratings, rulesOf(library, cycle.endsOn).bias, { tQuantile, tUpper, fUpper })
  if (report.kind === 'undefined') return { mean: null, sd: null, compared: 0, raters: [] }
  return {
    mean: report.mean,
    sd: report.sd,
    compared: report.compared,
    raters: report.raters.map((one) => {
      const person = people.get(one.rater)
      return {
        raterId: one.rater,
        name: person?.name ?? '',
        unit: units.get(person?.unitId ?? '') ?? { zh: '', en: '' },
        ratees: one.ratees,
        leniency: intervalOf(one.leniency),
        aboveObjective: intervalOf(one.aboveObjective),
        range: one.range.kind === 'known' ? one.range.value : null,
        straightLining: 'share' in one.straightLining ? one.straightLining.share : null,
        flags: [...one.flags],
      }
    }),
  }
}

/**
 * What is compared across everybody rated: item by item where the sheets of all classes ask alike (as many of each head, in one order), head by
 * head where they do not.
 */
function dimensionsOf(library: Library) {
  const sheets = FORMS.map((form) => ratingItemsOf(library, form))
  const alike = new Set(sheets.map((sheet) => sheet.map(({ head }) => head).join(' '))).size === 1
  const heads = [...new Set(sheets.flat().map(({ head }) => head))]
  const of = (sheet: ReturnType<typeof ratingItemsOf>) =>
    alike ? sheet.map(({ code }) => [code]) : heads.map((one) => sheet.flatMap(({ head, code }) => (head === one ? [code] : [])))
  return new Map(FORMS.map((form, at) => [form, of(sheets[at] ?? [])]))
}

const intervalOf = (figure: Figure) =>
  figure.kind === 'known' ? { value: figure.value, low: figure.low, high: figure.high, n: figure.n } : null
