import type { ParticipationVerdict } from '@milepost/appraisal/participationVerdict'
import { openAppraisals } from '@milepost/contract/appraise/appraisals'
import { Refusal } from '@milepost/contract/refusals'
import { type Cycle, cycleInStage } from '../../institution/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { isDecided } from '../data.ts'
import { setDefaultDue } from '../raters/ladder.ts'
import { insertAppraisals, listEnrolled, type NewAppraisal, saveVerdicts } from './data.ts'
import { type Judged, judgePeople, storedVerdict } from './verdicts.ts'

/**
 * Enrols everybody whom the rules reach; the verdict of the participation table is stored with the article it cites, and read again for those
 * enrolled before. Who left before the cycle ended is left out; those of whom a fact is not known are named, to be enrolled once it is told.
 */
export const openAppraisalsRoute = serve(openAppraisals, {
  run: async ({ tx, institutionId, input, library, actor, today, audit }) => {
    const cycle = await cycleInStage(tx, institutionId, input.cycleId, 'appraise')
    const enrolled = await listEnrolled(tx, institutionId, cycle.cycleId)
    if ([...enrolled.values()].some(({ state }) => isDecided(state))) throw new Refusal('grades-already-decided')
    const daysElsewhere = new Map([
      ...[...enrolled].flatMap(([personId, { days }]) => (days === null ? [] : [[personId, days] as const])),
      ...(input.daysElsewhere ?? []).map((one) => [one.personId, one.days] as const),
    ])
    const unknown: { personId: string; employeeNo: string; name: string; joinedOn: string; facts: string[] }[] = []
    const opened: NewAppraisal[] = []
    const again: NewAppraisal[] = []
    let elsewhere = 0
    for (const judged of await judgePeople(tx, { institutionId, cycle, library, daysElsewhere })) {
      const { verdict } = judged
      const { personId, employeeNo, name, joinedOn } = judged.person
      const known = enrolled.get(personId)
      if (verdict.kind === 'undefined') unknown.push({ personId, employeeNo, name, joinedOn, facts: [...verdict.facts] })
      else if (verdict.grade === 'elsewhere') elsewhere += known ? 0 : 1
      else (known ? again : opened).push(appraisalOf(judged, verdict, { cycle, daysElsewhere: daysElsewhere.get(personId) ?? null }))
    }
    await insertAppraisals(tx, institutionId, opened)
    await setDefaultDue(tx, { institutionId, cycleId: cycle.cycleId, today, by: actor.name })
    const revised = await saveVerdicts(tx, institutionId, again)
    audit({
      kind: 'cycle',
      id: cycle.cycleId,
      detail: { opened: opened.length, revised, notUnderTheseRules: elsewhere, undetermined: unknown.map((one) => one.name) },
    })
    return { opened: opened.length, already: enrolled.size, notUnderTheseRules: elsewhere, unknown }
  },
})

export const appraisalOf = (
  { person, placement, secondPostId }: Judged,
  verdict: ParticipationVerdict,
  { cycle, daysElsewhere }: { cycle: Cycle; daysElsewhere: number | null },
): NewAppraisal => ({
  appraisalId: newId(),
  cycleId: cycle.cycleId,
  personId: person.personId,
  ...placement,
  secondPostId: verdict.appraisedInBothPosts ? secondPostId : null,
  daysElsewhere,
  participation: verdict.grade,
  rule: storedVerdict(verdict),
})
