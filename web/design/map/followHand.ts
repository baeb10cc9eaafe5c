import type { Box } from '../../parts/draw/strategyLayout.ts'
import { arrowPath } from '../../parts/draw/strategyLayout.ts'
import { middleOf, type Place } from './mapGeometry.ts'

/**
 * A box under the hand: it and the arrows that touch it are moved where they are drawn, without drawing the map anew, so that a map of
 * thousands follows as lightly as one of twenty.
 */
export function followHand(svg: SVGSVGElement, boxes: ReadonlyMap<string, Box>, moving: Box): (at: Place) => void {
  const box = svg.querySelector(`[data-objective="${moving.id}"]`)
  const arrows = [...svg.querySelectorAll(`[data-from="${moving.id}"], [data-to="${moving.id}"]`)].map((arrow) => ({
    from: arrow.getAttribute('data-from') ?? '',
    to: arrow.getAttribute('data-to') ?? '',
    paths: [...arrow.querySelectorAll('path')],
    mark: arrow.querySelector('g'),
  }))
  return (at) => {
    const moved = { ...moving, ...at }
    box?.setAttribute('transform', `translate(${at.x} ${at.y})`)
    for (const { from, to, paths, mark } of arrows) {
      const ends = [from, to].map((id) => (id === moving.id ? moved : boxes.get(id)))
      const [cause, effect] = ends
      if (!cause || !effect) continue
      for (const path of paths) path.setAttribute('d', arrowPath(cause, effect))
      const middle = middleOf(cause, effect)
      mark?.setAttribute('transform', `translate(${middle.x} ${middle.y})`)
    }
  }
}
