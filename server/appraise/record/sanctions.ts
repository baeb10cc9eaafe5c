import { liftSanction, readRecord, recordSanction } from '@milepost/contract/appraise/record'
import { DONE } from '@milepost/contract/fields'
import { type InvalidField, Refusal } from '@milepost/contract/refusals'
import { findPerson } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { serve } from '../../platform/http/serve.ts'
import type { Library } from '../../platform/library.ts'
import { newId } from '../../platform/newId.ts'
import { reviseVerdicts } from '../enrolment/reviseVerdicts.ts'
import { kindsOf } from './ceilingRules.ts'
import { insertSanction, listInvestigations, listSanctions, setLifted } from './data.ts'

export const readRecordRoute = serve(readRecord, {
  run: async ({ tx, institutionId, library, today }) => ({
    sanctions: (await listSanctions(tx, institutionId)).map((row) => ({
      sanctionId: row.sanction_id,
      personId: row.person_id,
      name: row.name,
      employeeNo: row.employee_no,
      kind: row.kind,
      decidedOn: row.decided_on,
      inForceUntil: row.in_force_until,
      document: row.document,
      liftedOn: row.lifted_on,
      recordedBy: row.recorded_by,
    })),
    investigations: (await listInvestigations(tx, institutionId)).map((row) => ({
      investigationId: row.investigation_id,
      personId: row.person_id,
      name: row.name,
      employeeNo: row.employee_no,
      openedOn: row.opened_on,
      document: row.document,
      closedOn: row.closed_on,
      sanctionId: row.sanction_id,
      recordedBy: row.recorded_by,
    })),
    kinds: kindsOf(library, today),
  }),
})

type Given = { readonly kind: string; readonly decidedOn: string; readonly inForceUntil: string | null }

/** What is wrong with a sanction as it was entered; `at` is where its fields stand in the input. */
export function faultsOfSanction(given: Given, { library, today, at }: { library: Library; today: string; at: string }): InvalidField[] {
  const faults: InvalidField[] = []
  if (!kindsOf(library, given.decidedOn).some(({ kind }) => kind === given.kind))
    faults.push({
      pointer: `${at}/kind`,
      zh: '规则包中没有这种处分，无法确定对等次的影响，请先补充规则。',
      en: 'The rule pack says nothing of this kind of sanction. Add the rule first.',
    })
  if (given.decidedOn > today)
    faults.push({ pointer: `${at}/decidedOn`, zh: '决定日期不能晚于今天。', en: 'The decision lies in the future.' })
  if (given.inForceUntil !== null && given.inForceUntil < given.decidedOn)
    faults.push({ pointer: `${at}/inForceUntil`, zh: '期满日期早于决定日期。', en: 'It ends before it was decided.' })
  return faults
}

/** A record is about somebody the institution knows. */
export async function requirePerson(tx: Tx, institutionId: string, personId: string, today: string): Promise<void> {
  if (!(await findPerson(tx, institutionId, personId, today)))
    throw new Refusal('input-invalid', { count: 1 }, [
      { pointer: '/personId', zh: '没有这名职工，请重新选择。', en: 'There is no such person. Choose again.' },
    ])
}

export const recordSanctionRoute = serve(recordSanction, {
  run: async ({ tx, institutionId, input, library, today, now, actor, audit }) => {
    await requirePerson(tx, institutionId, input.personId, today)
    const faults = faultsOfSanction(input, { library, today, at: '' })
    if (faults.length > 0) throw new Refusal('input-invalid', { count: faults.length }, faults)
    const sanctionId = newId()
    await insertSanction(tx, { institutionId, sanctionId, ...input, by: actor.name, at: now })
    const revised = await reviseVerdicts(tx, { institutionId, library, today, personIds: [input.personId] })
    audit({ kind: 'sanction', id: sanctionId, detail: { personId: input.personId, kind: input.kind, revised } })
    return { sanctionId }
  },
})

export const liftSanctionRoute = serve(liftSanction, {
  run: async ({ tx, institutionId, input, library, today, audit }) => {
    const personId = await setLifted(tx, { institutionId, sanctionId: input.sanctionId, on: input.liftedOn })
    if (personId === undefined) throw new Refusal('not-found')
    const revised = await reviseVerdicts(tx, { institutionId, library, today, personIds: [personId] })
    audit({ kind: 'sanction', id: input.sanctionId, detail: { personId, revised } })
    return DONE
  },
})
