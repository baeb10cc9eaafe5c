import { participation } from '@milepost/appraisal/participation'
import type { ParticipationVerdict } from '@milepost/appraisal/participationVerdict'
import { openAppraisals } from '@milepost/contract/appraise/appraisals'
import { Refusal } from '@milepost/contract/refusals'
import { type Cycle, cycleInStage, listAbsences, listAssignments, listPeopleDuring, type Person } from '../../institution/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { groupedBy } from '../groupedBy.ts'
import { rulesOf } from '../rulePack.ts'
import { insertAppraisals, listEnrolled, type NewAppraisal } from './data.ts'
import { participationFactsOf } from './participationFacts.ts'

/**
 * Enrols everybody whom the rules reach; the verdict of the participation table is stored with the article it cites. Who left before the
 * cycle ended is left out; those of whom a fact is not known are named, to be enrolled once it is told.
 */
export const openAppraisalsRoute = serve(openAppraisals, {
  run: async ({ tx, institutionId, input, library, audit }) => {
    const cycle = await cycleInStage(tx, institutionId, input.cycleId, 'appraise')
    const enrolled = await listEnrolled(tx, institutionId, cycle.cycleId)
    if ([...enrolled.values()].some((state) => state === 'decided' || state === 'final')) throw new Refusal('grades-already-decided')
    const days = { from: cycle.startsOn, to: cycle.endsOn }
    const people = await listPeopleDuring(tx, institutionId, days)
    const absences = groupedBy(await listAbsences(tx, institutionId, days), (one) => one.personId)
    const assignments = groupedBy(await listAssignments(tx, institutionId, days), (one) => one.personId)
    const told = new Map(input.daysElsewhere?.map((one) => [one.personId, one.days]))
    const rules = rulesOf(library).participation
    const unknown: { personId: string; employeeNo: string; name: string; joinedOn: string; facts: string[] }[] = []
    const opened: NewAppraisal[] = []
    let elsewhere = 0
    for (const person of people) {
      if (enrolled.has(person.personId) || (person.leftOn !== null && person.leftOn < cycle.endsOn)) continue
      const { personId, employeeNo, name, joinedOn } = person
      const facts = participationFactsOf({
        person,
        cycle,
        absences: absences.get(personId) ?? [],
        assignments: assignments.get(personId) ?? [],
        daysElsewhere: told.get(personId) ?? null,
      })
      const verdict = participation(facts, rules)
      if (verdict.kind === 'undefined') unknown.push({ personId, employeeNo, name, joinedOn, facts: [...verdict.facts] })
      else if (verdict.grade === 'elsewhere') elsewhere += 1
      else opened.push(appraisalOf(person, cycle, verdict))
    }
    await insertAppraisals(tx, institutionId, opened)
    audit({ kind: 'cycle', id: cycle.cycleId, detail: { opened: opened.length, unknown: unknown.length } })
    return { opened: opened.length, already: enrolled.size, notUnderTheseRules: elsewhere, unknown }
  },
})

const appraisalOf = (person: Person, cycle: Cycle, verdict: ParticipationVerdict): NewAppraisal => ({
  appraisalId: newId(),
  cycleId: cycle.cycleId,
  personId: person.personId,
  unitId: person.unitId,
  postId: person.post.postId,
  participation: verdict.grade,
  rule: {
    row: verdict.row,
    takesPart: verdict.takesPart,
    grade: verdict.grade,
    inSeatBase: verdict.inSeatBase,
    reasons: verdict.reasons,
    citations: verdict.citations,
  },
})
