import type { NodeResult } from './cardResult.ts'
import { renderExplanation } from './explanation.ts'
import { scoreCard } from './scoreCard.ts'
import { TICKETS } from './testTickets.ts'

/** A node and all below it, parents before children. */
export const flat = (node: NodeResult): NodeResult[] => [node, ...node.children.flatMap(flat)]
/** The explanation of a ticket as depth and sentence. */
export const lines = (name: keyof typeof TICKETS, language: 'zh' | 'en') =>
  renderExplanation(scoreCard(TICKETS[name]).explanation, language).map(({ depth, text }) => [depth, text])
