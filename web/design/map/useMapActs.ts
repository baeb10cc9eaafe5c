import { removeLink, saveLink } from '@milepost/contract/design/scorecard'
import type { MapLink } from '@milepost/contract/design/scorecardDesign'
import { placeObjectives } from '@milepost/contract/design/strategy'
import type { InputOf } from '@milepost/contract/endpoint'
import { useState } from 'react'
import { useDoing } from '../../platform/asking.ts'
import { call } from '../../platform/call.ts'

export type MapAct =
  | { readonly kind: 'place'; readonly places: InputOf<typeof placeObjectives>['places'] }
  | { readonly kind: 'link'; readonly link: MapLink }
  | { readonly kind: 'unlink'; readonly link: MapLink }
type Step = { readonly act: MapAct; readonly inverse: MapAct }

/** Acts on the map, each saved at once and each able to be undone by its opposite. */
export function useMapActs(scorecardId: string) {
  const [done, setDone] = useState<readonly Step[]>([])
  const [undone, setUndone] = useState<readonly Step[]>([])
  const performing = useDoing(async (act: MapAct) => {
    if (act.kind === 'place') await call(placeObjectives, { scorecardId, places: act.places })
    else if (act.kind === 'link') await call(saveLink, { scorecardId, ...act.link })
    else {
      const { fromObjectiveId, toObjectiveId } = act.link
      await call(removeLink, { scorecardId, fromObjectiveId, toObjectiveId })
    }
  })
  const perform = (step: Step, after: () => void) => performing.run(step.act).then(after, () => undefined)
  const act = (step: Step) =>
    perform(step, () => {
      setDone([...done, step].slice(-MOST_STEPS))
      setUndone([])
    })
  const undo = () => {
    const last = done.at(-1)
    if (!last || performing.busy) return
    void perform({ act: last.inverse, inverse: last.act }, () => {
      setDone(done.slice(0, -1))
      setUndone([...undone, last])
    })
  }
  const redo = () => {
    const last = undone.at(-1)
    if (!last || performing.busy) return
    void perform(last, () => {
      setUndone(undone.slice(0, -1))
      setDone([...done, last])
    })
  }
  return { act, undo, redo, mayUndo: done.length > 0, mayRedo: undone.length > 0, busy: performing.busy, refused: performing.refused }
}

const MOST_STEPS = 100
