import type { CardDesign } from '@milepost/contract/design/card'
import type { MeasureDesign } from '@milepost/contract/design/measure'
import { linesOf } from '@milepost/contract/design/weights'
import { Refusal } from '@milepost/contract/refusals'
import type { Unit } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { newId } from '../../platform/newId.ts'
import { deleteLines, insertCards, type NewCard, type NewLine, touchCard, upsertLines } from '../card/data.ts'
import { parentsFirst } from '../card/parentsFirst.ts'
import { adopted } from '../measure/adoptMeasures.ts'
import type { FileHolder } from './holders.ts'
import type { FileLine } from './readLine.ts'

type Given = {
  readonly scorecardId: string
  /** All lines of every card that is saved, those that stay the same too. */
  readonly lines: readonly FileLine[]
  /** All cards of institution and units today. */
  readonly upper: readonly CardDesign[]
  readonly units: readonly Unit[]
  readonly measures: ReadonlyMap<string, MeasureDesign>
}

/** Writes whole cards. A new line links to the line of the same measure on the nearest card above. */
export async function saveCards(tx: Tx, institutionId: string, { scorecardId, lines, upper, units, measures }: Given): Promise<void> {
  const holders = [...new Map(lines.map(({ holder }) => [holder.key, holder])).values()]
  const cardIds = new Map(holders.map((holder) => [holder.key, holder.card?.cardId ?? newId()]))
  const added = holders.filter((holder) => holder.card === null)
  await insertCards(
    tx,
    institutionId,
    added.map((holder) => newCard(holder, { scorecardId, cardId: cardIds.get(holder.key) ?? '' })),
  )
  for (const { card } of holders)
    if (card && !(await touchCard(tx, institutionId, card.cardId, card.revision))) throw new Refusal('changed-meanwhile')

  const ids = new Map(lines.map((line) => [line, line.before?.cardMeasureId ?? newId()]))
  const above = linesAbove({ lines, ids, upper, units })
  const rows = lines.map((line, at): NewLine => {
    const parent = line.before?.parentCardMeasureId ?? above(line)
    return {
      cardMeasureId: ids.get(line) ?? '',
      cardId: cardIds.get(line.holder.key) ?? '',
      measureId: line.before?.measureId ?? adopted(measures, line.measureCode).measureId,
      objectiveId: line.objectiveId,
      orderNo: at + 1,
      weightBp: line.weightBp,
      rule: line.rule,
      valueScope: line.valueScope,
      cascadeKind:
        parent === null
          ? 'unique'
          : (line.before?.parentCardMeasureId && line.before.cascadeKind) || (line.valueScope === 'own' ? 'contributory' : 'shared'),
      parentCardMeasureId: parent,
      profile: line.before?.profile ?? null,
      critical: line.before?.critical ?? false,
    }
  })
  const kept = new Set(rows.map((row) => row.cardMeasureId))
  const gone = holders.flatMap(({ card }) => (card ? linesOf(card) : [])).filter((line) => !kept.has(line.cardMeasureId))
  await deleteLines(
    tx,
    institutionId,
    gone.map((line) => line.cardMeasureId),
  )
  await upsertLines(tx, institutionId, parentsFirst(rows))
}

const newCard = ({ kind, unitId, personId }: FileHolder, { scorecardId, cardId }: { scorecardId: string; cardId: string }): NewCard => ({
  cardId,
  scorecardId,
  holderKind: kind,
  unitId,
  personId,
  templateCode: null,
})

type Lines = Pick<Given, 'lines' | 'upper' | 'units'> & { readonly ids: ReadonlyMap<FileLine, string> }

/** The line of the same measure on the nearest card above, in the file or in the database: own unit, units upwards, institution. */
function linesAbove({ lines, ids, upper, units }: Lines): (line: FileLine) => string | null {
  const INSTITUTION = 'institution'
  const at = new Map<string, string>()
  for (const card of upper) for (const line of linesOf(card)) at.set(`${card.unitId ?? INSTITUTION} ${line.code}`, line.cardMeasureId)
  for (const line of lines)
    if (line.holder.kind !== 'person') at.set(`${line.holder.unitId ?? INSTITUTION} ${line.measureCode}`, ids.get(line) ?? '')
  const parentOf = new Map(units.map((unit) => [unit.unitId, unit.parentUnitId]))
  return ({ holder, measureCode }) => {
    if (holder.kind === 'institution') return null
    const first = holder.kind === 'person' ? holder.unitId : (parentOf.get(holder.unitId ?? '') ?? null)
    for (let unitId = first; unitId !== null; unitId = parentOf.get(unitId) ?? null) {
      const found = at.get(`${unitId} ${measureCode}`)
      if (found !== undefined) return found
    }
    return at.get(`${INSTITUTION} ${measureCode}`) ?? null
  }
}
