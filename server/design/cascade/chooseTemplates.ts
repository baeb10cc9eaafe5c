import { chooseTemplates } from '@milepost/contract/design/cascade'
import { Refusal } from '@milepost/contract/refusals'
import { listPosts, listUnits } from '../../institution/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { choosePostTemplate, chooseUnitTemplate } from './data.ts'

export const chooseTemplatesRoute = serve(chooseTemplates, {
  run: async ({ tx, institutionId, input, library, actor, now, audit }) => {
    const units = new Map((await listUnits(tx, institutionId)).map((unit) => [unit.unitId, unit]))
    const posts = new Set((await listPosts(tx, institutionId)).map((post) => post.postId))
    for (const { unitId, templateCode } of input.units) {
      const unit = units.get(unitId)
      if (!unit) throw new Refusal('not-found')
      const fits = library.strategy.unitCards.some((card) => card.code === templateCode && card.unitKind === unit.kind)
      if (templateCode !== null && !fits) throw new Refusal('template-unknown', { code: templateCode })
      await chooseUnitTemplate(tx, institutionId, unitId, templateCode, { by: actor.name, at: now })
    }
    for (const { postId, templateCode } of input.posts) {
      if (!posts.has(postId)) throw new Refusal('not-found')
      if (templateCode !== null && !library.strategy.postCards.some((card) => card.code === templateCode))
        throw new Refusal('template-unknown', { code: templateCode })
      await choosePostTemplate(tx, institutionId, postId, templateCode, { by: actor.name, at: now })
    }
    audit({ kind: 'card-templates', id: '', detail: { units: input.units, posts: input.posts } })
    return { chosen: input.units.length + input.posts.length }
  },
})
