import { widthOf } from '../map/mapGeometry.ts'

type Caption = { readonly words: string; readonly at: number }

/** The letters of a picture's axis, in the units of the picture; widthOf measures letters of 14. */
const LETTER = 12 / 14
const GAP = 6

/**
 * Captions over places on an axis. Those of one place stand together with a stroke between them; those that would touch stand in rows
 * below each other (0 the highest); none runs out of the picture.
 */
export function captionsOf(captions: readonly Caption[], width: number): readonly (Caption & { readonly row: number })[] {
  const places = new Map<number, string[]>()
  for (const { words, at } of captions) {
    const key = Math.round(at)
    places.set(key, [...(places.get(key) ?? []), words])
  }
  const ends: number[] = []
  return [...places]
    .sort(([a], [b]) => a - b)
    .map(([place, together]) => {
      const words = together.join(' / ')
      const half = (widthOf(words) * LETTER) / 2
      const at = Math.max(half, Math.min(width - half, place))
      const free = ends.findIndex((end) => end + GAP <= at - half)
      const row = free === -1 ? ends.length : free
      ends[row] = at + half
      return { words, at, row }
    })
}
