import { daysBetween } from '@milepost/appraisal/days'
import { participation } from '@milepost/appraisal/participation'
import type { ParticipationFacts } from '@milepost/appraisal/participationFacts'
import type { ParticipationVerdict } from '@milepost/appraisal/participationVerdict'
import { openAppraisals } from '@milepost/contract/appraise/appraisals'
import { Refusal } from '@milepost/contract/refusals'
import { type Absence, type Cycle, findCycle, listAbsences, listPeopleDuring, type Person } from '../../institution/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { participationRulesOf } from '../rulePack.ts'
import { insertAppraisals, listEnrolled, type NewAppraisal } from './data.ts'

/** Enrols everybody whom the rules reach; the verdict of the participation table is stored with the article it cites. */
export const openAppraisalsRoute = serve(openAppraisals, {
  run: async ({ tx, institutionId, input, library, audit }) => {
    const cycle = await findCycle(tx, institutionId, input.cycleId)
    if (!cycle) throw new Refusal('not-found')
    const days = { from: cycle.startsOn, to: cycle.endsOn }
    const people = await listPeopleDuring(tx, institutionId, days)
    const absences = await listAbsences(tx, institutionId, days)
    const enrolled = await listEnrolled(tx, institutionId, cycle.cycleId)
    const rules = participationRulesOf(library)
    const unknown: { name: string; facts: string[] }[] = []
    const opened: NewAppraisal[] = []
    let elsewhere = 0
    for (const person of people) {
      if (enrolled.has(person.personId) || person.leftOn !== null) continue
      const verdict = participation(factsOf(person, cycle, absences), rules)
      if (verdict.kind === 'undefined') unknown.push({ name: person.name, facts: [...verdict.facts] })
      else if (verdict.grade === 'elsewhere') elsewhere += 1
      else opened.push(appraisalOf(person, cycle, verdict))
    }
    await insertAppraisals(tx, institutionId, opened)
    audit({ kind: 'cycle', id: cycle.cycleId, detail: { opened: opened.length } })
    return { opened: opened.length, already: enrolled.size, notUnderTheseRules: elsewhere, unknown }
  },
})

/** Days are counted inside the cycle; absences by kind, overlaps not merged because one person has one absence at a time. */
function factsOf(person: Person, cycle: Cycle, absences: readonly Absence[]): ParticipationFacts {
  const from = person.joinedOn > cycle.startsOn ? person.joinedOn : cycle.startsOn
  const away = (kind: Absence['kind']) =>
    absences
      .filter((one) => one.personId === person.personId && one.kind === kind)
      .reduce((days, one) => days + daysInside(one.startsOn, one.endsOn, cycle), 0)
  return {
    track: person.track,
    refusesAfterTalks: false,
    investigation: { state: 'none' },
    sanctioned: false,
    firstJob: person.firstJob,
    daysHere: daysBetween(from, cycle.endsOn) + 1,
    daysElsewhere: person.joinedOn <= cycle.startsOn ? 0 : person.firstJob ? 0 : null,
    leaveDays: { sick: away('sick'), personal: away('personal'), study: away('study'), maternity: away('maternity') },
    posting: { kind: 'none' },
    holdsTwoPosts: false,
  }
}

function daysInside(startsOn: string, endsOn: string, cycle: Cycle): number {
  const from = startsOn > cycle.startsOn ? startsOn : cycle.startsOn
  const to = endsOn < cycle.endsOn ? endsOn : cycle.endsOn
  return from > to ? 0 : daysBetween(from, to) + 1
}

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
