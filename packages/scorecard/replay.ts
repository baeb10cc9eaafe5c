import type { CardInput } from './card.ts'
import type { CardResult, NodeResult } from './cardResult.ts'
import { ENGINE_VERSION } from './engineVersion.ts'
import { scoreCard } from './scoreCard.ts'

/** Whether a stored score comes out the same again; `differsAt` names the nodes that do not, by id. */
export type Replay = { readonly same: boolean; readonly differsAt: readonly string[]; readonly engineVersion: string }

/** Scores a stored input again and compares every node's score, official figure, weights and state with what was stored. */
export function replay(input: CardInput, stored: Pick<CardResult, 'tree' | 'final'>): Replay {
  const now = scoreCard(input)
  const before = new Map(nodesOf(stored.tree).map((node) => [node.id, fingerprint(node)]))
  const after = nodesOf(now.tree)
  const differsAt = after.filter((node) => before.get(node.id) !== fingerprint(node)).map((node) => node.id)
  if (before.size !== after.length) differsAt.push('tree')
  if (stored.final?.score !== now.final?.score || stored.final?.official !== now.final?.official) differsAt.push('final')
  return { same: differsAt.length === 0, differsAt, engineVersion: ENGINE_VERSION }
}

const nodesOf = (node: Pick<NodeResult, 'id' | 'score' | 'official' | 'state' | 'weight' | 'children'>): (typeof node)[] => [
  node,
  ...node.children.flatMap(nodesOf),
]

const fingerprint = ({ score, official, state, weight }: Pick<NodeResult, 'score' | 'official' | 'state' | 'weight'>) =>
  JSON.stringify([score, official, state, weight.nominal, weight.redistributed, weight.effective])
