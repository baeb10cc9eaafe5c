import { importCards } from '@milepost/contract/design/cards'
import { Refusal } from '@milepost/contract/refusals'
import { findCycle, listPeople, listUnits } from '../../institution/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { headingsIn, readRows } from '../../platform/spreadsheet/columns.ts'
import { importRows, inFileWords } from '../../platform/spreadsheet/importRows.ts'
import { dayOfCycle } from '../card/dayOfCycle.ts'
import { cardsWhere } from '../card/readCards.ts'
import { objectiveByMeasure } from '../cascade/objectiveByMeasure.ts'
import { adoptMeasures } from '../measure/adoptMeasures.ts'
import { listMeasureRows } from '../measure/data.ts'
import { draftOfLibraryMeasure } from '../measure/libraryMeasures.ts'
import { measureOfRow, newestOfEach } from '../measure/measureDesigns.ts'
import { findScorecardDesign } from '../scorecard/scorecardDesigns.ts'
import { CARD_COLUMNS } from './columns.ts'
import { holderFinder } from './holders.ts'
import { judgeCards } from './judgeCards.ts'
import { type FileLine, readLine } from './readLine.ts'
import { saveCards } from './saveCards.ts'

export const importCardsRoute = serve(importCards, {
  run: async ({ tx, institutionId, input, table, library, today, audit }) => {
    const scorecard = await findScorecardDesign(tx, institutionId, { scorecardId: input.scorecardId })
    const cycle = scorecard ? await findCycle(tx, institutionId, scorecard.cycleId) : null
    if (!scorecard || !cycle) throw new Refusal('not-found')
    const { scorecardId } = scorecard
    const rows = readRows(table, CARD_COLUMNS)
    const units = await listUnits(tx, institutionId)
    const people = await listPeople(tx, institutionId, dayOfCycle(cycle, today))
    const cards = await cardsWhere(tx, institutionId, { scorecardId })
    const upper = cards.filter((card) => card.holderKind !== 'person')
    const own = new Map(
      newestOfEach((await listMeasureRows(tx, institutionId)).map(measureOfRow)).map((measure) => [measure.code, measure]),
    )
    const inLibrary = new Map(library.measures.measures.map((measure) => [measure.code, draftOfLibraryMeasure(measure)]))
    const objectiveIds = new Map(scorecard.objectives.map((objective) => [objective.code, objective.objectiveId]))
    const frame = {
      holderOf: holderFinder({ units, people, cards }),
      measureOf: (code: string) => own.get(code) ?? inLibrary.get(code) ?? null,
      objectiveIdOf: (code: string) => objectiveIds.get(code) ?? null,
      usualObjectiveOf: objectiveByMeasure(library.strategy, scorecard, upper.find((card) => card.holderKind === 'institution') ?? null),
    }
    const read = rows.map((row) => readLine(row, frame))
    const headings = headingsIn(table, CARD_COLUMNS)
    const judged = judgeCards(read, scorecard.rules).map((one) => inFileWords(one, headings))
    const report = await importRows(input.step, judged, async (right) => {
      const touched = new Set(right.map(({ save }) => save.holder.key))
      const lines = read.flatMap(({ line }): FileLine[] => (line && touched.has(line.holder.key) ? [line] : []))
      const measures = await adoptMeasures(
        tx,
        institutionId,
        library,
        lines.map((line) => line.measureCode),
      )
      await saveCards(tx, institutionId, { scorecardId, lines, upper, units, measures })
    })
    audit({ kind: 'file', id: table.name, detail: { scorecardId, saved: report.saved, ...report.counts } })
    return report
  },
})
