import { checkedRules } from '@milepost/appraisal/normChecks'
import { recordNormFinding } from '@milepost/contract/appraise/norms'
import { DONE } from '@milepost/contract/fields'
import { Refusal } from '@milepost/contract/refusals'
import { findCycle } from '../../institution/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { rulesOf } from '../rulePack.ts'
import { insertFinding } from './findingData.ts'

/** A named person says of a rule that no record shows whether it was kept. What the program checks from the records nobody writes over. */
export const recordNormFindingRoute = serve(recordNormFinding, {
  run: async ({ tx, institutionId, input, library, actor, now, today, audit }) => {
    const { cycleId, ruleId, verdict, note, on } = input
    const cycle = await findCycle(tx, institutionId, cycleId)
    const rule = cycle && rulesOf(library, cycle.endsOn).norms.find((one) => one.id === ruleId)
    if (!rule) throw new Refusal('not-found')
    if (checkedRules().includes(ruleId)) throw new Refusal('norm-from-records', { rule: rule.text.zh, ruleEn: rule.text.en })
    if (on > today) throw new Refusal('input-invalid', { count: 1 }, [IN_FUTURE])
    await insertFinding(tx, institutionId, { cycleId, ruleId, verdict, note, on, by: actor.name, byAccountId: actor.accountId, at: now })
    audit({ kind: 'cycle', id: cycleId, detail: { rule: rule.text, article: rule.citation.article, verdict, note, checkedOn: on } })
    return DONE
  },
})

const IN_FUTURE = { pointer: '/on', zh: '核对日期不能晚于今天。', en: 'The day of the check lies in the future.' }
