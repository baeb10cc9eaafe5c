import { midYearOpens } from '@milepost/appraisal/midYear'
import { Refusal } from '@milepost/contract/refusals'
import { type MidYearMatters, readMidYear, readMidYearMatters } from '@milepost/contract/run/checkIns'
import { developmentGoals, findCardOfPerson, findScorecardId, readCards } from '../../design/published.ts'
import {
  type Cycle,
  currentCycle,
  findCycle,
  listPeopleDuring,
  listUnits,
  type Person,
  personSubject,
  readHeads,
  unitsHeadedBy,
} from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { serve } from '../../platform/http/serve.ts'
import { standingsOn } from '../redLines/standing.ts'
import { liveScores } from '../scoring/liveScore.ts'
import { type CheckIn, listCheckIns } from './data.ts'

export type MidYearState = 'none' | 'to-hold' | 'late' | 'unconfirmed' | 'held'

/** Silence after the day is late and never done; one who joined after the day owes none, and before it opens nobody does. */
export function midYearState(
  cycle: Pick<Cycle, 'midYearBy'> | null,
  person: Pick<Person, 'joinedOn'>,
  held: CheckIn | undefined,
  today: string,
): MidYearState {
  if (held) return held.confirmedByPersonAt === null ? 'unconfirmed' : 'held'
  const by = cycle?.midYearBy ?? null
  if (by === null || today < midYearOpens(by) || person.joinedOn > by) return 'none'
  return today > by ? 'late' : 'to-hold'
}

export const midYearOf = (talks: readonly CheckIn[], personId: string): CheckIn | undefined =>
  talks.find((talk) => talk.kind === 'mid-year' && talk.personId === personId)

/** The plan of a person, and of the unit the person heads, as both stand now: every line with its last figure, the goals with their days. */
export async function readMatters(
  tx: Tx,
  institutionId: string,
  { cycle, personId, today }: { readonly cycle: Cycle; readonly personId: string; readonly today: string },
): Promise<MidYearMatters> {
  const scorecardId = await findScorecardId(tx, institutionId, cycle.cycleId)
  if (scorecardId === null) return { asOf: today, items: [], goals: [] }
  const own = await findCardOfPerson(tx, institutionId, scorecardId, personId)
  const unitIds = await unitsHeadedBy(tx, institutionId, personId, today)
  const ofUnits = unitIds.length === 0 ? [] : await readCards(tx, institutionId, scorecardId, { holderKinds: ['unit'], unitIds })
  const scored = await liveScores(tx, institutionId, { cycle, cards: [...(own ? [own] : []), ...ofUnits], today })
  const items = scored.flatMap((one) =>
    standingsOn(one).map(({ line, silent, ...stands }): MidYearMatters['items'][number] => {
      const target = 'target' in line.rule ? line.rule.target : stands.target
      const { code, name, unit } = line
      return { of: one.card.holderKind === 'unit' ? 'unit' : 'own', code, name, unit, ...stands, target, silent: [...silent] }
    }),
  )
  const goals = own ? await developmentGoals(tx, institutionId, [own.cardId]) : []
  return { asOf: today, items, goals: goals.map(({ title, dueOn, state }) => ({ title, dueOn, state })) }
}

export const readMidYearMattersRoute = serve(readMidYearMatters, {
  subject: ({ tx, institutionId, input, today }) => personSubject(tx, institutionId, input.personId, today),
  run: async ({ tx, institutionId, input, today }) => {
    const cycle = await currentCycle(tx, institutionId, today)
    if (!cycle) throw new Refusal('not-found')
    return { matters: await readMatters(tx, institutionId, { cycle, personId: input.personId, today }) }
  },
})

/** Everybody who has somebody above, on the day the reviews were due: held, late, or still to hold. */
export const readMidYearRoute = serve(readMidYear, {
  run: async ({ tx, institutionId, input, today }) => {
    const cycle = await findCycle(tx, institutionId, input.cycleId)
    if (!cycle) throw new Refusal('not-found')
    const talks = await listCheckIns(tx, institutionId, { cycleId: cycle.cycleId })
    const units = new Map((await listUnits(tx, institutionId)).map((unit) => [unit.unitId, unit.name]))
    const name = (person: Person) => ({ zh: person.name, en: person.nameEn || person.name })
    const owing = await whoOwes(tx, institutionId, { cycle, today })
    return {
      by: cycle.midYearBy,
      people: owing.flatMap(({ person, head, heads }) => {
        const held = midYearOf(talks, person.personId)
        const state = midYearState(cycle, person, held, today)
        if (state === 'none' || cycle.midYearBy === null) return []
        return [
          {
            personId: person.personId,
            name: name(person),
            unit: { ...(units.get(person.unitId) ?? { zh: '', en: '' }) },
            heads: heads ? { ...(units.get(person.unitId) ?? { zh: '', en: '' }) } : null,
            head: name(head),
            state,
            heldOn: held?.heldOn ?? null,
            heldLate: held !== undefined && held.heldOn > cycle.midYearBy,
            hasChanges: (held?.changes ?? '') !== '',
            checkInId: held?.checkInId ?? null,
          },
        ]
      }),
    }
  },
})

/** Those who are there on the day the reviews are due (today, before it comes) and have somebody above. */
export async function whoOwes(tx: Tx, institutionId: string, { cycle, today }: { readonly cycle: Cycle; readonly today: string }) {
  const by = cycle.midYearBy
  if (by === null || today < midYearOpens(by)) return []
  const on = today < by ? today : by
  const heads = await readHeads(tx, institutionId, on)
  return (await listPeopleDuring(tx, institutionId, { from: on, to: on })).flatMap((person) => {
    const head = heads.headOf(person)
    if (head === null || person.joinedOn > by) return []
    return [{ person, head, heads: heads.headOfUnit(person.unitId)?.personId === person.personId }]
  })
}
