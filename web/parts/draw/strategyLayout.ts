/** Where the boxes of a strategy map stand. Pure: perspectives top-down, boxes ordered so that arrows cross little. */
export type MapPerspective = { readonly id: string; readonly name: string }
export type MapObjective = { readonly id: string; readonly perspectiveId: string; readonly name: string }
export type MapLink = { readonly from: string; readonly to: string }

export type Box = { readonly id: string; readonly x: number; readonly y: number; readonly width: number; readonly height: number }
export type Band = { readonly id: string; readonly name: string; readonly y: number; readonly height: number }
export type StrategyLayout = {
  readonly width: number
  readonly height: number
  readonly bands: readonly Band[]
  readonly boxes: ReadonlyMap<string, Box>
}

const WIDTH = 1080
const NAMES = 116
const PER_ROW = 5
const BOX_WIDTH = 178
const BOX_HEIGHT = 72
const ROW_GAP = 22
const BAND_PADDING = 24
const BAND_GAP = 14

export function strategyLayout(
  perspectives: readonly MapPerspective[],
  objectives: readonly MapObjective[],
  links: readonly MapLink[],
): StrategyLayout {
  const order = new Map<string, number>()
  const members = perspectives.map(({ id }) =>
    objectives.filter((objective) => objective.perspectiveId === id).map((objective) => objective.id),
  )
  for (const ids of members) place(ids, order)
  const neighbours = neighboursOf(links)
  for (const sweep of [members, [...members].reverse(), members])
    for (const ids of sweep) place(byNeighbours(ids, order, neighbours), order)

  const boxes = new Map<string, Box>()
  const bands: Band[] = []
  let y = 0
  perspectives.forEach(({ id, name }, i) => {
    const ids = [...(members[i] ?? [])].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
    const rows = Math.max(1, Math.ceil(ids.length / PER_ROW))
    const perRow = Math.ceil(ids.length / rows)
    const height = 2 * BAND_PADDING + rows * BOX_HEIGHT + (rows - 1) * ROW_GAP
    ids.forEach((objective, at) => {
      const inRow = Math.min(perRow, ids.length - Math.floor(at / perRow) * perRow)
      const cell = (WIDTH - NAMES) / inRow
      const x = NAMES + cell * (at % perRow) + (cell - BOX_WIDTH) / 2
      boxes.set(objective, {
        id: objective,
        x,
        y: y + BAND_PADDING + Math.floor(at / perRow) * (BOX_HEIGHT + ROW_GAP),
        width: BOX_WIDTH,
        height: BOX_HEIGHT,
      })
    })
    bands.push({ id, name, y, height })
    y += height + BAND_GAP
  })
  return { width: WIDTH, height: Math.max(0, y - BAND_GAP), bands, boxes }
}

/** Places between 0 and 1, so that bands of different sizes compare. */
function place(ids: readonly string[], order: Map<string, number>): void {
  for (const [i, id] of ids.entries()) order.set(id, (i + 0.5) / ids.length)
}

function byNeighbours(
  ids: readonly string[],
  order: ReadonlyMap<string, number>,
  neighbours: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const own = (id: string) => order.get(id) ?? 0.5
  const wish = (id: string) => {
    const places = (neighbours.get(id) ?? []).map(own)
    return places.length === 0 ? own(id) : places.reduce((sum, x) => sum + x, 0) / places.length
  }
  const wishes = new Map(ids.map((id) => [id, wish(id)]))
  return [...ids].sort((a, b) => (wishes.get(a) ?? 0) - (wishes.get(b) ?? 0) || own(a) - own(b))
}

function neighboursOf(links: readonly MapLink[]): ReadonlyMap<string, readonly string[]> {
  const neighbours = new Map<string, string[]>()
  const note = (id: string, other: string) => neighbours.set(id, [...(neighbours.get(id) ?? []), other])
  for (const { from, to } of links) {
    note(from, to)
    note(to, from)
  }
  return neighbours
}

/** The arrow from a cause to its effect, as an SVG path. */
export function arrowPath(from: Box, to: Box): string {
  const middle = (box: Box) => box.x + box.width / 2
  if (Math.abs(from.y - to.y) < BOX_HEIGHT / 2) return besidePath(from, to)
  const up = to.y < from.y
  const startY = up ? from.y : from.y + from.height
  const endY = up ? to.y + to.height + 6 : to.y - 6
  const bend = (endY - startY) * 0.5
  return `M${middle(from)} ${startY}C${middle(from)} ${startY + bend} ${middle(to)} ${endY - bend} ${middle(to)} ${endY}`
}

function besidePath(from: Box, to: Box): string {
  const right = to.x > from.x
  const startX = right ? from.x + from.width : from.x
  const endX = right ? to.x - 6 : to.x + to.width + 6
  const y = from.y + from.height / 2
  const beyond = Math.abs(endX - startX) > BOX_WIDTH
  return beyond
    ? `M${startX} ${y - 18}C${startX + (endX - startX) * 0.2} ${from.y - 26} ${endX - (endX - startX) * 0.2} ${from.y - 26} ${endX} ${y - 18}`
    : `M${startX} ${y}L${endX} ${y}`
}
