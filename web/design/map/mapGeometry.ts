import type { ScorecardDesign } from '@milepost/contract/design/scorecardDesign'
import { type Band, type Box, strategyLayout } from '../../parts/draw/strategyLayout.ts'

/** Where everything on the map stands: what was placed by hand where it was put, the rest laid out by itself. Pure. */
export type MapGeometry = {
  readonly width: number
  readonly height: number
  readonly bands: readonly Band[]
  readonly boxes: ReadonlyMap<string, Box>
}

export type Place = { readonly x: number; readonly y: number }
type Strategy = Pick<ScorecardDesign, 'perspectives' | 'objectives' | 'links'>

const PADDING = 24
const BAND_GAP = 14
const BAND_LEFT = 116
const GRID = 4

export function mapGeometry({ perspectives, objectives, links }: Strategy): MapGeometry {
  const auto = strategyLayout(
    perspectives.map((one) => ({ id: one.perspectiveId, name: one.code })),
    objectives.map((one) => ({ id: one.objectiveId, perspectiveId: one.perspectiveId, name: one.code })),
    links.map((link) => ({ from: link.fromObjectiveId, to: link.toObjectiveId })),
  )
  const bands: Band[] = []
  const boxes = new Map<string, Box>()
  let y = 0
  for (const band of auto.bands) {
    const inside = objectives
      .filter((one) => one.perspectiveId === band.id)
      .flatMap((one) => {
        const box = auto.boxes.get(one.objectiveId)
        if (!box) return []
        const { place } = one
        return [place === null ? { ...box, y: box.y - band.y } : { ...box, x: BAND_LEFT + place.x, y: place.y }]
      })
    const height = Math.max(band.height, ...inside.map((box) => box.y + box.height + PADDING))
    for (const box of inside) boxes.set(box.id, { ...box, y: y + box.y })
    bands.push({ ...band, y, height })
    y += height + BAND_GAP
  }
  const right = Math.max(auto.width, ...[...boxes.values()].map((box) => box.x + box.width + PADDING))
  return { width: right, height: Math.max(0, y - BAND_GAP), bands, boxes }
}

/** What a box dropped with its top left corner here would mean: the perspective under its middle, and the place in it. */
export function dropOf(geometry: MapGeometry, box: Box, at: Place): { perspectiveId: string; place: Place } | null {
  const middle = at.y + box.height / 2
  const band = geometry.bands.toSorted((a, b) => gapTo(a, middle) - gapTo(b, middle))[0]
  if (!band) return null
  const lowest = Math.max(0, at.y - band.y)
  return { perspectiveId: band.id, place: { x: snapped(Math.max(0, at.x - BAND_LEFT)), y: snapped(lowest) } }
}

const gapTo = (band: Band, y: number) => Math.max(band.y - y, y - (band.y + band.height), 0)
const snapped = (value: number) => Math.round(value / GRID) * GRID

/** The nearest box in a direction, for the arrow keys; null: there is none that way. */
export function neighbourOf(boxes: ReadonlyMap<string, Box>, id: string, towards: 'up' | 'down' | 'left' | 'right'): string | null {
  const from = boxes.get(id)
  if (!from) return null
  const ahead = [...boxes.values()].flatMap((box) => {
    const [dx, dy] = [box.x - from.x, box.y - from.y]
    const [along, across] = { up: [-dy, dx], down: [dy, dx], left: [-dx, dy], right: [dx, dy] }[towards] as [number, number]
    return box.id !== id && along > 1 ? [{ id: box.id, far: along + 2 * Math.abs(across) }] : []
  })
  return ahead.toSorted((a, b) => a.far - b.far)[0]?.id ?? null
}

/** Half way along the arrow, where its marks stand. */
export function middleOf(from: Box, to: Box): Place {
  const centre = (box: Box) => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 })
  const [a, b] = [centre(from), centre(to)]
  if (Math.abs(from.y - to.y) < from.height / 2) return { x: (a.x + b.x) / 2, y: Math.min(from.y, to.y) - 2 }
  const up = to.y < from.y
  const start = up ? from.y : from.y + from.height
  const end = up ? to.y + to.height : to.y
  return { x: (a.x + b.x) / 2, y: (start + end) / 2 }
}

/** A text in at most so many lines of so many pixels, by the width of Chinese and Latin letters at 14 px; what is left over becomes "…". */
export function linesOf(text: string, width: number, most: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.match(/[\p{Script=Han}，。、；：（）“”]|[^\s\p{Script=Han}，。、；：（）“”]+\s*|\s+/gu) ?? []) {
    if (line !== '' && widthOf(line + word.trimEnd()) > width) {
      lines.push(line.trimEnd())
      line = ''
    }
    line += line === '' ? word.trimStart() : word
  }
  if (line.trimEnd() !== '') lines.push(line.trimEnd())
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), `${lines[most - 1]}…`]
}

/** How wide a text is at 14 px, about. */
export const widthOf = (text: string) => [...text].reduce((sum, letter) => sum + (/[\u2e80-\uffef“”]/u.test(letter) ? 14 : 7.4), 0)
