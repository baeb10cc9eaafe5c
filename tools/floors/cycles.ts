/** One import cycle (types included), or null. Depth-first; the first one found is enough to fail. */
export function findCycle(arrows: ReadonlyMap<string, readonly string[]>): string[] | null {
  const done = new Set<string>()
  const path: string[] = []
  const onPath = new Set<string>()

  function visit(file: string): string[] | null {
    if (onPath.has(file)) return [...path.slice(path.indexOf(file)), file]
    if (done.has(file)) return null
    path.push(file)
    onPath.add(file)
    for (const next of arrows.get(file) ?? []) {
      const cycle = visit(next)
      if (cycle) return cycle
    }
    path.pop()
    onPath.delete(file)
    done.add(file)
    return null
  }

  for (const file of arrows.keys()) {
    const cycle = visit(file)
    if (cycle) return cycle
  }
  return null
}
