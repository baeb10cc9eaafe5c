import type { NodeResult } from './cardResult.ts'
import { renderExplanation } from './explanation.ts'
import { scoreCard } from './scoreCard.ts'
import { TICKETS } from './testTickets.ts'

/** A node and all below it, parents before children. */
export const flat = (node: NodeResult): NodeResult[] => [node, ...node.children.flatMap(flat)]
/** What a ticket says of every node: weights as designed, after redistribution and on the whole card; score, points brought, status. */
export const nodesOf = (tree: NodeResult) =>
  flat(tree).map(({ id, kind, state, because, weight, score, official, takenUp, pace, contribution, status, flags }) => ({
    id,
    kind,
    state,
    because,
    weight,
    score,
    official,
    takenUp,
    pace,
    contribution,
    status: [status.kind, status.band],
    flags,
  }))
/** The explanation of a ticket as depth and sentence. */
export const lines = (name: keyof typeof TICKETS, language: 'zh' | 'en') =>
  renderExplanation(scoreCard(TICKETS[name]).explanation, language).map(({ depth, text }) => [depth, text])
