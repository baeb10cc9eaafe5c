import type { OutputOf } from '@milepost/contract/endpoint'
import type { readPersonTicket } from '@milepost/contract/open/personTicket'
import type { Bilingual } from '@milepost/terms/bilingual'
import type { ContentsLine } from './TicketContents.tsx'
import type { zh } from './text.ts'
import { measureNodesOf } from './ticketRows.ts'

type Person = OutputOf<typeof readPersonTicket>
type Card = NonNullable<Person['card']>
type Text = typeof zh
type Pick = (name: Bilingual) => string

/** The places of a person's ticket in their order, down to the measures of the plan. */
export const contentsOf = ({ pay, card }: Person, text: Text, pick: Pick): ContentsLine[] => [
  { anchor: 'outcome', name: text.outcome },
  { anchor: 'heads', name: text.heads },
  ...pay.map((line) => ({ anchor: `pay-${line.poolId}`, name: pick(line.pool) })),
  ...(card ? [{ anchor: 'plan', name: text.toCard }, ...contentsOfCard(card, text, pick)] : []),
]

/** The same of the ticket of a card. */
export const contentsOfCard = ({ result }: Card, text: Text, pick: Pick): ContentsLine[] => [
  { anchor: 'measures', name: text.measures },
  ...measureNodesOf(result.tree).map((node) => ({ anchor: `measure-${node.id}`, name: pick(node.name) })),
  { anchor: 'explanation', name: text.explanation },
]
