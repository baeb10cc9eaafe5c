import { Refusal } from '@milepost/contract/refusals'
import { closePeriod, readClosing } from '@milepost/contract/run/periods'
import { findCycle } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Tell } from '../../platform/http/answerInSteps.ts'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { type DuePlace, isGap } from '../scoring/gaps.ts'
import { gapView, readDue, readHolderNames } from '../scoring/readDue.ts'
import { countChecks } from '../values/checkData.ts'
import { waitForOtherWriters } from '../values/insertData.ts'
import { snapshotOf } from './closeSnapshot.ts'
import { changePeriod, findPeriod, insertClose, type Period } from './data.ts'
import { lockOpenPeriod } from './lockOpenPeriod.ts'
import { periodView } from './periodView.ts'
import { insertWaivers } from './waiverData.ts'

export const readClosingRoute = serve(readClosing, {
  run: async ({ tx, institutionId, input, today }) => {
    const period = await findPeriod(tx, institutionId, { periodId: input.periodId })
    const cycle = period && (await findCycle(tx, institutionId, period.cycleId))
    if (!period || !cycle) throw new Refusal('not-found')
    const gaps = await gapsOf(tx, institutionId, { period, today })
    const names = await readHolderNames(tx, institutionId, cycle)
    const views = gaps.map((place) => gapView(place, names))
    const { unchecked, returned } = await countChecks(tx, institutionId, cycle.cycleId, period.periodId)
    return { period: periodView(period), gaps: views, asked: views.filter((one) => one.asked).length, unchecked, returned }
  },
})

/** A period is closed once every due value is reported, granted as not applicable, or waived with a reason; figures nobody verified stay as they are. */
export const closePeriodRoute = serve(closePeriod, {
  run: async ({ tx, institutionId, input, actor, now, today, tell, audit }) => {
    await tell({ doing: 'reading', done: 0, of: 0 })
    await waitForOtherWriters(tx, institutionId)
    const period = await lockOpenPeriod(tx, institutionId, input.periodId)
    if (today <= period.endsOn) throw new Refusal('period-not-over', { period: period.code, endsOn: period.endsOn })
    const reasons = new Map(input.waivers.map((waiver) => [waiver.key, waiver.reason]))
    const gaps = await gapsOf(tx, institutionId, { period, today, tell })
    // who asked for not-applicable is answered, or the request is left open with a reason of its own: never under that of the rest
    const unanswered = gaps.filter((gap) => gap.value?.state === 'not-applicable-asked' && reasons.get(gap.key) === undefined)
    const unexplained = gaps.filter((gap) => reasons.get(gap.key) === undefined && input.waiveRest === undefined)
    if (unexplained.length > 0)
      throw new Refusal('period-has-gaps', { period: period.code, gaps: unexplained.length, measures: measuresOf(unexplained) })
    if (unanswered.length > 0)
      throw new Refusal('period-has-requests', { period: period.code, count: unanswered.length, measures: measuresOf(unanswered) })
    await insertWaivers(
      tx,
      institutionId,
      gaps.map((gap) => ({
        waiverId: newId(),
        periodId: period.periodId,
        periodRevision: period.revision,
        measureId: gap.measure.measureId,
        holder: gap.holder,
        reason: reasons.get(gap.key) ?? input.waiveRest ?? '',
        waivedBy: actor.name,
        waivedAt: now,
      })),
      (done) => tell({ doing: 'waiving', done, of: gaps.length }),
    )
    // the last word that can stop it
    await tell({ doing: 'fixing', done: 0, of: 0 })
    await changePeriod(tx, institutionId, period.periodId, { state: 'closed', closed_at: now, closed_by: actor.name })
    const { valueIds, hash } = await snapshotOf(tx, institutionId, period.periodId)
    const { periodId, code, revision } = period
    await insertClose(tx, institutionId, { periodId, revision, valueIds, hash, waived: gaps.length, closedAt: now, closedBy: actor.name })
    audit({ kind: 'period', id: periodId, detail: { period: code, revision, waived: gaps.length, values: valueIds.length, hash } })
    return { waived: gaps.length, hash }
  },
})

/** Due places of this period that neither a value, a granted not-applicable nor a suspension fills. */
async function gapsOf(tx: Tx, institutionId: string, given: { period: Period; today: string; tell?: Tell }): Promise<DuePlace[]> {
  const cycle = await findCycle(tx, institutionId, given.period.cycleId)
  if (!cycle) return []
  const { places } = await readDue(tx, institutionId, { ...given, cycle })
  return places.filter((place) => place.period.periodId === given.period.periodId && isGap(place))
}

const measuresOf = (gaps: readonly DuePlace[]) => [...new Set(gaps.map((gap) => gap.measure.code))].slice(0, 12)
