import type { MeasureDesign } from '@milepost/contract/design/measure'
import { Refusal } from '@milepost/contract/refusals'
import type { Tx } from '../../platform/database/database.ts'
import type { Library } from '../../platform/library.ts'
import { newId } from '../../platform/newId.ts'
import { insertMeasures, listMeasureRows } from './data.ts'
import { draftOfLibraryMeasure } from './libraryMeasures.ts'
import { measureOfRow, newestOfEach } from './measureDesigns.ts'

/**
 * The institution's measures of these codes, newest version, by code. One that is only in the library is taken over;
 * one that is nowhere is left out.
 */
export async function adoptMeasures(
  tx: Tx,
  institutionId: string,
  library: Library,
  codes: readonly string[],
): Promise<Map<string, MeasureDesign>> {
  const wanted = [...new Set(codes)]
  const own = newestOfEach((await listMeasureRows(tx, institutionId, { codes: wanted })).map(measureOfRow))
  const found = new Map(own.map((measure) => [measure.code, measure]))
  const taken = library.measures.measures
    .filter(({ code }) => wanted.includes(code) && !found.has(code))
    .map((measure): MeasureDesign => ({ ...draftOfLibraryMeasure(measure), measureId: newId(), version: 1 }))
  await insertMeasures(tx, institutionId, taken)
  for (const measure of taken) found.set(measure.code, measure)
  return found
}

/** The same for one code that must exist. */
export function adopted(measures: ReadonlyMap<string, MeasureDesign>, code: string): MeasureDesign {
  const measure = measures.get(code)
  if (!measure) throw new Refusal('measure-unknown', { code })
  return measure
}
