import { placeOf, ROOMS } from '../floors/house.ts'
import { readHouse, resolveImport } from '../floors/readHouse.ts'
import { GENERATED, type Paper, table } from './paper.ts'

/** The house as it stands: files and arrows by floor, counted from the sources. */
export function printFloors(root: string): Paper {
  const files = readHouse(root).filter(({ file }) => !/\.(test|spec)\.tsx?$/.test(file))
  const count = new Map<string, number>()
  const arrows = new Map<string, number>()
  for (const { file, imports } of files) {
    const from = nameOf(file)
    if (from === null) continue
    count.set(from, (count.get(from) ?? 0) + 1)
    for (const specifier of imports) {
      const to = resolveImport(file, specifier)
      const name = to === null ? null : nameOf(to)
      if (name !== null && name !== from) arrows.set(`${from} → ${name}`, (arrows.get(`${from} → ${name}`) ?? 0) + 1)
    }
  }
  const rows = [...arrows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([arrow, n]) => [arrow, String(n)])
  const counts = [...count].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, n]) => [name, String(n)])
  const text = `${GENERATED}# The house · 分层图\n\n${PICTURE}\n## Files by place\n\n${table(['place', 'files'], counts)}\n## Arrows (imports, types included)\n\n${table(['arrow', 'imports'], rows)}`
  return { file: 'floors.md', text }
}

function nameOf(file: string): string | null {
  const place = placeOf(file)
  if (!place || place.floor === 'outside') return null
  if (place.floor === 'server-room' || place.floor === 'web-room') return `${place.floor.split('-')[0]}/${place.name}`
  if (place.floor === 'words' || place.floor === 'engine' || place.floor === 'contract') return place.name
  return place.floor
}

const PICTURE = `\`\`\`
roof       main  demo  commands                              main
               |                                               |
rooms      ${ROOMS.join(' < ')}   (a later room reads an earlier one, by published.ts)
               |                                               |
platform   server/platform                          web/platform  web/parts
               '------------------> contract <-----------------'
                                       |
engines    statistics  decision  scorecard  appraisal  pay  pavement  anonymity  access
                                       |
words                            terms  exact
\`\`\`
`
