import type { Bilingual } from '@milepost/terms/bilingual'
import type { Tx } from '../../platform/database/database.ts'
import { appraisalRows } from '../data.ts'
import { findDecision } from '../decision/data.ts'
import { listNotices } from '../notice/data.ts'
import { listServices } from '../results/data.ts'
import { latestSeatRun } from '../seats/data.ts'
import { listCorrections, listReopenings } from './data.ts'

/** When a grade was last opened again or changed after the decision; null: never. */
export async function gradesChangedAt(tx: Tx, institutionId: string, cycleId: string): Promise<Date | null> {
  const changed = (await listCorrections(tx, institutionId, cycleId)).map((one) => one.changed_at)
  return lastOf([...(await openedAt(tx, institutionId, cycleId)), ...changed])
}

const openedAt = async (tx: Tx, institutionId: string, cycleId: string) =>
  (await listReopenings(tx, institutionId, { cycleId })).flatMap((one) =>
    one.state === 'granted' && one.answered_at ? [one.answered_at] : [],
  )

const lastOf = (times: readonly Date[]) => times.reduce<Date | null>((last, at) => (last === null || at > last ? at : last), null)

/** A day as an instant that is on the same day in every time zone people live in. */
const noonOf = (day: string) => new Date(`${day}T12:00:00Z`)

export type Made = {
  readonly what: Bilingual
  readonly madeAt: Date
  /** Known to be out of date, whatever the times say. */
  readonly outdated?: boolean
  readonly mend: Bilingual
  readonly href: string
}

/** What the appraisal room made from the grades. Seats, decision and notice are made anew after a reopening; a grade corrected later is served again. */
export async function madeOf(tx: Tx, institutionId: string, cycleId: string): Promise<Made[]> {
  const run = await latestSeatRun(tx, institutionId, cycleId)
  const decision = await findDecision(tx, institutionId, cycleId)
  const notice = (await listNotices(tx, institutionId)).find((one) => one.cycle_id === cycleId)
  const services = await listServices(tx, institutionId, cycleId)
  const behind = (await appraisalRows(tx, institutionId, cycleId).execute()).filter(
    (row) => services.has(row.appraisal_id) && (services.get(row.appraisal_id)?.version ?? 0) < row.version,
  ).length
  const opened = lastOf(await openedAt(tx, institutionId, cycleId))
  const made: Made[] = []
  if (run)
    made.push({
      what: { zh: '优秀名额测算', en: 'Seats and proposals' },
      madeAt: run.ran_at,
      outdated: opened !== null && run.ran_at < opened,
      mend: { zh: '重新评分、计分、测算', en: 'Rate, score and compute anew' },
      href: '/appraise/calibration',
    })
  if (decision)
    made.push({
      what: { zh: '集体决定', en: 'Collective decision' },
      madeAt: decision.recorded_at,
      outdated: opened !== null && decision.recorded_at < opened,
      mend: { zh: '对重新开启的人再次决定', en: 'Decide again on those reopened' },
      href: '/appraise/decision',
    })
  if (notice)
    made.push({
      what: { zh: '公示', en: 'Notice' },
      madeAt: noonOf(notice.posted_on),
      outdated: notice.withdrawn_at !== null,
      mend: { zh: '重新公示满期', en: 'Post it anew for the whole time' },
      href: '/appraise/notice',
    })
  if (services.size > 0)
    made.push({
      what: { zh: `结果送达（${behind} 人的等次其后有变更）`, en: `Results served (${behind} changed since)` },
      madeAt: noonOf([...services.values()].reduce((last, one) => (one.servedOn > last ? one.servedOn : last), '')),
      outdated: behind > 0,
      mend: { zh: '再次送达变更后的结果', en: 'Serve the changed results' },
      href: '/appraise/results',
    })
  return made
}
