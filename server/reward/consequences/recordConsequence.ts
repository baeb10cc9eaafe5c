import { DONE } from '@milepost/contract/fields'
import { type InvalidField, Refusal } from '@milepost/contract/refusals'
import { recordConsequence } from '@milepost/contract/reward/consequenceActs'
import { finalGrades } from '../../appraise/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { pastYears, viewOf } from '../outcome/consequences.ts'
import { cycleOf } from '../pool/settledPool.ts'
import { insertAct } from './data.ts'

/** The office says what became of a proposal. It carries out nothing by itself; a proposal set aside needs a reason, one carried out its paper. */
export const recordConsequenceRoute = serve(recordConsequence, {
  run: async ({ tx, institutionId, input, library, actor, now, audit }) => {
    const { cycleId, personId, proposal, outcome, document, reason } = input
    const cycle = await cycleOf(tx, institutionId, cycleId)
    const result = (await finalGrades(tx, institutionId, cycleId)).find((one) => one.personId === personId)
    if (!result) throw new Refusal('not-found')
    if (!result.isFinal || result.grade === null) throw new Refusal('consequence-too-early')
    const past = (await pastYears(tx, institutionId, cycle)).get(personId) ?? []
    const view = viewOf(library, cycle, result.grade, past)
    if (!view?.proposals.some(({ key }) => key === proposal)) throw new Refusal('proposal-unknown')
    refuseUnsaid(input)
    const by = { recordedAt: now, recordedBy: actor.name }
    await insertAct(tx, institutionId, { actId: newId(), cycleId, personId, proposal, outcome, document, reason, ...by })
    audit({ kind: 'person', id: personId, detail: { cycleId, proposal, outcome, document } })
    return DONE
  },
})

function refuseUnsaid({ outcome, document, reason }: { outcome: string; document: string; reason: string }): void {
  const field: InvalidField | null =
    outcome === 'carried-out' && document === ''
      ? { pointer: '/document', zh: '请填写依据的文件或表单。', en: 'Name the paper it rests on.' }
      : outcome === 'not-carried-out' && reason.length < 5
        ? {
            pointer: '/reason',
            zh: '请写明不办理的理由（至少 5 个字）。',
            en: 'Say why it is not carried out, in five characters or more.',
          }
        : null
  if (field) throw new Refusal('input-invalid', { count: 1 }, [field])
}
