import type { CardDesign } from '@milepost/contract/design/card'
import { answerAmendment } from '@milepost/contract/design/plans'
import { Refusal } from '@milepost/contract/refusals'
import type { Tx } from '../../platform/database/database.ts'
import { serve } from '../../platform/http/serve.ts'
import type { Library } from '../../platform/library.ts'
import { movePlan } from '../plan/data.ts'
import { planSubject } from '../plan/findPlan.ts'
import { agreedHash } from '../plan/goals.ts'
import { amendmentActs } from './amendmentActs.ts'
import { type AmendmentRow, answer, type By, listAmendments, proposed } from './data.ts'
import { periodOf } from './periodOf.ts'
import { amend, readPlan } from './planWith.ts'
import { standingOfRow } from './views.ts'

/** The other side, and late in the period the level above, agrees or says why not; whoever asked may withdraw. */
export const answerAmendmentRoute = serve(answerAmendment, {
  subject: async ({ tx, institutionId, input }) => {
    const [row] = await listAmendments(tx, institutionId, { amendmentId: input.amendmentId })
    return row ? planSubject(tx, institutionId, row.card_id) : null
  },
  run: async ({ tx, institutionId, input, actor, now, today, library, audit }) => {
    const [row] = await listAmendments(tx, institutionId, { amendmentId: input.amendmentId })
    if (!row) throw new Refusal('not-found')
    const { card } = await readPlan(tx, institutionId, row.card_id)
    const may = amendmentActs(actor, standingOfRow(row, card))
    if (!may[input.answer]) throw new Refusal(row.state === 'open' ? 'plan-own-side' : 'changed-meanwhile')
    const by = { at: now, name: actor.name, accountId: actor.accountId }
    const closed = { closed_at: now, closed_by: actor.name }
    const stamp = { agreed_at: now, agreed_by: actor.name, agreed_by_account_id: actor.accountId }

    if (input.answer !== 'agree') {
      const state = input.answer === 'decline' ? ('declined' as const) : ('withdrawn' as const)
      const { note } = input
      if (!(await answer(tx, institutionId, row, { state, answer: note, ...closed }))) throw new Refusal('changed-meanwhile')
      audit({ kind: 'card', id: row.card_id, detail: { amendmentId: row.amendment_id, state, note } })
      return { state }
    }
    if ((await periodOf(tx, institutionId, card.cycleId, today)).isOver) throw new Refusal('plan-amend-too-late')
    if (row.needs_level_above && row.agreed_at === null) {
      if (!(await answer(tx, institutionId, row, stamp))) throw new Refusal('changed-meanwhile')
      audit({ kind: 'card', id: row.card_id, detail: { amendmentId: row.amendment_id, state: 'open', agreed: actor.name } })
      return { state: 'open' as const }
    }
    const { before, after } = await bringIntoForce({ tx, institutionId, library }, row, card, by)
    const fields = row.agreed_at === null ? stamp : {}
    const kept = { in_force_from: today, plan_before: JSON.stringify(before.content), hash_before: before.hash }
    if (!(await answer(tx, institutionId, row, { state: 'in-force', ...fields, ...closed, ...kept })))
      throw new Refusal('changed-meanwhile')
    audit({ kind: 'card', id: row.card_id, detail: { amendmentId: row.amendment_id, state: 'in-force', before: before.hash, after } })
    return { state: 'in-force' as const }
  },
})

type Place = { readonly tx: Tx; readonly institutionId: string; readonly library: Library }

/** The plan as agreed is kept with its hash; the amended one takes its place, agreed by both. */
async function bringIntoForce({ tx, institutionId, library }: Place, row: AmendmentRow, card: CardDesign, by: By) {
  if (card.revision !== row.revision || card.state !== 'agreed') throw new Refusal('changed-meanwhile')
  const before = await readPlan(tx, institutionId, row.card_id)
  const after = await amend(tx, institutionId, library, card, proposed.parse({ lines: row.lines, goals: row.goals }))
  const agreedAt = row.agreed_at ?? by.at
  const head = row.asked_side === 'head' ? row.asked_by : (row.agreed_by ?? by.name)
  const moved = await movePlan(tx, institutionId, after.card, {
    state: 'agreed',
    agreed_by_person_at: row.asked_side === 'person' ? row.asked_at : agreedAt,
    agreed_by_head_at: row.asked_side === 'head' ? row.asked_at : agreedAt,
    agreed_by_head: head,
  })
  if (!moved) throw new Refusal('changed-meanwhile')
  return {
    before: { content: { perspectives: before.card.perspectives, goals: before.goals }, hash: agreedHash(before.card, before.goals) },
    after: agreedHash(after.card, after.goals),
  }
}
