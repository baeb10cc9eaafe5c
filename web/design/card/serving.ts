import type { CascadeKind } from '@milepost/terms/strategy'
import type { CardView } from './cardView.ts'
import type { DraftLine } from './draft.ts'

type Parent = CardView['possibleParents'][number]

const isSame = (line: DraftLine, parent: Parent) => parent.code === line.code

/** The ways in which a line may serve a line above: `identical` only when it is the same measure. */
export const kindsFor = (line: DraftLine, parent: Parent): readonly CascadeKind[] =>
  isSame(line, parent) ? ['identical', 'contributory', 'shared', 'causal'] : ['contributory', 'shared', 'causal']

/** The first guess when a parent has been chosen: a part of the same measure, or something that drives another. */
export function kindFor(line: DraftLine, parent: Parent | undefined): CascadeKind {
  if (parent === undefined) return 'unique'
  if (line.cascadeKind !== 'unique' && kindsFor(line, parent).includes(line.cascadeKind)) return line.cascadeKind
  return isSame(line, parent) ? 'contributory' : 'causal'
}
