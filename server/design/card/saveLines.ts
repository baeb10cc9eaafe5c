import type { CardDesign } from '@milepost/contract/design/card'
import type { CardLineInput } from '@milepost/contract/design/cards'
import type { MeasureDesign } from '@milepost/contract/design/measure'
import { linesOf } from '@milepost/contract/design/weights'
import { type InvalidField, Refusal } from '@milepost/contract/refusals'
import { lastActOn } from '../../platform/audit/lastActOn.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Library } from '../../platform/library.ts'
import { newId } from '../../platform/newId.ts'
import { adopted, adoptMeasures } from '../measure/adoptMeasures.ts'
import { listMeasureRows } from '../measure/data.ts'
import { measureOfRow } from '../measure/measureDesigns.ts'
import { listObjectiveRows } from '../strategy/data.ts'
import { deleteLines, listLineHolders, type NewLine, touchCard, upsertLines } from './data.ts'
import { findBadParent } from './parents.ts'

type Save = { readonly card: CardDesign; readonly revision: number; readonly lines: readonly CardLineInput[] }

/** Makes the card hold exactly these lines, in this order. The card goes back to a draft, its revision rises by one. */
export async function saveLines(
  tx: Tx,
  institutionId: string,
  library: Library,
  { card, revision, lines }: Save,
): Promise<{ revision: number; detached: number }> {
  if (!(await touchCard(tx, institutionId, card.cardId, revision)))
    throw new Refusal('changed-meanwhile', { by: (await lastActOn(tx, institutionId, card.cardId)) ?? '' })
  const before = new Map(linesOf(card).map((line) => [line.cardMeasureId, line]))
  if (lines.some(({ cardMeasureId }) => cardMeasureId !== null && !before.has(cardMeasureId))) throw new Refusal('changed-meanwhile')
  const measures = await measuresOf(tx, institutionId, library, lines)
  const rows = lines.map((line, at): NewLine => {
    const { measure: _named, cardMeasureId, ...rest } = line
    const kept = before.get(cardMeasureId ?? '')
    return {
      ...rest,
      cardMeasureId: cardMeasureId ?? newId(),
      cardId: card.cardId,
      measureId: measures[at]?.measureId ?? '',
      orderNo: at + 1,
      profile: line.profile === undefined ? (kept?.profile ?? null) : line.profile,
      critical: line.critical ?? kept?.critical ?? false,
    }
  })
  refuseTwice(rows, measures)
  refuseProfiles(rows, measures)
  refuseRetired(lines, measures)
  await refuseForeignObjectives(tx, institutionId, card, rows)
  const serves = rows.some((row) => row.parentCardMeasureId !== null)
  const bad = serves ? findBadParent(card, rows, await listLineHolders(tx, institutionId, card.scorecardId)) : null
  if (bad !== null) throw new Refusal('parent-unknown', { code: measures[rows.indexOf(bad)]?.code ?? '' })
  const kept = new Set(rows.map((row) => row.cardMeasureId))
  const detached = await deleteLines(
    tx,
    institutionId,
    [...before.keys()].filter((id) => !kept.has(id)),
  )
  await upsertLines(tx, institutionId, rows)
  return { revision: revision + 1, detached }
}

/** The measure of each line; those named by their library code are taken over. */
async function measuresOf(tx: Tx, institutionId: string, library: Library, lines: readonly CardLineInput[]): Promise<MeasureDesign[]> {
  const ids = lines.flatMap(({ measure }) => ('measureId' in measure ? [measure.measureId] : []))
  const codes = lines.flatMap(({ measure }) => ('libraryCode' in measure ? [measure.libraryCode] : []))
  const byId = new Map((await listMeasureRows(tx, institutionId, { measureIds: ids })).map((row) => [row.measure_id, measureOfRow(row)]))
  const byCode = await adoptMeasures(tx, institutionId, library, codes)
  return lines.map(({ measure }) => {
    if ('libraryCode' in measure) return adopted(byCode, measure.libraryCode)
    const found = byId.get(measure.measureId)
    if (!found) throw new Refusal('measure-unknown', { code: measure.measureId })
    return found
  })
}

/** Only what is added up over the year has months; a level is what it is at its end. */
function refuseProfiles(rows: readonly NewLine[], measures: readonly MeasureDesign[]): void {
  const faults = rows.flatMap(({ profile }, at): InvalidField[] =>
    profile === null || measures[at]?.timeAggregation === 'sum'
      ? []
      : [
          {
            pointer: `/lines/${at}/profile`,
            zh: `“${measures[at]?.name.zh}”不按时间累加，不能有分月比例。请删除分月比例，或改用累加的指标。`,
            en: `“${measures[at]?.name.en || measures[at]?.name.zh}” is not added up over time, so it has no shares by month. Remove them, or use a measure that is added up.`,
          },
        ],
  )
  if (faults.length > 0) throw new Refusal('input-invalid', { count: faults.length }, faults)
}

/** A retired measure stays where it stands and comes onto no other card. */
function refuseRetired(lines: readonly CardLineInput[], measures: readonly MeasureDesign[]): void {
  const at = lines.findIndex((line, index) => line.cardMeasureId === null && measures[index]?.definition.retired != null)
  const measure = measures[at]
  if (measure) throw new Refusal('measure-retired', { code: measure.code, reason: measure.definition.retired?.reason ?? '' })
}

function refuseTwice(rows: readonly NewLine[], measures: readonly MeasureDesign[]): void {
  const codes = measures.map((measure) => measure.code)
  const twice = rows.findIndex((_row, at) => codes.indexOf(codes[at] ?? '') !== at)
  if (twice >= 0) throw new Refusal('measure-twice', { code: codes[twice] ?? '' })
}

async function refuseForeignObjectives(tx: Tx, institutionId: string, card: CardDesign, rows: readonly NewLine[]): Promise<void> {
  const known = new Set((await listObjectiveRows(tx, institutionId, card.scorecardId)).map((row) => row.objective_id))
  if (rows.some(({ objectiveId }) => objectiveId !== null && !known.has(objectiveId))) throw new Refusal('objective-unknown')
}
