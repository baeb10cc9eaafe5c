import type { MeasureDesign } from '@milepost/contract/design/measure'
import { type LibraryEntry, readMeasureLibrary } from '@milepost/contract/design/measures'
import type { Measure } from '../../../library/schemas/measures.ts'
import type { Strategy } from '../../../library/schemas/strategy.ts'
import { serve } from '../../platform/http/serve.ts'
import { listMeasureRows, listMeasureUses } from './data.ts'
import { draftOfLibraryMeasure } from './libraryMeasures.ts'
import { lintOfMeasure } from './lintMeasures.ts'
import { measureOfRow, newestOfEach } from './measureDesigns.ts'

/** The library in its own order, then the institution's own measures; one that was taken over shows as the institution has it. */
export const readMeasureLibraryRoute = serve(readMeasureLibrary, {
  run: async ({ tx, institutionId, library }) => {
    const held = newestOfEach((await listMeasureRows(tx, institutionId)).map(measureOfRow))
    const uses = await listMeasureUses(tx, institutionId)
    const cards = (measure: MeasureDesign | undefined) => (measure ? (uses.get(measure.measureId)?.cards ?? 0) : 0)
    const heldByCode = new Map(held.map((measure) => [measure.code, measure]))
    const known = new Set(library.measures.measures.map((measure) => measure.code))
    const fromLibrary = library.measures.measures.map((measure): LibraryEntry => {
      const taken = heldByCode.get(measure.code)
      return {
        ...entryOf(taken ?? draftOfLibraryMeasure(measure), taken),
        ...placeOf(measure, library.strategy),
        origin: 'library',
        cards: cards(taken),
      }
    })
    const own = held
      .filter((measure) => !known.has(measure.code))
      .map(
        (measure): LibraryEntry => ({
          ...entryOf(measure, measure),
          perspective: null,
          objectives: [],
          origin: 'own',
          cards: cards(measure),
        }),
      )
    return { source: library.measures.source, verified: library.measures.verified, measures: [...fromLibrary, ...own] }
  },
})

function entryOf(measure: Omit<MeasureDesign, 'measureId' | 'version'>, held: MeasureDesign | undefined) {
  return { ...measure, measureId: held?.measureId ?? null, version: held?.version ?? null, lint: lintOfMeasure(measure) }
}

function placeOf(measure: Measure, strategy: Strategy): Pick<LibraryEntry, 'perspective' | 'objectives'> {
  const perspective = strategy.perspectives.find((one) => one.code === measure.perspective)
  return {
    perspective: perspective ? { code: perspective.code, name: perspective.name } : null,
    objectives: strategy.objectives.filter((one) => one.measures.includes(measure.code)).map(({ code, name }) => ({ code, name })),
  }
}
