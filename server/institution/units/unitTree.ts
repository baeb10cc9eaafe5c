/** The tree of units as codes: which unit stands under which. */
export type ParentOf = ReadonlyMap<string, string | null>

/**
 * The circle a unit stands in, beginning and ending with its smallest code, so that every unit of it names the same circle;
 * null when the way up ends. A unit that merely leads into a circle is not in it.
 */
export function circleThrough(code: string, parentOf: ParentOf): string[] | null {
  const way = [code]
  for (let at = parentOf.get(code) ?? null; at !== null; at = parentOf.get(at) ?? null) {
    if (at === code) return closed(way)
    if (way.includes(at)) return null
    way.push(at)
  }
  return null
}

function closed(way: readonly string[]): string[] {
  const start = way.indexOf([...way].sort()[0] ?? '')
  const turned = [...way.slice(start), ...way.slice(0, start)]
  return [...turned, ...turned.slice(0, 1)]
}

/** How many units stand above; only asked of a tree without circles. */
export function depthOf(code: string, parentOf: ParentOf): number {
  let depth = 0
  for (let at = parentOf.get(code) ?? null; at !== null; at = parentOf.get(at) ?? null) depth += 1
  return depth
}
