import { type InvalidField, Refusal } from '@milepost/contract/refusals'
import { saveWeighing } from '@milepost/contract/run/weighing'
import { serve } from '../../platform/http/serve.ts'
import { putWeighing } from './data.ts'
import { readWeighed } from './weighed.ts'

/** Judgements of how much matters more; nothing on the card changes by it. Codes that are not weighed here are named. */
export const saveWeighingRoute = serve(saveWeighing, {
  run: async ({ tx, institutionId, input, today, audit }) => {
    const { scorecardId, about, revision, judgements, order, ratios } = input
    const { items, weighing, scorecard } = await readWeighed(tx, institutionId, { scorecardId, about, today })
    if (scorecard.state === 'published') throw new Refusal('scorecard-published')
    const known = new Set(items.map(({ code }) => code))
    const stray = (pointer: string, code: string): InvalidField => ({
      pointer,
      zh: `“${code}”不在所比较的项目中，请刷新后再判断。`,
      en: `“${code}” is not among what is weighed here. Reload and judge again.`,
    })
    const faults = [
      ...Object.keys(judgements).flatMap((pair) =>
        pair
          .split('/')
          .filter((code) => !known.has(code))
          .map((code) => stray(`/judgements/${pair.replace('/', '~1')}`, code)),
      ),
      ...order.flatMap((code, at) => (known.has(code) && order.indexOf(code) === at ? [] : [stray(`/order/${at}`, code)])),
    ]
    if (faults.length > 0) throw new Refusal('input-invalid', { count: faults.length }, faults)
    const next = { ...weighing, judgements, order, ratios: ratios.slice(0, Math.max(0, order.length - 1)), revision }
    if (weighing.revision !== revision || !(await putWeighing(tx, institutionId, { scorecardId, about }, next)))
      throw new Refusal('changed-meanwhile')
    audit({ kind: 'scorecard', id: scorecardId, detail: { about, pairs: Object.keys(judgements).length, order } })
    return { revision: revision + 1 }
  },
})
