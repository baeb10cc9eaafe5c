import type { MeasureDesign, MeasureDraft } from '@milepost/contract/design/measure'
import { canonicalJson } from '../../platform/audit/canonicalJson.ts'
import type { Tx } from '../../platform/database/database.ts'
import { newId } from '../../platform/newId.ts'
import { insertMeasures, listMeasureRows, listMeasureUses, updateMeasure } from './data.ts'
import { measureOfRow, newestOfEach } from './measureDesigns.ts'

const COUNTED = ['unit', 'direction', 'timeAggregation', 'unitAggregation', 'ratioScale'] as const

/** Whoever changes how it is counted breaks the series, whatever was said; the rest is for the editor to say. */
function comparabilityOf(before: MeasureDesign, draft: MeasureDraft): 'minor' | 'major' {
  const counted = COUNTED.some((part) => canonicalJson(before[part]) !== canonicalJson(draft[part]))
  return counted || before.definition.calculation !== draft.definition.calculation ? 'major' : draft.definition.comparability
}

/**
 * Keeps own measures by their code. A new code is a new measure; a known one is changed, or becomes a new version when a card that
 * no longer changes holds it, so that what was agreed stays as it was.
 */
export async function keepMeasures(tx: Tx, institutionId: string, drafts: readonly MeasureDraft[]): Promise<MeasureDesign[]> {
  const rows = await listMeasureRows(tx, institutionId, { codes: drafts.map((draft) => draft.code) })
  const held = new Map(newestOfEach(rows.map(measureOfRow)).map((measure) => [measure.code, measure]))
  const uses = await listMeasureUses(tx, institutionId)
  const added: MeasureDesign[] = []
  const kept: MeasureDesign[] = []
  for (const draft of drafts) {
    const before = held.get(draft.code)
    const libraryCode = before?.libraryCode ?? draft.libraryCode
    const fixed = before !== undefined && (uses.get(before.measureId)?.fixed ?? false)
    const measure = {
      ...draft,
      definition: {
        ...draft.definition,
        comparability: fixed ? comparabilityOf(before, draft) : (before?.definition.comparability ?? 'minor'),
      },
      libraryCode,
      measureId: fixed ? newId() : (before?.measureId ?? newId()),
      version: (before?.version ?? 1) + (fixed ? 1 : 0),
    }
    kept.push(measure)
    if (before === undefined || fixed) added.push(measure)
    else await updateMeasure(tx, institutionId, measure)
  }
  await insertMeasures(tx, institutionId, added)
  return kept
}
