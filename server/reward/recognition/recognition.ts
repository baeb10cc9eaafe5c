import { DONE } from '@milepost/contract/fields'
import { Refusal } from '@milepost/contract/refusals'
import { giveRecognition, listRecognition, type Recognition, withdrawRecognition } from '@milepost/contract/reward/recognition'
import { listPeople, listUnits, type Person, type Unit } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { insertRecognition, listRecognitionRows, type RecognitionRow, setWithdrawn } from './data.ts'

/** Recognition is meant to be seen: everybody on the staff reads it. What was withdrawn stays, with the reason. */
export const listRecognitionRoute = serve(listRecognition, {
  run: async ({ tx, institutionId, today }) => {
    const [people, units] = await known(tx, institutionId, today)
    return { recognition: (await listRecognitionRows(tx, institutionId)).map((row) => viewOf(row, people, units)) }
  },
})

export const giveRecognitionRoute = serve(giveRecognition, {
  run: async ({ tx, institutionId, input, today, now, actor, audit }) => {
    const { personIds, unitIds, ...what } = input
    if (personIds.length + unitIds.length === 0)
      throw new Refusal('input-invalid', { count: 1 }, [{ pointer: '/personIds', zh: '请选择人员或部门。', en: 'Choose people or units.' }])
    if (input.givenOn > today)
      throw new Refusal('input-invalid', { count: 1 }, [
        { pointer: '/givenOn', zh: '日期不能在今天之后。', en: 'The day cannot be in the future.' },
      ])
    const [people, units] = await known(tx, institutionId, today)
    if (personIds.some((one) => !people.has(one)) || unitIds.some((one) => !units.has(one))) throw new Refusal('not-found')
    const given = [
      ...[...new Set(personIds)].map((personId) => ({ personId, unitId: null })),
      ...[...new Set(unitIds)].map((unitId) => ({ personId: null, unitId })),
    ].map((whom) => ({ ...what, ...whom, recognitionId: newId(), by: actor.name, at: now }))
    await insertRecognition(tx, institutionId, given)
    audit({ kind: 'recognition', id: given[0]?.recognitionId ?? '', detail: { kind: input.kind, title: input.title, given: given.length } })
    return { given: given.length }
  },
})

export const withdrawRecognitionRoute = serve(withdrawRecognition, {
  run: async ({ tx, institutionId, input, now, audit }) => {
    const { recognitionId, because } = input
    const exists = (await listRecognitionRows(tx, institutionId)).some((row) => row.recognition_id === recognitionId)
    if (!exists) throw new Refusal('not-found')
    if (!(await setWithdrawn(tx, institutionId, { recognitionId, because, at: now }))) throw new Refusal('recognition-withdrawn')
    audit({ kind: 'recognition', id: recognitionId, detail: { because } })
    return DONE
  },
})

/** A person's own, as the page of the person shows it; what was withdrawn is left out. */
export async function recognitionOf(tx: Tx, institutionId: string, personId: string, today: string): Promise<Recognition[]> {
  const rows = await listRecognitionRows(tx, institutionId, personId)
  const [people, units] = await known(tx, institutionId, today)
  return rows.filter((row) => row.withdrawn_at === null).map((row) => viewOf(row, people, units))
}

type Known = readonly [people: ReadonlyMap<string, Person>, units: ReadonlyMap<string, Unit>]

async function known(tx: Tx, institutionId: string, today: string): Promise<Known> {
  return [
    new Map((await listPeople(tx, institutionId, today)).map((person) => [person.personId, person])),
    new Map((await listUnits(tx, institutionId)).map((unit) => [unit.unitId, unit])),
  ]
}

const NOWHERE = { zh: '', en: '' }

function viewOf(row: RecognitionRow, people: Known[0], units: Known[1]): Recognition {
  const person = row.person_id === null ? null : people.get(row.person_id)
  return {
    recognitionId: row.recognition_id,
    kind: row.kind,
    // somebody who has left is not named any more
    person:
      row.person_id === null
        ? null
        : { personId: row.person_id, name: person?.name ?? '', unit: units.get(person?.unitId ?? '')?.name ?? NOWHERE },
    unit: row.unit_id === null ? null : (units.get(row.unit_id)?.name ?? NOWHERE),
    givenOn: row.given_on,
    title: row.title,
    reason: row.reason,
    document: row.document,
    givenBy: row.given_by,
    withdrawnBecause: row.withdrawn_because,
  }
}
