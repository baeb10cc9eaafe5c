import { saveMethods } from '@milepost/contract/choose/choice'
import { Refusal } from '@milepost/contract/refusals'
import { serve } from '../../platform/http/serve.ts'
import { changeChoice } from './data.ts'
import { openedChoice } from './openedChoice.ts'

/** Own methods beside the library's. Ratings of a method that goes are dropped; one that comes has none until somebody rates it. */
export const saveMethodsRoute = serve(saveMethods, {
  run: async ({ tx, institutionId, input, audit }) => {
    const choice = await openedChoice(tx, institutionId, input)
    const codes = input.methods.map(({ code }) => code)
    const twice = codes.findIndex((code, at) => codes.indexOf(code) !== at)
    if (twice >= 0)
      throw new Refusal('input-invalid', { count: 1 }, [
        {
          pointer: `/methods/${twice}/code`,
          zh: `代码“${codes[twice]}”已被另一方法使用，请换一个。`,
          en: `The code “${codes[twice]}” is used by another method. Choose another.`,
        },
      ])
    const stays = ([place]: readonly [string, unknown]) => codes.includes(place.split('/')[1] ?? '')
    const revision = await changeChoice(tx, institutionId, choice, {
      methods: input.methods,
      ratings: Object.fromEntries(Object.entries(choice.ratings).filter(stays)),
      reasons: Object.fromEntries(Object.entries(choice.reasons).filter(stays)),
    })
    audit({ kind: 'choice', id: input.choiceId, detail: { revision, methods: codes } })
    return { revision }
  },
})
