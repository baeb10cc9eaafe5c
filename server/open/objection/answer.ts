import type { Actor } from '@milepost/access/actor'
import { mayByRole } from '@milepost/access/may'
import { LINE_PLACES } from '@milepost/appraisal/personScoreLines'
import { DONE } from '@milepost/contract/fields'
import { answerLineObjection, type LineObjection, listLineObjections } from '@milepost/contract/open/objections'
import { Refusal } from '@milepost/contract/refusals'
import { toDecimalString } from '@milepost/exact/rounding'
import { serve } from '../../platform/http/serve.ts'
import { listObjections, saveAnswer } from './data.ts'

type Row = Awaited<ReturnType<typeof listObjections>>[number]

/** Everybody reads their own; those who answer read all. */
export const listLineObjectionsRoute = serve(listLineObjections, {
  run: async ({ tx, institutionId, actor }) => {
    const rows = await listObjections(tx, institutionId, mayByRole(actor, 'ticket.answer') ? null : actor.accountId)
    return { objections: rows.map((row) => lineOf(row, actor)) }
  },
})

const lineOf = (row: Row, actor: Actor): LineObjection => ({
  objectionId: row.objection_id,
  personId: row.person_id,
  cardId: row.card_id,
  year: row.year,
  holder: { zh: row.holder_zh, en: row.holder_en || row.holder_zh },
  line: row.line,
  name: { zh: row.line_zh, en: row.line_en },
  shown: row.shown.includes('/') ? toDecimalString(row.shown, LINE_PLACES) : row.shown,
  facts: row.facts,
  raisedAt: row.raised_at.toISOString(),
  raisedBy: row.raised_by,
  outcome: row.outcome,
  answer: row.answer,
  answeredAt: row.answered_at?.toISOString() ?? null,
  answeredBy: row.answered_by,
  mayAnswer: row.outcome === null && row.raised_by_account_id !== actor.accountId && mayByRole(actor, 'ticket.answer'),
})

/** Nobody answers their own objection. */
export const answerLineObjectionRoute = serve(answerLineObjection, {
  run: async ({ tx, institutionId, input, now, actor, audit }) => {
    const row = (await listObjections(tx, institutionId, null)).find((one) => one.objection_id === input.objectionId)
    if (!row) throw new Refusal('not-found')
    if (row.raised_by_account_id === actor.accountId) throw new Refusal('own-objection')
    if (!(await saveAnswer(tx, institutionId, { ...input, at: now, by: actor.name }))) throw new Refusal('objection-answered')
    audit({ kind: 'ticket-objection', id: input.objectionId, detail: { outcome: input.outcome } })
    return DONE
  },
})
