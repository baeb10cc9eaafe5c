import { listConsequences } from '@milepost/contract/reward/outcome'
import { finalGrades, rulesAt } from '../../appraise/published.ts'
import { listPosts, listUnits } from '../../institution/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { type Act, listActs } from '../consequences/data.ts'
import { cycleOf } from '../pool/settledPool.ts'
import { pastYears, previewsOf, viewOf, withActs } from './consequences.ts'

function byPerson(acts: readonly Act[]): ReadonlyMap<string, readonly Act[]> {
  const found = new Map<string, Act[]>()
  for (const act of acts) found.set(act.personId, [...(found.get(act.personId) ?? []), act])
  return found
}

const NOWHERE = { zh: '', en: '' }

/** For the personnel office: what each result leads to; and before the vote, what each grade would lead to. */
export const listConsequencesRoute = serve(listConsequences, {
  run: async ({ tx, institutionId, input, library }) => {
    const cycle = await cycleOf(tx, institutionId, input.cycleId)
    const units = new Map((await listUnits(tx, institutionId)).map((unit) => [unit.unitId, unit.name]))
    const posts = new Map((await listPosts(tx, institutionId)).map((post) => [post.postId, post.title]))
    const past = await pastYears(tx, institutionId, cycle)
    const acts = byPerson(await listActs(tx, institutionId, input.cycleId))
    const { title, source } = rulesAt(library, cycle.endsOn)
    return {
      year: cycle.year,
      rules: { title, source },
      rows: (await finalGrades(tx, institutionId, input.cycleId)).map((one) => {
        const own = past.get(one.personId) ?? []
        const view = one.grade === null ? null : viewOf(library, cycle, one.grade, own)
        return {
          personId: one.personId,
          employeeNo: one.employeeNo,
          name: one.name,
          unit: units.get(one.unitId) ?? NOWHERE,
          post: posts.get(one.postId) ?? NOWHERE,
          grade: one.grade,
          isFinal: one.isFinal,
          outcomes: view ? [withActs(view, acts.get(one.personId) ?? [])] : previewsOf(library, cycle, own),
        }
      }),
    }
  },
})
