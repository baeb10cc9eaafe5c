import { criterion, judgeChoice, method } from '@milepost/contract/choose/choice'
import { type InvalidField, Refusal } from '@milepost/contract/refusals'
import { z } from 'zod'
import { serve } from '../../platform/http/serve.ts'
import { lockChoice, saveJudgements } from './data.ts'

export const judgeChoiceRoute = serve(judgeChoice, {
  run: async ({ tx, institutionId, input, audit }) => {
    const row = await lockChoice(tx, institutionId, input.choiceId)
    if (!row) throw new Refusal('not-found')
    if (row.state === 'decided') throw new Refusal('choice-decided')
    if (row.revision !== input.revision) throw new Refusal('changed-meanwhile')
    refuseUnknownPairs(input, z.array(criterion).parse(row.criteria), z.array(method).parse(row.methods))
    const revision = row.revision + 1
    await saveJudgements(tx, { institutionId, choiceId: input.choiceId, revision, judgements: input.judgements, ratings: input.ratings })
    audit({ kind: 'choice', id: input.choiceId, detail: { revision } })
    return { revision }
  },
})

type Codes = readonly { code: string }[]

function refuseUnknownPairs(
  input: { judgements: Record<string, string>; ratings: Record<string, number> },
  criteria: Codes,
  methods: Codes,
) {
  const order = new Map(criteria.map((one, at) => [one.code, at]))
  const known = new Set(methods.map((one) => one.code))
  const fields: InvalidField[] = []
  for (const pair of Object.keys(input.judgements)) {
    const [row = '', column = ''] = pair.split('/')
    if ((order.get(row) ?? Number.NaN) < (order.get(column) ?? Number.NaN)) continue
    fields.push({ pointer: `/judgements/${pair}`, zh: '没有这一对准则。', en: 'There is no such pair of criteria.' })
  }
  for (const pair of Object.keys(input.ratings)) {
    const [row = '', column = ''] = pair.split('/')
    if (!order.has(row) || !known.has(column))
      fields.push({ pointer: `/ratings/${pair}`, zh: '没有这一准则或方法。', en: 'There is no such criterion or method.' })
  }
  const missing = criteria.flatMap((c) => methods.map((m) => `${c.code}/${m.code}`)).filter((pair) => input.ratings[pair] === undefined)
  for (const pair of missing)
    fields.push({ pointer: `/ratings/${pair}`, zh: '缺少评分，请填 1 至 9。', en: 'A rating is missing. Enter 1 to 9.' })
  if (fields.length > 0) throw new Refusal('input-invalid', { count: fields.length }, fields)
}
