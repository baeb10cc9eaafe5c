import { may } from '@milepost/access/may'
import { DONE } from '@milepost/contract/fields'
import { type InvalidField, Refusal } from '@milepost/contract/refusals'
import { planInitiative, readInitiatives, settleInitiative } from '@milepost/contract/run/initiatives'
import { cardSubject, findCard } from '../../design/published.ts'
import { findCycle, findPerson, listPeopleDuring, openCycle } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { upperCards } from '../redLines/reds.ts'
import { linesOf } from '../scoring/facts.ts'
import { liveScore, liveScores } from '../scoring/liveScore.ts'
import { insertInitiative, listInitiatives, saveFinding } from './data.ts'

export const readInitiativesRoute = serve(readInitiatives, {
  run: async ({ tx, institutionId, input, actor, today }) => {
    const cycle = await findCycle(tx, institutionId, input.cycleId)
    if (!cycle) throw new Refusal('not-found')
    const cards = await upperCards(tx, institutionId, cycle.cycleId)
    const scores = await liveScores(tx, institutionId, { cycle, cards, today })
    const now = new Map(
      cards.flatMap((card, at) =>
        linesOf(card).map((line) => {
          const measure = scores[at]?.result.measures.find((one) => one.id === line.cardMeasureId)
          return [`${card.cardId} ${line.measureId}`, measure?.actual?.shown ?? null] as const
        }),
      ),
    )
    const people = await listPeopleDuring(tx, institutionId, { from: cycle.startsOn, to: cycle.endsOn })
    const names = new Map(people.map((one) => [one.personId, one.name]))
    const initiatives = (await listInitiatives(tx, institutionId, { cycleId: cycle.cycleId })).flatMap((row) => {
      const card = cards.find((one) => one.cardId === row.card_id)
      const line = card && linesOf(card).find((one) => one.measureId === row.measure_id)
      if (!card || !line) return []
      return [
        {
          ...{ initiativeId: row.initiative_id, cardId: card.cardId, holder: card.name, measureId: line.measureId, code: line.code },
          ...{ measure: line.name, unit: line.unit, name: row.name, owner: names.get(row.owner_person_id) ?? '' },
          ...{ startsOn: row.starts_on, dueOn: row.due_on, valueBefore: row.value_before, valuePromised: row.value_promised },
          ...{ valueNow: now.get(`${card.cardId} ${line.measureId}`) ?? null, state: row.state, verdict: row.verdict },
          ...{ valueAfter: row.value_after, finding: row.finding, checkedBy: row.checked_by },
          toCheck: row.state === 'running' && row.due_on < today,
          maySettle: row.state === 'running' && may(actor, 'red-line.check', { recordedByAccountId: row.planned_by_account_id }),
        },
      ]
    })
    const mine = cycle.stage === 'closed' ? [] : cards.filter((card) => may(actor, 'red-line.write', { unitId: card.unitId }))
    return {
      initiatives,
      cards: mine.map((card) => ({
        cardId: card.cardId,
        holder: card.name,
        measures: linesOf(card).map(({ measureId, code, name }) => ({
          ...{ measureId, code, name },
          now: now.get(`${card.cardId} ${measureId}`) ?? null,
        })),
      })),
      people: mine.length > 0 ? people.map(({ personId, name }) => ({ personId, name })) : [],
    }
  },
})

/** The value of the day is kept beside the promise, so that what came can be told from what was there. */
export const planInitiativeRoute = serve(planInitiative, {
  subject: async ({ tx, institutionId, input }) => {
    const card = await cardSubject(tx, institutionId, input.cardId)
    return card && card.personId === null ? { unitId: card.unitId } : null
  },
  run: async ({ tx, institutionId, input, actor, now, today, audit }) => {
    const card = await findCard(tx, institutionId, input.cardId)
    const line = card && linesOf(card).find((one) => one.measureId === input.measureId)
    if (!card || !line || !(await findPerson(tx, institutionId, input.ownerPersonId, today))) throw new Refusal('not-found')
    const cycle = await openCycle(tx, institutionId, card.cycleId)
    const fields: InvalidField[] = []
    if (input.dueOn < input.startsOn)
      fields.push({ pointer: '/dueOn', zh: '完成日期不能早于开始日期。', en: 'It cannot be due before it starts.' })
    if (input.dueOn < today) fields.push({ pointer: '/dueOn', zh: '完成日期须在今天或以后。', en: 'The day must be today or later.' })
    const before = await valueNow(tx, institutionId, { cardId: card.cardId, cardMeasureId: line.cardMeasureId, today })
    if (before !== null && before === input.valuePromised)
      fields.push({
        pointer: '/valuePromised',
        zh: `承诺值与现值 ${before} 相同，看不出效果。`,
        en: `The promise equals the present value ${before}: no effect could be seen.`,
      })
    if (fields.length > 0) throw new Refusal('input-invalid', { count: fields.length }, fields)
    const initiativeId = newId()
    await insertInitiative(tx, {
      ...{ institutionId, initiativeId, cycleId: cycle.cycleId, cardId: card.cardId, measureId: line.measureId, name: input.name },
      ...{ ownerPersonId: input.ownerPersonId, startsOn: input.startsOn, dueOn: input.dueOn, before, promised: input.valuePromised },
      ...{ by: actor.name, accountId: actor.accountId, at: now },
    })
    audit({ kind: 'initiative', id: initiativeId, detail: { measure: line.code, before, promised: input.valuePromised } })
    return { initiativeId }
  },
})

/** By somebody other than who planned it; the value of that day stands beside the finding. */
export const settleInitiativeRoute = serve(settleInitiative, {
  subject: async ({ tx, institutionId, input }) => {
    const [row] = await listInitiatives(tx, institutionId, { initiativeId: input.initiativeId })
    return row ? { recordedByAccountId: row.planned_by_account_id } : null
  },
  run: async ({ tx, institutionId, input, actor, now, today, audit }) => {
    const [row] = await listInitiatives(tx, institutionId, { initiativeId: input.initiativeId })
    const card = row && (await findCard(tx, institutionId, row.card_id))
    if (!row || !card) throw new Refusal('not-found')
    const line = linesOf(card).find((one) => one.measureId === row.measure_id)
    const after = line ? await valueNow(tx, institutionId, { cardId: card.cardId, cardMeasureId: line.cardMeasureId, today }) : null
    const isDropped = input.verdict === 'dropped'
    const saved = await saveFinding(tx, {
      ...{ institutionId, initiativeId: row.initiative_id, state: isDropped ? 'dropped' : 'done', after },
      ...{ verdict: input.verdict === 'dropped' ? null : input.verdict, finding: input.finding, by: actor.name, at: now },
    })
    if (!saved) throw new Refusal('initiative-settled')
    audit({
      kind: 'initiative',
      id: row.initiative_id,
      detail: { verdict: input.verdict, before: row.value_before, promised: row.value_promised, after },
    })
    return DONE
  },
})

type Asked = { readonly cardId: string; readonly cardMeasureId: string; readonly today: string }

async function valueNow(tx: Tx, institutionId: string, { cardId, cardMeasureId, today }: Asked): Promise<string | null> {
  const live = await liveScore(tx, institutionId, { cardId, today })
  return live?.result.measures.find((one) => one.id === cardMeasureId)?.actual?.shown ?? null
}
