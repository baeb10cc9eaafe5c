import { importScheme } from '@milepost/contract/design/exchange'
import { Refusal } from '@milepost/contract/refusals'
import { findDecidedChoice } from '../../choose/published.ts'
import { findCycle, listUnits } from '../../institution/published.ts'
import { contentHash } from '../../platform/audit/canonicalJson.ts'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { insertCards, upsertLines } from '../card/data.ts'
import { adoptMeasures } from '../measure/adoptMeasures.ts'
import { listMeasureRows } from '../measure/data.ts'
import { draftOfLibraryMeasure } from '../measure/libraryMeasures.ts'
import { measureOfRow, newestOfEach } from '../measure/measureDesigns.ts'
import { findScorecardRow, insertScorecard } from '../scorecard/data.ts'
import { insertStrategy } from '../strategy/data.ts'
import { againstLast } from './againstLast.ts'
import { judgeScheme } from './judgeScheme.ts'
import { schemeRows } from './schemeRows.ts'

/** A scheme of another year or institution as the draft of a cycle that has none. Nothing is saved while anything in it is wrong. */
export const importSchemeRoute = serve(importScheme, {
  run: async ({ tx, institutionId, input, library, audit }) => {
    const { scheme, hash } = input.file
    const cycle = await findCycle(tx, institutionId, input.cycleId)
    if (!cycle) throw new Refusal('not-found')
    const units = await listUnits(tx, institutionId)
    const own = newestOfEach((await listMeasureRows(tx, institutionId)).map(measureOfRow))
    const known = new Map([
      ...library.measures.measures.map((measure) => [measure.code, draftOfLibraryMeasure(measure)] as const),
      ...own.map((measure) => [measure.code, measure] as const),
    ])
    const faults = judgeScheme(scheme, {
      measureOf: (code) => known.get(code) ?? null,
      unitCodes: new Set(units.map(({ code }) => code)),
    })
    if (faults.length > 0) throw new Refusal('input-invalid', { count: faults.length }, faults)
    if (await findScorecardRow(tx, institutionId, { cycleId: cycle.cycleId })) throw new Refusal('scorecard-exists', { year: cycle.year })
    const found = {
      perspectives: scheme.perspectives.length,
      objectives: scheme.objectives.length,
      links: scheme.links.length,
      cards: scheme.cards.length,
      lines: scheme.cards.reduce((sum, { lines }) => sum + lines.length, 0),
      intact: contentHash(scheme) === hash,
    }
    const against = await againstLast(tx, institutionId, { cycle, scheme })
    if (input.step === 'check') return { scorecardId: null, ...found, against }
    const scorecardId = newId()
    const codes = [...new Set(scheme.cards.flatMap(({ lines }) => lines.map(({ code }) => code)))]
    const ofLibrary = codes.filter((code) => !own.some((measure) => measure.code === code))
    const measures = new Map([
      ...own.map((measure) => [measure.code, measure] as const),
      ...(await adoptMeasures(tx, institutionId, library, ofLibrary)),
    ])
    const unitIds = new Map(units.map(({ code, unitId }) => [code, unitId]))
    const { strategy, cards, lines } = schemeRows(scheme, { scorecardId, unitIds, measures, newId })
    const { name, mission, vision, rules } = scheme
    const choiceId = (await findDecidedChoice(tx, institutionId))?.choiceId ?? null
    await insertScorecard(tx, {
      institutionId,
      scorecardId,
      cycleId: cycle.cycleId,
      name,
      mission,
      vision,
      rules,
      choiceId,
      carriedFrom: null,
    })
    await insertStrategy(tx, institutionId, scorecardId, strategy)
    await insertCards(tx, institutionId, cards)
    await upsertLines(tx, institutionId, lines)
    audit({ kind: 'scorecard', id: scorecardId, detail: { year: cycle.year, ofYear: input.file.year, ...found } })
    return { scorecardId, ...found, against }
  },
})
