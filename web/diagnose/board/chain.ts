/** What stands in the picture, column by column, and what is joined to what. */
export type Node = { readonly id: string; readonly column: number }
export type Edge = { readonly from: string; readonly to: string; readonly strength: number; readonly firm: boolean }

/** Everything up the thread and everything down it from one node, the node included: never sideways through a common neighbour. */
export function threadOf(edges: readonly Edge[], start: string): ReadonlySet<string> {
  const walk = (next: (edge: Edge, at: string) => string | null) => {
    const reached = new Set([start])
    const open = [start]
    for (let at = open.pop(); at !== undefined; at = open.pop())
      for (const edge of edges) {
        const to = next(edge, at)
        if (to === null || reached.has(to)) continue
        reached.add(to)
        open.push(to)
      }
    return reached
  }
  const down = walk((edge, at) => (edge.from === at ? edge.to : null))
  const up = walk((edge, at) => (edge.to === at ? edge.from : null))
  return new Set([...down, ...up])
}

export type Placed = Node & { readonly y: number }

/** Heights of the nodes: each column from the top, evenly, columns centred on the longest. */
export function placed(nodes: readonly Node[], row: number): { readonly nodes: readonly Placed[]; readonly height: number } {
  const columns = [...new Set(nodes.map((node) => node.column))]
  const most = Math.max(1, ...columns.map((column) => nodes.filter((node) => node.column === column).length))
  const height = most * row
  return {
    height,
    nodes: columns.flatMap((column) => {
      const own = nodes.filter((node) => node.column === column)
      const step = height / own.length
      return own.map((node, at) => ({ ...node, y: step * (at + 0.5) }))
    }),
  }
}

/** Cut between words, so that no number is ever shown in part; most: the width in Latin letters, a Chinese character counting two. */
export function shortened(words: string, most: number): string {
  const width = (part: string) => [...part].reduce((sum, letter) => sum + ((letter.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1), 0)
  if (width(words) <= most) return words
  const pieces = words.match(/[\d.]+|[A-Za-z]+|\s+|./gsu) ?? []
  let kept = ''
  for (const piece of pieces) {
    if (width(kept + piece) > most - 1) break
    kept += piece
  }
  return `${kept.replace(/[\s(（=,，;；:：]+$/u, '')}…`
}
