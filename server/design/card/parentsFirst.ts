import type { NewLine } from './data.ts'

/**
 * Lines so ordered that each stands after the line it serves, if that one is among them: the database checks a parent when
 * its child is written. Lines that serve each other in a circle come last, in the order given.
 */
export function parentsFirst(lines: readonly NewLine[]): NewLine[] {
  const waiting = new Map(lines.map((line) => [line.cardMeasureId, line]))
  const ordered: NewLine[] = []
  for (let before = -1; before !== ordered.length; ) {
    before = ordered.length
    for (const line of [...waiting.values()]) {
      if (line.parentCardMeasureId !== null && waiting.has(line.parentCardMeasureId)) continue
      ordered.push(line)
      waiting.delete(line.cardMeasureId)
    }
  }
  return [...ordered, ...waiting.values()]
}
