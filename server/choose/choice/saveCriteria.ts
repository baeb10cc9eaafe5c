import { saveCriteria } from '@milepost/contract/choose/choice'
import { Refusal } from '@milepost/contract/refusals'
import { serve } from '../../platform/http/serve.ts'
import { listJudges } from '../judging/data.ts'
import { changeChoice } from './data.ts'
import { openedChoice } from './openedChoice.ts'

/**
 * Own criteria beside the library's, until judges are invited: what they judge must not change under their hands. Judgements and ratings of
 * a criterion that goes are dropped; one that comes has none until somebody gives them, and nothing can be decided before.
 */
export const saveCriteriaRoute = serve(saveCriteria, {
  run: async ({ tx, institutionId, input, audit }) => {
    const choice = await openedChoice(tx, institutionId, input)
    const judges = await listJudges(tx, institutionId, input.choiceId)
    if (judges.length > 0) throw new Refusal('criteria-being-judged', { judges: judges.length })
    const codes = input.criteria.map(({ code }) => code)
    const twice = codes.findIndex((code, at) => codes.indexOf(code) !== at)
    if (twice >= 0)
      throw new Refusal('input-invalid', { count: 1 }, [
        {
          pointer: `/criteria/${twice}/code`,
          zh: `代码“${codes[twice]}”已被另一准则使用，请换一个。`,
          en: `The code “${codes[twice]}” is used by another criterion. Choose another.`,
        },
      ])
    const stays = ([place]: readonly [string, unknown]) => codes.includes(place.split('/')[0] ?? '')
    const revision = await changeChoice(tx, institutionId, choice, {
      criteria: input.criteria,
      judgements: inOrder(choice.judgements, codes),
      ratings: Object.fromEntries(Object.entries(choice.ratings).filter(stays)),
      reasons: Object.fromEntries(Object.entries(choice.reasons).filter(stays)),
    })
    audit({ kind: 'choice', id: input.choiceId, detail: { revision, criteria: codes } })
    return { revision }
  },
})

/** Judgements between criteria that stay, each written with the one first that now comes first. */
function inOrder(judgements: Readonly<Record<string, string>>, codes: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(judgements).flatMap(([pair, value]) => {
      const [row = '', column = ''] = pair.split('/')
      const [a, b] = [codes.indexOf(row), codes.indexOf(column)]
      if (a < 0 || b < 0) return []
      return [a < b ? [pair, value] : [`${column}/${row}`, value === '1' ? '1' : value.startsWith('1/') ? value.slice(2) : `1/${value}`]]
    }),
  )
}
