import { STAGES, type StageCode } from '@milepost/terms/cycle'
import type { RoomPage, RoomStage } from '../pages.ts'

/** One milepost of the rail: a room, where the cycle stands relative to it, and its pages in the rail. */
export type Milepost = {
  readonly stage: StageCode
  readonly number: number
  /** The cycle has passed it, stands at it, or has yet to come. */
  readonly at: 'passed' | 'here' | 'ahead'
  readonly pages: readonly RoomPage[]
}

const ORDER = Object.keys(STAGES).filter(isStage)

export function isStage(code: string): code is StageCode {
  return code in STAGES
}

export function road(pages: readonly RoomPage[], cycleStage: string | null): readonly Milepost[] {
  const here = cycleStage !== null && isStage(cycleStage) ? ORDER.indexOf(cycleStage) : -1
  return ORDER.map((stage, i) => ({
    stage,
    number: i + 1,
    at: here === i ? 'here' : i < here ? 'passed' : 'ahead',
    pages: railPages(pages, stage),
  }))
}

export function railPages(pages: readonly RoomPage[], stage: RoomStage): readonly RoomPage[] {
  return pages.filter((page) => page.stage === stage && page.inRail)
}

/** The page that an address shows: the longest path that fits, `$name` standing for anything. */
export function pageAt(pages: readonly RoomPage[], pathname: string): RoomPage | undefined {
  const parts = pathname.split('/').filter(Boolean)
  return pages
    .filter(({ path }) => {
      const asked = path.split('/').filter(Boolean)
      return asked.length === parts.length && asked.every((part, i) => part.startsWith('$') || part === parts[i])
    })
    .sort((a, b) => a.path.split('$').length - b.path.split('$').length)[0]
}
