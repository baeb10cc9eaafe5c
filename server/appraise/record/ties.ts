import type { Actor } from '@milepost/access/actor'
import { declareTie, endTie, readTies, tieKind } from '@milepost/contract/appraise/ties'
import { DONE } from '@milepost/contract/fields'
import { Refusal } from '@milepost/contract/refusals'
import { listPeople } from '../../institution/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { requirePerson } from './sanctions.ts'
import { insertTie, listTies, setTieEnded } from './tiesData.ts'

/** The discipline office and the performance office answer for recusal; everybody else declares for themselves. */
const answersForAll = (actor: Actor) => actor.roles.some((role) => role === 'discipline' || role === 'performance-office')

export const readTiesRoute = serve(readTies, {
  run: async ({ tx, institutionId, actor, today }) => {
    const forAll = answersForAll(actor)
    const all = await listTies(tx, institutionId)
    const shown = all.filter((row) => forAll || row.person_id === actor.personId || row.other_person_id === actor.personId)
    const people = await listPeople(tx, institutionId, today)
    return {
      ties: shown.map((row) => ({
        tieId: row.tie_id,
        person: { personId: row.person_id, name: row.name },
        other: { personId: row.other_person_id, name: row.other_name },
        kind: tieKind.parse(row.kind),
        declaredBy: row.declared_by,
        declaredOn: row.declared_on,
      })),
      forAll,
      people: people.map(({ personId, name, employeeNo }) => ({ personId, name, employeeNo })),
    }
  },
})

export const declareTieRoute = serve(declareTie, {
  run: async ({ tx, institutionId, input, actor, today, audit }) => {
    const personId = input.personId ?? actor.personId
    if (personId === null || (personId !== actor.personId && !answersForAll(actor))) throw new Refusal('not-permitted')
    for (const one of [personId, input.otherPersonId]) await requirePerson(tx, institutionId, one, today)
    if (personId === input.otherPersonId)
      throw new Refusal('input-invalid', { count: 1 }, [
        { pointer: '/otherPersonId', zh: '回避关系须在两人之间。', en: 'A tie is between two people.' },
      ])
    const tieId = newId()
    const tie = { institutionId, tieId, personId, otherPersonId: input.otherPersonId, kind: input.kind }
    if (!(await insertTie(tx, { ...tie, by: actor.name, accountId: actor.accountId, on: today }))) throw new Refusal('tie-known')
    audit({ kind: 'tie', id: tieId, detail: { personId, otherPersonId: input.otherPersonId, kind: input.kind } })
    return { tieId }
  },
})

export const endTieRoute = serve(endTie, {
  run: async ({ tx, institutionId, input, today, audit }) => {
    if (!(await setTieEnded(tx, { institutionId, tieId: input.tieId, on: today }))) throw new Refusal('not-found')
    audit({ kind: 'tie', id: input.tieId })
    return DONE
  },
})
