import { removeLink, saveLink } from '@milepost/contract/design/scorecard'
import type { MapLink } from '@milepost/contract/design/scorecardDesign'
import { placeObjectives } from '@milepost/contract/design/strategy'
import type { InputOf } from '@milepost/contract/endpoint'
import { useRef, useState } from 'react'
import { useDoing } from '../../platform/asking.ts'
import { call } from '../../platform/call.ts'

export type MapAct =
  | { readonly kind: 'place'; readonly places: InputOf<typeof placeObjectives>['places'] }
  | { readonly kind: 'link'; readonly link: MapLink }
  | { readonly kind: 'unlink'; readonly link: MapLink }
type Step = { readonly act: MapAct; readonly inverse: MapAct }

/** Acts on the map, each saved at once, one after the other, and each able to be undone by its opposite. */
export function useMapActs(scorecardId: string) {
  const steps = useRef<{ done: Step[]; undone: Step[] }>({ done: [], undone: [] })
  const queue = useRef<Promise<void>>(Promise.resolve())
  const [, showSteps] = useState(0)
  const performing = useDoing(async (act: MapAct) => {
    if (act.kind === 'place') await call(placeObjectives, { scorecardId, places: act.places })
    else if (act.kind === 'link') await call(saveLink, { scorecardId, ...act.link })
    else {
      const { fromObjectiveId, toObjectiveId } = act.link
      await call(removeLink, { scorecardId, fromObjectiveId, toObjectiveId })
    }
  })
  /** What is refused stays undone, and says why on the page. */
  const next = (work: () => Promise<unknown>): Promise<void> => {
    queue.current = queue.current.then(work).then(
      () => showSteps((count) => count + 1),
      () => showSteps((count) => count + 1),
    )
    return queue.current
  }
  const act = (step: Step) =>
    next(async () => {
      await performing.run(step.act)
      steps.current = { done: [...steps.current.done, step].slice(-MOST_STEPS), undone: [] }
    })
  const undo = () =>
    next(async () => {
      const { done, undone } = steps.current
      const last = done.at(-1)
      if (!last) return
      await performing.run(last.inverse)
      steps.current = { done: done.slice(0, -1), undone: [...undone, last] }
    })
  const redo = () =>
    next(async () => {
      const { done, undone } = steps.current
      const last = undone.at(-1)
      if (!last) return
      await performing.run(last.act)
      steps.current = { done: [...done, last], undone: undone.slice(0, -1) }
    })
  const { done, undone } = steps.current
  return {
    act,
    undo: () => void undo(),
    redo: () => void redo(),
    mayUndo: done.length > 0,
    mayRedo: undone.length > 0,
    busy: performing.busy,
    refused: performing.refused,
  }
}

const MOST_STEPS = 100
