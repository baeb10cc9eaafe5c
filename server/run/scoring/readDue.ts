import type { Gap } from '@milepost/contract/run/gap'
import type { Holder } from '@milepost/contract/run/holder'
import type { Bilingual } from '@milepost/terms/bilingual'
import { findScorecardId, readAskedLines } from '../../design/published.ts'
import { type Cycle, findInstitutionRow, listPeopleDuring, listUnits } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Tell } from '../../platform/http/answerInSteps.ts'
import { neededParts } from '../values/judgeFigures.ts'
import type { Facts } from './facts.ts'
import { type DuePlace, duePlaces } from './gaps.ts'
import { readFactsOf } from './readFacts.ts'

export type Due = { readonly facts: Facts; readonly places: readonly DuePlace[] }

/** Everything the scorecard of a cycle wants values for; nothing while there is no scorecard. */
export async function readDue(tx: Tx, institutionId: string, given: { cycle: Cycle; today: string; tell?: Tell }): Promise<Due> {
  const { tell, ...of } = given
  const scorecardId = await findScorecardId(tx, institutionId, given.cycle.cycleId)
  const lines = scorecardId ? await readAskedLines(tx, institutionId, scorecardId) : []
  const facts = await readFactsOf(tx, institutionId, { ...of, lines, cardIds: [], holderIds: [] })
  const places = await duePlaces(lines, facts, async (done, all) => tell?.({ doing: 'looking', done, of: all }))
  return { facts, places }
}

type HolderName = { readonly name: Bilingual; readonly code: string }
export type HolderNames = (holder: Holder) => HolderName

/** What holders are called and by which code a file names them. */
export async function readHolderNames(tx: Tx, institutionId: string, cycle: Pick<Cycle, 'startsOn' | 'endsOn'>): Promise<HolderNames> {
  const institution = await findInstitutionRow(tx, institutionId)
  const units = new Map((await listUnits(tx, institutionId)).map((unit) => [unit.unitId, unit]))
  const people = new Map(
    (await listPeopleDuring(tx, institutionId, { from: cycle.startsOn, to: cycle.endsOn })).map((one) => [one.personId, one]),
  )
  const own: HolderName = { name: { zh: institution.name_zh, en: institution.name_en }, code: institution.code }
  return (holder) => {
    if (holder.kind === 'institution') return own
    if (holder.kind === 'unit') {
      const unit = units.get(holder.unitId)
      return { name: { zh: unit?.name.zh ?? '', en: unit?.name.en || (unit?.name.zh ?? '') }, code: unit?.code ?? '' }
    }
    const person = people.get(holder.personId)
    return { name: { zh: person?.name ?? '', en: person?.nameEn || (person?.name ?? '') }, code: person?.employeeNo ?? '' }
  }
}

export function gapView(place: DuePlace, names: HolderNames): Gap {
  const { key, measure, holder, period, state, value } = place
  const { name, code } = names(holder)
  return {
    key,
    measureId: measure.measureId,
    measure: { code: measure.code, name: { ...measure.name }, unit: { ...measure.unit } },
    holder,
    holderName: { ...name },
    holderCode: code,
    period: { periodId: period.periodId, code: period.code, dueOn: period.dueOn },
    state: state === 'late' || state === 'missing' ? state : 'not_due',
    needs: neededParts(measure, period.kind),
    owner: { ...measure.definition.owner },
    asked: value?.state === 'not-applicable-asked',
  }
}
