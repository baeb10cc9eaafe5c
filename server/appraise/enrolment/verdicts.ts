import { participation } from '@milepost/appraisal/participation'
import type { ParticipationUnknown, ParticipationVerdict } from '@milepost/appraisal/participationVerdict'
import { type Cycle, listAbsences, listAssignments, listPeopleDuring, type Person } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Library } from '../../platform/library.ts'
import { groupedBy } from '../groupedBy.ts'
import { type Ceilings, readCeilings } from '../record/ceilings.ts'
import { listInvestigations } from '../record/data.ts'
import { listPostings, listRefusals } from '../record/standingData.ts'
import { rulesOf } from '../rulePack.ts'
import { participationFactsOf, secondPostOf } from './participationFacts.ts'
import { type Placement, placementOf } from './placement.ts'

export type Judged = {
  readonly person: Person
  readonly verdict: ParticipationVerdict | ParticipationUnknown
  /** Where the year is appraised: the unit of more than half of it. */
  readonly placement: Placement
  readonly secondPostId: string | null
}

type Asked = {
  readonly institutionId: string
  readonly cycle: Cycle
  readonly library: Library
  /** Days worked elsewhere, by person, as far as somebody has told. */
  readonly daysElsewhere: ReadonlyMap<string, number>
}

/** What the participation table says of everybody employed at the end of the cycle, from everything on record today. */
export async function judgePeople(tx: Tx, asked: Asked): Promise<Judged[]> {
  const { institutionId, cycle, library } = asked
  const days = { from: cycle.startsOn, to: cycle.endsOn }
  const people = (await listPeopleDuring(tx, institutionId, days)).filter((one) => one.leftOn === null || one.leftOn >= cycle.endsOn)
  const absences = groupedBy(await listAbsences(tx, institutionId, days), (one) => one.personId)
  const assignments = groupedBy(await listAssignments(tx, institutionId, days), (one) => one.personId)
  const postings = groupedBy(await listPostings(tx, institutionId), (one) => one.person_id)
  const refusing = new Set((await listRefusals(tx, institutionId, cycle.cycleId)).map((one) => one.person_id))
  const open = new Set((await listInvestigations(tx, institutionId)).flatMap((one) => (one.closed_on === null ? [one.person_id] : [])))
  const ceilingOf: Ceilings = await readCeilings(tx, institutionId, { cycle, library })
  const rules = rulesOf(library, cycle.endsOn).participation
  return people.map((person) => {
    const { personId } = person
    const held = assignments.get(personId) ?? []
    const facts = participationFactsOf({
      person,
      cycle,
      absences: absences.get(personId) ?? [],
      assignments: held,
      postings: (postings.get(personId) ?? []).map((one) => ({ kind: one.kind, startsOn: one.starts_on, endsOn: one.ends_on })),
      daysElsewhere: asked.daysElsewhere.get(personId) ?? null,
      refusesAfterTalks: refusing.has(personId),
      caseIsOpen: open.has(personId),
      sanctioned: ceilingOf(personId).kind !== 'none',
    })
    return {
      person,
      verdict: participation(facts, rules),
      placement: placementOf(person, held, cycle),
      secondPostId: secondPostOf(held, cycle)?.post.postId ?? null,
    }
  })
}

/** The verdict as it is stored and shown. */
export const storedVerdict = (verdict: ParticipationVerdict) => ({
  row: verdict.row,
  takesPart: verdict.takesPart,
  grade: verdict.grade,
  inSeatBase: verdict.inSeatBase,
  grader: verdict.grader,
  reasons: verdict.reasons,
  citations: verdict.citations,
})
