import { type Fault, faultOfArrow, faultOfPackage } from './arrows.ts'
import { findCycle } from './cycles.ts'
import { type Place, placeOf } from './house.ts'
import { resolveImport, type SourceFile } from './readHouse.ts'

/** Walks every arrow of the house and names every fault. */
export function inspect(files: readonly SourceFile[]): Fault[] {
  const faults: Fault[] = []
  const arrows = new Map<string, string[]>()
  for (const { file, imports } of files) {
    const place = placeOf(file)
    if (/(^|\/)index\.tsx?$/.test(file)) faults.push({ file, because: 'an index file hides what it says; name the file that says it' })
    if (!place) {
      faults.push({ file, because: 'stands on no floor' })
      continue
    }
    const targets: string[] = []
    for (const specifier of imports) {
      const to = resolveImport(file, specifier)
      const because = to === null ? faultOfPackage(file, place, specifier) : faultTowards(file, place, to)
      if (because) faults.push({ file, because })
      if (to !== null) targets.push(to)
    }
    arrows.set(file, targets)
  }
  const cycle = findCycle(arrows)
  if (cycle) faults.push({ file: cycle[0] ?? '', because: `import cycle: ${cycle.join(' -> ')}` })
  return faults
}

function faultTowards(from: string, fromPlace: Place, to: string): string | null {
  if (!/\.tsx?$/.test(to)) return null
  const toPlace = placeOf(to)
  return toPlace ? faultOfArrow({ from, to, fromPlace, toPlace }) : `imports ${to}, which stands on no floor`
}
