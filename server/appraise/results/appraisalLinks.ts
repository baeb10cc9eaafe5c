import type { LaterLinks } from '../../run/published.ts'
import { appraisalRows } from '../data.ts'
import { listMissingRows } from '../missing/data.ts'
import { whoReported } from '../selfReport/data.ts'
import { listServices } from './data.ts'
import { interviewsDue } from './interviewsDue.ts'

/** The links of the appraisal in each unit: the report of those scored already, the person's word on a served result, the interview past its days. */
export const appraisalLinks: LaterLinks = async (tx, institutionId, { cycle, today, library }) => {
  const rows = await appraisalRows(tx, institutionId, cycle.cycleId).execute()
  if (rows.length === 0) return []
  const reported = await whoReported(tx, institutionId, cycle.cycleId)
  const waived = new Set(
    (await listMissingRows(tx, institutionId, cycle.cycleId)).flatMap((one) =>
      one.what === 'self-report' && one.waived_by !== null ? [one.person_id] : [],
    ),
  )
  const services = await listServices(tx, institutionId, cycle.cycleId)
  const interviews = await interviewsDue(tx, { institutionId, cycle, library, today })
  return [...new Set(rows.map((row) => row.unit_id))].map((unitId) => {
    const own = rows.filter((row) => row.unit_id === unitId)
    const due = own.filter((row) => row.state !== 'enrolled' && !(waived.has(row.person_id) && !reported.has(row.person_id)))
    const served = own.flatMap((row) => services.get(row.appraisal_id) ?? [])
    const talks = interviews.filter((one) => one.row.unit_id === unitId && one.state !== 'open')
    const count = (...states: string[]) => talks.filter((one) => states.includes(one.state)).length
    const unsigned = served.filter((one) => one.opinion === null)
    const missing = talks.filter((one) => one.state === 'not-held' || one.state === 'not-confirmed')
    return {
      unitId,
      links: [
        { link: 'self-report', due: due.length, onTime: due.filter((row) => reported.has(row.person_id)).length, late: 0 },
        { link: 'signed', due: served.length, onTime: served.length - unsigned.length, late: 0 },
        { link: 'interview', due: talks.length, onTime: count('in-time'), late: count('late') },
      ],
      waiting: [
        ...waitingFor(
          'signed',
          unsigned.map((one) => one.servedOn),
        ),
        ...waitingFor(
          'interview',
          missing.map((one) => one.dueOn),
        ),
      ],
    }
  })
}

function waitingFor(what: 'signed' | 'interview', days: readonly string[]) {
  const since = days.toSorted()[0]
  return since === undefined ? [] : [{ what, count: days.length, since }]
}
