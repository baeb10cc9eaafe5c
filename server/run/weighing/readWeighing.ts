import { PERSPECTIVES, readWeighing } from '@milepost/contract/run/weighing'
import { serve } from '../../platform/http/serve.ts'
import { readWeighed } from './weighed.ts'

export const readWeighingRoute = serve(readWeighing, {
  run: async ({ tx, institutionId, input, today }) => {
    const { scorecard, card, items, weighing } = await readWeighed(tx, institutionId, { ...input, today })
    const under = new Map(card.perspectives.map((one) => [one.perspectiveId, one.objectives.flatMap(({ measures }) => measures).length]))
    return {
      scorecard: { name: scorecard.name, state: scorecard.state },
      groups: [
        { about: PERSPECTIVES, name: { zh: '各维度', en: 'Perspectives' }, items: scorecard.perspectives.length },
        ...scorecard.perspectives.map(({ perspectiveId, name }) => ({ about: perspectiveId, name, items: under.get(perspectiveId) ?? 0 })),
      ],
      items: items.map((one) => ({ ...one, past: { ...one.past } })),
      judgements: { ...weighing.judgements },
      order: [...weighing.order],
      ratios: [...weighing.ratios],
      revision: weighing.revision,
      cardRevision: card.revision,
      adopted: weighing.adopted,
    }
  },
})
