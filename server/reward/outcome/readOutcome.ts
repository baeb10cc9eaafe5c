import { Refusal } from '@milepost/contract/refusals'
import { readOutcome } from '@milepost/contract/reward/outcome'
import { finalGrades, rulesAt } from '../../appraise/published.ts'
import { findPerson, listUnits, personSubject } from '../../institution/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { listActs } from '../consequences/data.ts'
import { cycleOf } from '../pool/settledPool.ts'
import { approvedLinesOf } from './approvedLines.ts'
import { pastYears, viewOf, withActs } from './consequences.ts'
import { yearsOf } from './yearsOf.ts'

/** What a result leads to: the effects of the grade by the rules, and the pay of every approved pool explained. */
export const readOutcomeRoute = serve(readOutcome, {
  subject: ({ tx, institutionId, input, today }) => personSubject(tx, institutionId, input.personId, today),
  run: async ({ tx, institutionId, input, library, today }) => {
    const cycle = await cycleOf(tx, institutionId, input.cycleId)
    const person = await findPerson(tx, institutionId, input.personId, today)
    if (!person) throw new Refusal('not-found')
    const unit = (await listUnits(tx, institutionId)).find((one) => one.unitId === person.unitId)
    const result = (await finalGrades(tx, institutionId, input.cycleId)).find((one) => one.personId === input.personId)
    const grade = result?.isFinal ? result.grade : null
    const past = grade && (await pastYears(tx, institutionId, cycle)).get(input.personId)
    const view = grade && viewOf(library, cycle, grade, past ?? [])
    const { title, source, effects } = rulesAt(library, cycle.endsOn)
    return {
      person: { personId: person.personId, name: person.name, unit: unit?.name ?? { zh: '', en: '' }, post: person.post.title },
      grade,
      officialScore: result?.isFinal ? result.officialScore : null,
      effects: effects.find((effect) => effect.grade === grade) ?? null,
      consequences: view && withActs(view, await listActs(tx, institutionId, input.cycleId, input.personId)),
      rules: { title, source },
      lines: await approvedLinesOf(tx, institutionId, input.cycleId, input.personId),
      ...(await yearsOf(tx, institutionId, { cycle, personId: input.personId, today })),
    }
  },
})
