import { closeInvestigation, openInvestigation } from '@milepost/contract/appraise/record'
import { DONE } from '@milepost/contract/fields'
import { Refusal } from '@milepost/contract/refusals'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { reviseVerdicts } from '../enrolment/reviseVerdicts.ts'
import { findInvestigation, insertInvestigation, insertSanction, setInvestigationClosed } from './data.ts'
import { faultsOfSanction, requirePerson } from './sanctions.ts'

/** Art. 42: while a case is open the person takes part without comment or grade, and is hidden from raters. */
export const openInvestigationRoute = serve(openInvestigation, {
  run: async ({ tx, institutionId, input, library, today, now, actor, audit }) => {
    await requirePerson(tx, institutionId, input.personId, today)
    if (input.openedOn > today)
      throw new Refusal('input-invalid', { count: 1 }, [
        { pointer: '/openedOn', zh: '立案日期不能晚于今天。', en: 'The day lies in the future.' },
      ])
    const investigationId = newId()
    if (!(await insertInvestigation(tx, { institutionId, investigationId, ...input, by: actor.name, at: now })))
      throw new Refusal('investigation-open')
    const revised = await reviseVerdicts(tx, { institutionId, library, today, personIds: [input.personId] })
    audit({ kind: 'investigation', id: investigationId, detail: { personId: input.personId, revised } })
    return { investigationId }
  },
})

/** Closing says what came of it: nothing, or a sanction that is recorded with it. The grade can be settled from then on. */
export const closeInvestigationRoute = serve(closeInvestigation, {
  run: async ({ tx, institutionId, input, library, today, now, actor, audit }) => {
    const known = await findInvestigation(tx, institutionId, input.investigationId)
    if (!known) throw new Refusal('not-found')
    if (known.closed_on !== null) throw new Refusal('investigation-closed')
    const faults = input.sanction ? faultsOfSanction(input.sanction, { library, today, at: '/sanction' }) : []
    if (input.closedOn < known.opened_on || input.closedOn > today)
      faults.push({
        pointer: '/closedOn',
        zh: '结案日期应在立案之后、今天之前。',
        en: 'A case is closed after it was opened and not after today.',
      })
    if (faults.length > 0) throw new Refusal('input-invalid', { count: faults.length }, faults)
    const sanctionId = input.sanction ? newId() : null
    if (input.sanction && sanctionId)
      await insertSanction(tx, { institutionId, sanctionId, personId: known.person_id, ...input.sanction, by: actor.name, at: now })
    await setInvestigationClosed(tx, { institutionId, investigationId: input.investigationId, on: input.closedOn, sanctionId })
    const revised = await reviseVerdicts(tx, { institutionId, library, today, personIds: [known.person_id] })
    audit({ kind: 'investigation', id: input.investigationId, detail: { personId: known.person_id, sanctionId, revised } })
    return DONE
  },
})
