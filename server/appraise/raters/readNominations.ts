import { readNominations } from '@milepost/contract/appraise/raters'
import { Refusal } from '@milepost/contract/refusals'
import { findCycle, listPeople } from '../../institution/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { findAppraisalRow } from '../data.ts'
import { areTied, tiesInForce } from '../record/tiesData.ts'
import { placeOf, ratedOf, readRaters } from './raters.ts'

/** The person sees whom they asked for and what became of it, the superior what waits for an answer; others see nothing. */
export const readNominationsRoute = serve(readNominations, {
  run: async ({ tx, institutionId, input, library, actor, today }) => {
    const appraisal = await findAppraisalRow(tx, institutionId, input.appraisalId)
    const cycle = appraisal && (await findCycle(tx, institutionId, appraisal.cycle_id))
    if (!appraisal || !cycle) throw new Refusal('not-permitted')
    const [of] = await readRaters(tx, { institutionId, cycle, today, library }, [ratedOf(appraisal)])
    const isOffice = actor.roles.includes('performance-office')
    const isSuperior = of !== undefined && placeOf(of, actor.personId)?.group === 'superior'
    const isSelf = actor.personId === appraisal.person_id
    if (!of || !(isOffice || isSuperior || isSelf)) throw new Refusal('not-permitted')
    const people = await listPeople(tx, institutionId, today)
    const names = new Map(people.map((one) => [one.personId, one.name]))
    const ties = await tiesInForce(tx, institutionId)
    const taken = new Set(of.raters.map((one) => one.personId))
    const isOpen = appraisal.state === 'enrolled' || appraisal.state === 'scored'
    return {
      nominations: of.roles
        .filter((role) => role.kind === 'nominated')
        .map(({ raterRoleId, raterPersonId, group, state, reason }) => ({
          raterRoleId,
          rater: names.get(raterPersonId) ?? '',
          group,
          state,
          reason,
        })),
      mayAnswer: isOpen && !isSelf,
      mayNominate: isOpen,
      people: people
        .filter(
          (one) => one.personId !== appraisal.person_id && !taken.has(one.personId) && !areTied(ties, appraisal.person_id, one.personId),
        )
        .map(({ personId, name, employeeNo }) => ({ personId, name, employeeNo })),
    }
  },
})
