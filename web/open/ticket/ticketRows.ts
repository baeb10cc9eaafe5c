import { written } from '../../parts/figures.ts'
import type { Ticket } from './ticket.ts'

type Tree = Ticket['result']['tree']
export type MeasureNode = Tree['children'][number]['children'][number]['children'][number]
type Scored = Ticket['result']['measures'][number]

/** The measures of a card in the order of the card. */
export const measureNodesOf = (tree: Tree): MeasureNode[] =>
  tree.children.flatMap((perspective) => perspective.children).flatMap((objective) => objective.children)

/** What went in, by measure. */
export const inputsOf = (input: Ticket['input']) =>
  new Map(
    input.perspectives
      .flatMap((perspective) => perspective.objectives)
      .flatMap((objective) => objective.measures)
      .map((measure) => [measure.id, measure]),
  )

/** The scoring curve with the point on it, for the picture. */
export function anchorsOf(
  scored: Scored | undefined,
  digits: number | undefined,
): {
  anchors: { actual: string; score: string }[]
  point: { actual: string; score: string } | undefined
} {
  const anchors = (scored?.anchors ?? []).map((anchor) => ({ actual: decimal(anchor.x), score: decimal(anchor.y) }))
  const actual = scored?.actual?.shown
  return {
    anchors,
    point: actual === undefined || scored?.official == null ? undefined : { actual: cut(actual, digits), score: scored.official },
  }
}

/** The figure as the table writes it, still readable as a number. */
const cut = (figure: string, digits: number | undefined) => written(figure, digits).replaceAll(',', '').replace('−', '-')

/** A fraction as a decimal for drawing only. */
function decimal(exact: string): string {
  const [over = '', under] = exact.split('/')
  return under === undefined ? exact : (Number(over) / Number(under)).toFixed(6)
}

type Explained = Ticket['result']['explanation']

/** A person is called one way in both languages, as everywhere on the page: by the name in the list of staff. */
export function calledOne(tree: Explained, { kind, name }: Ticket['holder']): Explained {
  if (kind !== 'person' || name.en === name.zh || name.en === '') return tree
  const text = { zh: tree.text.zh, en: tree.text.en.replaceAll(`"${name.en}"`, `"${name.zh}"`) }
  return { ...tree, text, children: tree.children.map((child) => calledOne(child, { kind, name })) }
}
