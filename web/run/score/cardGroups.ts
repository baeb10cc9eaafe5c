import type { CardScoreView } from '@milepost/contract/run/scores'

type Tree = CardScoreView['result']['tree']
type PerspectiveNode = Tree['children'][number]
type ObjectiveNode = PerspectiveNode['children'][number]
export type MeasureNode = ObjectiveNode['children'][number]
export type MeasureResult = CardScoreView['result']['measures'][number]
export type CardLine = CardScoreView['lines'][number]

/** A measure as the page shows it: its place in the tree, how it was scored, and what the card says of it. */
export type MeasureRow = {
  readonly node: MeasureNode
  readonly measure: MeasureResult | undefined
  readonly line: CardLine | undefined
}

/** Result and lines of a card joined by measure. */
export function measureRows(view: CardScoreView): ReadonlyMap<string, MeasureRow> {
  const measures = new Map(view.result.measures.map((one) => [one.id, one]))
  const lines = new Map(view.lines.map((one) => [one.cardMeasureId, one]))
  const nodes = view.result.tree.children.flatMap((perspective) => perspective.children).flatMap((objective) => objective.children)
  return new Map(nodes.map((node) => [node.id, { node, measure: measures.get(node.id), line: lines.get(node.id) }]))
}

/** What the measure is held against: where its rule gives full points now, else the target its rule names for the year. */
export function targetOf(line: CardLine | undefined): string | null {
  if (line === undefined) return null
  if (line.target !== null) return line.target
  return 'target' in line.rule ? line.rule.target : null
}

/** Whether weight from elsewhere came to a node, or its own went elsewhere. */
export const isMoved = ({ weight }: { readonly weight: MeasureNode['weight'] }): boolean => weight.nominalOnWhole !== weight.effective

/** "97.5" percent as basis points, for the bar. */
export const basisPointsOf = (percent: string | null): number | null => (percent === null ? null : Math.round(Number(percent) * 100))

/** Trends with fewer known points than this are no trend. */
const FEWEST_POINTS = 2

export const hasTrend = (line: CardLine | undefined): line is CardLine =>
  line !== undefined && line.trend.filter((point) => point.shown !== null).length >= FEWEST_POINTS
