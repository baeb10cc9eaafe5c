import { z } from 'zod'
import { holderKind } from '../design/card.ts'
import { bonusItem, bonusRule } from '../design/schemeRules.ts'
import { endpoint } from '../endpoint.ts'
import { bilingual, decimal, done, id } from '../fields.ts'

const verdict = z.enum(['granted', 'declined', 'revoked'])
const said = z.string().trim().min(4).max(2000)

/** Points outside the weights for one card: entered with reason and evidence by one, decided by another. */
export const bonusEntry = z.object({
  bonusId: id,
  cardId: id,
  holder: bilingual,
  item: bonusItem,
  points: z.string(),
  reason: z.string(),
  evidence: z.string(),
  by: z.string(),
  at: z.string(),
  /** null: nobody has decided. */
  decision: z.object({ verdict, reason: z.string(), by: z.string(), at: z.string() }).nullable(),
  mayDecide: z.boolean(),
})
export type BonusEntry = z.infer<typeof bonusEntry>

export const readBonuses = endpoint({
  name: 'run.readBonuses',
  method: 'GET',
  path: '/api/run/cycles/:cycleId/bonuses',
  permission: 'bonus.read',
  summary: { zh: '权重外加减分', en: 'Points outside the weights' },
  input: z.object({ cycleId: id }),
  output: z.object({
    /** What the scheme lets count; null: there is no scheme yet. */
    rule: bonusRule.nullable(),
    entries: z.array(bonusEntry),
    /** Cards the reader may enter something for. */
    cards: z.array(z.object({ cardId: id, kind: holderKind, name: bilingual })),
  }),
  audit: null,
})

export const enterBonus = endpoint({
  name: 'run.enterBonus',
  method: 'POST',
  path: '/api/run/cards/:cardId/bonuses',
  permission: 'bonus.enter',
  summary: { zh: '登记加减分', en: 'Enter points outside the weights' },
  input: z.object({
    cardId: id,
    /** Code of an item of the scheme's rule. */
    item: z.string(),
    points: decimal,
    reason: said,
    /** Where it can be looked up: the document, its number and day. */
    evidence: said,
  }),
  output: z.object({ bonusId: id }),
  audit: 'bonus-entered',
})

export const decideBonus = endpoint({
  name: 'run.decideBonus',
  method: 'POST',
  path: '/api/run/bonuses/:bonusId/decision',
  permission: 'bonus.decide',
  summary: { zh: '审定加减分', en: 'Decide points outside the weights' },
  input: z.object({ bonusId: id, verdict, reason: said }),
  output: done,
  audit: 'bonus-decided',
})
