import { Refusal } from '@milepost/contract/refusals'
import { adoptWeights } from '@milepost/contract/run/weighing'
import { WEIGHING_REASONS, WEIGHING_WAYS } from '@milepost/decision/weighingWords'
import type { WeighingReason, WeighingWay } from '@milepost/decision/weightsSideBySide'
import { putWeights } from '../../design/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { putWeighing } from './data.ts'
import { readWeighed, sideBySide } from './weighed.ts'

/** The weights of one way are computed here anew, set on the draft, and kept with the reason and the name of who adopted them. */
export const adoptWeightsRoute = serve(adoptWeights, {
  run: async ({ tx, institutionId, input, actor, now, today, audit }) => {
    const { scorecardId, about, revision, cardRevision, way, reason } = input
    const weighed = await readWeighed(tx, institutionId, { scorecardId, about, today })
    const { scorecard, card, items, weighing, perspectiveId } = weighed
    if (weighing.revision !== revision) throw new Refusal('changed-meanwhile')
    const found = sideBySide(weighed)[way]
    if (found.kind === 'none') throw notFound(way, found.because, found.criteria)
    const { weights } = found
    const after = await putWeights(tx, institutionId, { scorecard, card, cardRevision, perspectiveId, weights })
    const before = Object.fromEntries(items.map(({ code, weightBp }) => [code, weightBp]))
    const adopted = { way, reason, by: actor.name, at: now.toISOString(), before, after }
    if (!(await putWeighing(tx, institutionId, { scorecardId, about }, { ...weighing, adopted }))) throw new Refusal('changed-meanwhile')
    audit({ kind: 'scorecard', id: scorecardId, detail: { about, way, reason, before, after } })
    return { after }
  },
})

function notFound(way: WeighingWay, because: WeighingReason, criteria: readonly string[]): Refusal {
  const [name, why] = [WEIGHING_WAYS[way], WEIGHING_REASONS[because]]
  return new Refusal('weights-not-found', {
    way: name.zh,
    wayEn: `by ${name.en}`,
    because: why.zh,
    becauseEn: why.en,
    codes: [...criteria],
  })
}
