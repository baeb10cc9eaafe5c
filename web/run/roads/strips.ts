import type { SectionRow } from '@milepost/contract/run/inspections'
import type { ConditionGrade, ConditionIndex } from '@milepost/terms/road'

export const STRIP = { width: 900, height: 34 }
const NARROWEST_FOR_LETTER = 16

type StripPiece = {
  readonly section: SectionRow
  readonly x: number
  readonly width: number
  /** The same as shares of the strip, for what lies over the picture. */
  readonly left: string
  readonly share: string
  /** null: the section has no such index. */
  readonly grade: ConditionGrade | null
  /** Wide enough to carry its letter. */
  readonly lettered: boolean
}

export type Strip = {
  readonly key: string
  readonly route: string
  readonly direction: SectionRow['direction']
  readonly from: string
  readonly to: string
  readonly pieces: readonly StripPiece[]
}

const percentOf = (length: number) => `${(100 * length) / STRIP.width}%`

/** 12300 metres as "K12+300". */
export function stakeText(metres: number): string {
  return `K${Math.floor(metres / 1000)}+${String(metres % 1000).padStart(3, '0')}`
}

/** Sections laid out as one strip a route and direction, from its first stake to its last. */
export function stripsOf(sections: readonly SectionRow[], index: ConditionIndex): readonly Strip[] {
  const keyOf = (section: SectionRow) => `${section.route} ${section.direction}`
  return [...new Set(sections.map(keyOf))]
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .flatMap((key) => {
      const ordered = sections.filter((section) => keyOf(section) === key).sort((a, b) => a.fromM - b.fromM)
      const first = ordered[0]
      if (first === undefined) return []
      const end = Math.max(...ordered.map((section) => section.toM))
      const scale = STRIP.width / Math.max(1, end - first.fromM)
      const pieces = ordered.map((section): StripPiece => {
        const width = (section.toM - section.fromM) * scale
        const x = (section.fromM - first.fromM) * scale
        return {
          section,
          x,
          width,
          left: percentOf(x),
          share: percentOf(width),
          grade: section.indices[index]?.grade ?? null,
          lettered: width >= NARROWEST_FOR_LETTER,
        }
      })
      return [{ key, route: first.route, direction: first.direction, from: stakeText(first.fromM), to: stakeText(end), pieces }]
    })
}
