import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { day, done, empty, id } from '../fields.ts'

/** Ties that bar somebody from rating or deciding on another: near relatives, a complaint between two, another interest. */
export const tieKind = z.enum(['spouse', 'lineal', 'collateral', 'in-law', 'complaint', 'interest'])

export const tieView = z.object({
  tieId: id,
  person: z.object({ personId: id, name: z.string() }),
  other: z.object({ personId: id, name: z.string() }),
  kind: tieKind,
  declaredBy: z.string(),
  declaredOn: day,
})

export const readTies = endpoint({
  name: 'appraise.readTies',
  method: 'GET',
  path: '/api/interest-ties',
  permission: 'tie.declare',
  summary: { zh: '回避关系（本人；纪检、绩效办看全部）', en: 'Ties that bar from rating and deciding (own; the offices see all)' },
  input: empty,
  output: z.object({
    ties: z.array(tieView),
    /** May the reader declare for others too? */
    forAll: z.boolean(),
    /** Whom a tie can be declared with. */
    people: z.array(z.object({ personId: id, name: z.string(), employeeNo: z.string() })),
  }),
  audit: null,
})

export const declareTie = endpoint({
  name: 'appraise.declareTie',
  method: 'POST',
  path: '/api/interest-ties',
  permission: 'tie.declare',
  summary: { zh: '申报回避关系', en: 'Declare a tie' },
  input: z.object({
    /** null: the one who declares. */
    personId: id.nullable(),
    otherPersonId: id,
    kind: tieKind,
  }),
  output: z.object({ tieId: id }),
  audit: 'tie-declared',
})

export const endTie = endpoint({
  name: 'appraise.endTie',
  method: 'POST',
  path: '/api/interest-ties/:tieId/ending',
  permission: 'sanction.keep',
  summary: { zh: '解除回避关系', en: 'End a tie' },
  input: z.object({ tieId: id }),
  output: done,
  audit: 'tie-ended',
})
