import type { readCarriers } from '@milepost/contract/design/cascade'
import type { OutputOf } from '@milepost/contract/endpoint'

export type Carriers = OutputOf<typeof readCarriers>
type CarrierLine = Carriers['lines'][number]
export type CarrierMark = 'uncovered' | 'orphan' | 'overloaded' | 'goals'
export const MARKS = ['uncovered', 'orphan', 'overloaded', 'goals'] as const

/** A line of the tree: an objective, a measure on somebody's card, or a development goal; with everything below it. */
export type CarrierNode = {
  readonly key: string
  readonly line: CarrierLine | null
  readonly goal: Carriers['goals'][number] | null
  /** Place in `objectives`; null under what serves no objective. */
  readonly objective: number | null
  readonly below: readonly CarrierNode[]
  /** Units and people that carry it, anywhere below. */
  readonly units: ReadonlySet<number>
  readonly people: ReadonlySet<number>
  readonly marks: ReadonlySet<CarrierMark>
}

const MOST_PER_PERSON = 7

/** Objectives, under each the institution's measures, under these what serves them, down to persons; orphans stand where they belong. */
export function carrierTree(carriers: Carriers): CarrierNode[] {
  const { lines, goals, holders, objectives } = carriers
  const byParent = new Map<string, CarrierLine[]>()
  const ids = new Set(lines.map(({ id }) => id))
  const loads = new Map<number, number>()
  for (const line of lines) {
    if (line.weightBp > 0) loads.set(line.h, (loads.get(line.h) ?? 0) + 1)
    if (line.parent !== null && ids.has(line.parent)) byParent.set(line.parent, [...(byParent.get(line.parent) ?? []), line])
  }
  const kindOf = (h: number) => holders[h]?.holderKind
  const nodeOf = (line: CarrierLine): CarrierNode => {
    const below = (byParent.get(line.id) ?? []).map(nodeOf)
    const { units, people } = carriersOf(below, kindOf)
    const marks = new Set<CarrierMark>()
    if (kindOf(line.h) === 'institution' && units.size + people.size === 0) marks.add('uncovered')
    if (kindOf(line.h) !== 'institution' && line.parent === null && line.o === null) marks.add('orphan')
    if (kindOf(line.h) === 'person' && (loads.get(line.h) ?? 0) > MOST_PER_PERSON) marks.add('overloaded')
    return { key: line.id, line, goal: null, objective: line.o, below, units, people, marks }
  }
  const tops = lines.filter(({ parent }) => parent === null || !ids.has(parent)).map(nodeOf)
  const goalNodes = goals.map(
    (goal): CarrierNode => ({
      ...{ key: goal.id, line: null, goal, objective: goal.o, below: [], units: new Set<number>() },
      people: new Set([goal.h]),
      marks: new Set<CarrierMark>(goal.o === null ? ['goals', 'orphan'] : ['goals']),
    }),
  )
  const under = (objective: number | null): CarrierNode => {
    const below = [...tops, ...goalNodes].filter((node) => node.objective === objective)
    const { units, people } = carriersOf(below, kindOf)
    const marks = new Set<CarrierMark>(objective !== null && units.size + people.size === 0 ? ['uncovered'] : [])
    return { key: `objective ${objective}`, line: null, goal: null, objective, below, units, people, marks }
  }
  const duties = under(null)
  return [...objectives.map((_, at) => under(at)), ...(duties.below.length > 0 ? [duties] : [])]
}

function carriersOf(below: readonly CarrierNode[], kindOf: (h: number) => string | undefined) {
  const [units, people] = [new Set<number>(), new Set<number>()]
  for (const node of below) {
    for (const unit of node.units) units.add(unit)
    for (const person of node.people) people.add(person)
    const h = node.line?.h
    if (h !== undefined && kindOf(h) === 'unit') units.add(h)
    if (h !== undefined && kindOf(h) === 'person') people.add(h)
  }
  return { units, people }
}

/** How many lines bear each mark. */
export function countMarks(nodes: readonly CarrierNode[]): Record<CarrierMark, number> {
  const counts = { uncovered: 0, orphan: 0, overloaded: 0, goals: 0 }
  const count = (node: CarrierNode): void => {
    if (node.line !== null || node.goal !== null) for (const mark of node.marks) counts[mark]++
    for (const child of node.below) count(child)
  }
  for (const node of nodes) count(node)
  return counts
}

export type ShownNode = { readonly node: CarrierNode; readonly level: number }

/** The lines to draw, top down: what is open, or with a question only what fits it and what leads there. */
export function shownNodes(
  nodes: readonly CarrierNode[],
  { isOpen, fits }: { readonly isOpen: (node: CarrierNode) => boolean; readonly fits: ((node: CarrierNode) => boolean) | null },
): ShownNode[] {
  const shown: ShownNode[] = []
  const draw = (node: CarrierNode, level: number): boolean => {
    const at = shown.length
    shown.push({ node, level })
    if (fits === null) {
      if (isOpen(node)) for (const child of node.below) draw(child, level + 1)
      return true
    }
    const some = node.below.map((child) => draw(child, level + 1)).includes(true)
    if (some || fits(node)) return true
    shown.length = at
    return false
  }
  for (const node of nodes) draw(node, 0)
  return shown
}

/** Which of many lines of one height stand in the window, a few more above and below. */
export function windowOf(
  count: number,
  { top, height, line }: { top: number; height: number; line: number },
): { from: number; to: number } {
  const from = Math.max(0, Math.floor(top / line) - 6)
  return { from, to: Math.min(count, Math.ceil((top + height) / line) + 6) }
}
