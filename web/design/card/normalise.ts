import { WHOLE } from '@milepost/contract/design/weights'
import { largestRemainder } from '@milepost/exact/largestRemainder'
import type { DraftLine } from './draft.ts'
import type { PerspectiveFrame } from './lineGroups.ts'

/**
 * Weights in the same proportions, made to add up: on the institution's card to the share of each perspective, on other cards to
 * 100 %. Lines that weigh nothing stay so; a group without any weight cannot be put in proportion and stays as it is.
 */
export function normalised(lines: readonly DraftLine[], perspectives: readonly PerspectiveFrame[]): DraftLine[] {
  const shares = perspectives.filter((one) => one.intendedBp !== null)
  if (shares.length === 0) return inProportion(lines, WHOLE)
  return shares.reduce<DraftLine[]>(
    (done, { intendedBp, objectives }) => {
      const own = done.filter((line) => objectives.some((objective) => objective.objectiveId === line.objectiveId))
      const mended = new Map(inProportion(own, intendedBp ?? 0).map((line) => [line.key, line]))
      return done.map((line) => mended.get(line.key) ?? line)
    },
    [...lines],
  )
}

function inProportion(lines: readonly DraftLine[], total: number): DraftLine[] {
  const weighed = lines.filter((line) => line.weightBp > 0)
  const shared = largestRemainder(
    total,
    weighed.map((line) => ({ key: line.key, claim: line.weightBp })),
  )
  if (shared.kind === 'undefined') return [...lines]
  const shares = new Map(shared.shares.map(({ key, share }) => [key, Number(share)]))
  return lines.map((line) => ({ ...line, weightBp: shares.get(line.key) ?? line.weightBp }))
}
