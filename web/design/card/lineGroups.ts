import { OWN_DUTIES } from '@milepost/contract/design/card'
import { totalWeight } from '@milepost/contract/design/weights'
import type { Bilingual } from '@milepost/terms/bilingual'
import type { CardView } from './cardView.ts'
import type { DraftLine } from './draft.ts'

/** A perspective with its objectives, in scorecard order. `intendedBp`: the share it is meant to have; null on lower cards. */
export type PerspectiveFrame = {
  readonly perspectiveId: string | null
  readonly name: Bilingual
  readonly intendedBp: number | null
  readonly objectives: readonly { readonly objectiveId: string | null; readonly code: string; readonly name: Bilingual }[]
}

export type LineGroup = {
  readonly perspective: PerspectiveFrame
  readonly carriedBp: number
  readonly objectives: readonly (PerspectiveFrame['objectives'][number] & { readonly lines: readonly DraftLine[] })[]
}

const DUTIES: PerspectiveFrame = {
  perspectiveId: null,
  name: OWN_DUTIES.name,
  intendedBp: null,
  objectives: [{ objectiveId: null, code: OWN_DUTIES.code, name: OWN_DUTIES.name }],
}

/** Lines under their objectives and perspectives; those without an objective come last, under the duties of the post. */
export function groupsOf(
  lines: readonly DraftLine[],
  perspectives: readonly PerspectiveFrame[],
  { emptyObjectives }: { readonly emptyObjectives: boolean },
): LineGroup[] {
  return [...perspectives, DUTIES]
    .map((perspective) => {
      const objectives = perspective.objectives.map((objective) => ({
        ...objective,
        lines: lines.filter((line) => line.objectiveId === objective.objectiveId),
      }))
      return {
        perspective,
        carriedBp: totalWeight(objectives.flatMap((objective) => objective.lines)),
        objectives: objectives.filter((objective) => objective.lines.length > 0 || (emptyObjectives && objective.objectiveId !== null)),
      }
    })
    .filter((group) => group.objectives.length > 0)
}

/** The frame of a lower card: its objectives under the names of their perspectives, in scorecard order. */
export function framesOf({ objectives }: Pick<CardView, 'objectives'>): PerspectiveFrame[] {
  const frames = new Map<
    string,
    { perspectiveId: string; name: Bilingual; intendedBp: null; objectives: CardView['objectives'][number][] }
  >()
  for (const objective of objectives) {
    const frame = frames.get(objective.perspective.zh) ?? {
      perspectiveId: objective.perspective.zh,
      name: objective.perspective,
      intendedBp: null,
      objectives: [],
    }
    frame.objectives.push(objective)
    frames.set(frame.perspectiveId, frame)
  }
  return [...frames.values()]
}
