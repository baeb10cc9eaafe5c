import { readPerson } from '@milepost/contract/institution/people'
import { Refusal } from '@milepost/contract/refusals'
import { serve } from '../../platform/http/serve.ts'
import { listUnits } from '../units/data.ts'
import { listAbsencesOf } from './absences/data.ts'
import { findPerson, listAssignmentsOf } from './data.ts'
import { findHeadOf } from './heads.ts'
import { personRowOf } from './readPeople.ts'
import { personSubject } from './subjects.ts'

export const readPersonRoute = serve(readPerson, {
  subject: ({ tx, institutionId, input, today }) => personSubject(tx, institutionId, input.personId, today),
  run: async ({ tx, institutionId, input, today }) => {
    const person = await findPerson(tx, institutionId, input.personId, today)
    if (!person) throw new Refusal('not-found')
    const units = await listUnits(tx, institutionId)
    const names = new Map(units.map((unit) => [unit.unitId, unit.name]))
    const head = await findHeadOf(tx, institutionId, person, today)
    const assignments = await listAssignmentsOf(tx, institutionId, person.personId)
    return {
      person: { ...personRowOf(person, names), firstJob: person.firstJob },
      assignments: assignments.toReversed().map((held) => ({
        assignmentId: held.assignmentId,
        unit: names.get(held.unitId) ?? { zh: '', en: '' },
        post: held.post.title,
        postClass: held.post.postClass,
        coefficientHundredths: held.post.coefficientHundredths,
        kind: held.kind,
        isHead: held.isHead,
        validFrom: held.validFrom,
        validTo: held.validTo,
      })),
      absences: await listAbsencesOf(tx, institutionId, person.personId),
      head: head && { personId: head.personId, name: head.name, nameEn: head.nameEn },
    }
  },
})
