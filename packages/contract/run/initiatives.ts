import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, day, decimal, done, id } from '../fields.ts'

/** What a unit sets out to do for one measure, the value it promises, and whether it came. */

export const initiative = z.object({
  initiativeId: id,
  cardId: id,
  holder: bilingual,
  measureId: id,
  code: z.string(),
  measure: bilingual,
  unit: bilingual,
  name: z.string(),
  owner: z.string(),
  startsOn: day,
  dueOn: day,
  valueBefore: z.string().nullable(),
  valuePromised: z.string(),
  /** As the values stand today. */
  valueNow: z.string().nullable(),
  state: z.enum(['running', 'done', 'dropped']),
  verdict: z.enum(['came', 'partly', 'did-not']).nullable(),
  valueAfter: z.string().nullable(),
  finding: z.string(),
  checkedBy: z.string().nullable(),
  /** Its day has come and nobody has looked whether the effect came. */
  toCheck: z.boolean(),
  maySettle: z.boolean(),
})

export const readInitiatives = endpoint({
  name: 'run.readInitiatives',
  method: 'GET',
  path: '/api/run/cycles/:cycleId/initiatives',
  permission: 'red-line.read',
  summary: { zh: '改进举措及其效果', en: 'Initiatives and whether their effect came' },
  input: z.object({ cycleId: id }),
  output: z.object({
    initiatives: z.array(initiative),
    /** Where the reader may plan one: cards with their measures, and the value each has now. */
    cards: z.array(
      z.object({
        cardId: id,
        holder: bilingual,
        measures: z.array(z.object({ measureId: id, code: z.string(), name: bilingual, now: z.string().nullable() })),
      }),
    ),
    people: z.array(z.object({ personId: id, name: z.string() })),
  }),
  audit: null,
})

export const planInitiative = endpoint({
  name: 'run.planInitiative',
  method: 'POST',
  path: '/api/run/cards/:cardId/initiatives',
  permission: 'red-line.write',
  summary: { zh: '登记改进举措与承诺效果', en: 'Plan an initiative and the effect it promises' },
  input: z.object({
    cardId: id,
    measureId: id,
    name: z.string().trim().min(4).max(200),
    ownerPersonId: id,
    startsOn: day,
    dueOn: day,
    valuePromised: decimal,
  }),
  output: z.object({ initiativeId: id }),
  audit: 'initiative-planned',
})

export const settleInitiative = endpoint({
  name: 'run.settleInitiative',
  method: 'POST',
  path: '/api/run/initiatives/:initiativeId/finding',
  permission: 'red-line.check',
  summary: { zh: '认定效果是否实现，或放弃', en: 'Say whether the effect came, or drop it' },
  input: z.object({
    initiativeId: id,
    verdict: z.enum(['came', 'partly', 'did-not', 'dropped']),
    finding: z.string().trim().min(5).max(2000),
  }),
  output: done,
  audit: 'initiative-settled',
})
