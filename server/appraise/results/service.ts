import { grade } from '@milepost/contract/appraise/appraisals'
import { listResults, readResult, recordRefusedSignature, serveResults, signOpinion } from '@milepost/contract/appraise/results'
import { DONE } from '@milepost/contract/fields'
import { Refusal } from '@milepost/contract/refusals'
import { findCycle, findPerson, personSubject } from '../../institution/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { appraisalRows, findAppraisalRow, lockCycle } from '../data.ts'
import { groupedBy } from '../groupedBy.ts'
import { listReopenings } from '../reopening/data.ts'
import { rulesOf } from '../rulePack.ts'
import { insertServices, listGradeChanges, listInterviews, listRemedyCases, listServices, setOpinion } from './data.ts'
import { needsPlan } from './interviews.ts'
import { standingOf } from './interviewsDue.ts'
import { remedyOpenTo } from './remedies.ts'

/** Art. 17: the result is told in writing, after the notice is over. Doing it again serves only those not served yet, and those whose grade has changed since. */
export const serveResultsRoute = serve(serveResults, {
  run: async ({ tx, institutionId, input, today, actor, audit }) => {
    await lockCycle(tx, institutionId, input.cycleId)
    const rows = await appraisalRows(tx, institutionId, input.cycleId).execute()
    const final = rows.filter((row) => row.state === 'final')
    if (final.length === 0) throw new Refusal('result-not-final')
    const served = await listServices(tx, institutionId, input.cycleId)
    const fresh = final
      .filter((row) => (served.get(row.appraisal_id)?.version ?? 0) < row.version)
      .map((row) => ({ appraisalId: row.appraisal_id, version: row.version }))
    await insertServices(tx, { institutionId, appraisals: fresh, on: today, by: actor.name })
    audit({ kind: 'cycle', id: input.cycleId, detail: { served: fresh.length, appraisals: fresh.map((one) => one.appraisalId) } })
    return { served: fresh.length }
  },
})

export const listResultsRoute = serve(listResults, {
  run: async ({ tx, institutionId, input, library, today }) => {
    const cycle = await findCycle(tx, institutionId, input.cycleId)
    if (!cycle) throw new Refusal('not-found')
    const withinDays = rulesOf(library, cycle.endsOn).cases.interviewDays
    const services = await listServices(tx, institutionId, input.cycleId)
    const interviews = await listInterviews(tx, institutionId, input.cycleId)
    const remedies = groupedBy(await listRemedyCases(tx, institutionId, input.cycleId), (one) => one.appraisalId)
    const rows = (await appraisalRows(tx, institutionId, input.cycleId).execute()).filter((row) => row.state === 'final')
    return {
      results: rows.map((row) => {
        const service = services.get(row.appraisal_id) ?? null
        const interview = interviews.get(row.appraisal_id)
        const due = service && standingOf(service, interview, { withinDays, today })
        return {
          appraisalId: row.appraisal_id,
          personId: row.person_id,
          name: row.name,
          employeeNo: row.employee_no,
          unit: { zh: row.unit_zh, en: row.unit_en },
          grade: grade.nullable().parse(row.grade),
          version: row.version,
          service,
          interview: interview ?? null,
          interviewDue: due?.dueOn ?? null,
          interviewState: due?.state ?? null,
          remedies: [...(remedies.get(row.appraisal_id) ?? [])],
        }
      }),
    }
  },
})

/** What has come of one person's result, and which way is open until when. */
export const readResultRoute = serve(readResult, {
  subject: ({ tx, institutionId, input, today }) => personSubject(tx, institutionId, input.personId, today),
  run: async ({ tx, institutionId, input, library, today }) => {
    const cycle = await findCycle(tx, institutionId, input.cycleId)
    const [row] = await appraisalRows(tx, institutionId, input.cycleId).where('appraisal.person_id', '=', input.personId).execute()
    if (!cycle || !row)
      return {
        appraisalId: null,
        isFinal: false,
        service: null,
        remedies: [],
        open: null,
        interview: null,
        interviewDue: null,
        interviewState: null,
        needsPlan: false,
        reopened: [],
        changes: [],
      }
    const service = (await listServices(tx, institutionId, input.cycleId)).get(row.appraisal_id) ?? null
    const all = await listRemedyCases(tx, institutionId, input.cycleId)
    const remedies = all.filter((one) => one.appraisalId === row.appraisal_id)
    const interview = (await listInterviews(tx, institutionId, input.cycleId)).get(row.appraisal_id)
    const withinDays = rulesOf(library, cycle.endsOn).cases.interviewDays
    const due = service && standingOf(service, interview, { withinDays, today })
    const open = await remedyOpenTo(tx, { institutionId, library, endsOn: cycle.endsOn, service, remedies, grade: row.grade })
    return {
      appraisalId: row.appraisal_id,
      isFinal: row.state === 'final',
      service,
      remedies,
      open: open && today <= open.until ? open : null,
      interview: interview ?? null,
      interviewDue: due?.dueOn ?? null,
      interviewState: due?.state ?? null,
      needsPlan: needsPlan(row.grade),
      reopened: (await listReopenings(tx, institutionId, { appraisalId: row.appraisal_id }))
        .filter((one) => one.state === 'granted')
        .map((one) => ({
          at: one.answered_at?.toISOString() ?? '',
          by: one.answered_by ?? '',
          reason: one.reason,
          gradeBefore: grade.nullable().parse(one.grade_before),
        })),
      changes: await listGradeChanges(tx, institutionId, row.appraisal_id),
    }
  },
})

export const signOpinionRoute = serve(signOpinion, {
  run: async ({ tx, institutionId, input, actor, today, audit }) => {
    if (actor.personId === null) throw new Refusal('not-permitted')
    const [row] = await appraisalRows(tx, institutionId, input.cycleId).where('appraisal.person_id', '=', actor.personId).execute()
    if (!row || !(await listServices(tx, institutionId, input.cycleId)).has(row.appraisal_id)) throw new Refusal('result-not-served')
    const signed = { institutionId, appraisalId: row.appraisal_id, opinion: input.opinion, text: input.text, on: today, witnesses: [] }
    if (!(await setOpinion(tx, signed))) throw new Refusal('opinion-signed')
    audit({ kind: 'appraisal', id: row.appraisal_id, detail: { opinion: input.opinion } })
    return DONE
  },
})

/** Nobody can be made to sign: two people who saw it stand for the signature, and the clocks run from the day of service all the same. */
export const recordRefusedSignatureRoute = serve(recordRefusedSignature, {
  run: async ({ tx, institutionId, input, today, audit }) => {
    const row = await findAppraisalRow(tx, institutionId, input.appraisalId)
    if (!row) throw new Refusal('not-found')
    if (!(await listServices(tx, institutionId, row.cycle_id)).has(row.appraisal_id)) throw new Refusal('result-not-served')
    const witnesses: string[] = []
    for (const witnessId of new Set(input.witnessIds)) {
      const witness = await findPerson(tx, institutionId, witnessId, today)
      if (witness && witnessId !== row.person_id) witnesses.push(witness.name)
    }
    if (witnesses.length !== 2) throw new Refusal('witnesses-not-fit')
    const signed = { institutionId, appraisalId: row.appraisal_id, opinion: 'refused', text: input.text, on: today, witnesses }
    if (!(await setOpinion(tx, signed))) throw new Refusal('opinion-signed')
    audit({ kind: 'appraisal', id: row.appraisal_id, detail: { witnesses } })
    return DONE
  },
})
