import type { Permission } from '@milepost/access/permissions'
import type { Bilingual } from '@milepost/terms/bilingual'
import type { StageCode } from '@milepost/terms/cycle'
import type { ComponentType } from 'react'

/** A room of the house: the seven stages of the loop, and the institution itself. */
export type RoomStage = StageCode | 'institution'

/**
 * One page of a room. A room exports `xPages: readonly RoomPage[]` from its `pages.ts`:
 * `{ path: '/design/scorecard', stage: 'design', permission: 'scorecard.read', title: { zh, en }, inRail: true,
 *    page: () => import('./scorecard/ScorecardPage.tsx').then((m) => m.ScorecardPage) }`
 */
export type RoomPage = {
  /** Address below the root; may contain `$name`, read with `useParam('name')`. */
  readonly path: string
  readonly stage: RoomStage
  readonly permission: Permission
  readonly title: Bilingual
  /** Listed under its room in the rail (pages with a `$name` are not). */
  readonly inRail: boolean
  /** Loaded when first opened. */
  readonly page: () => Promise<ComponentType>
  /** The page behind "My card" in the phone's bottom bar: at most one page of the house. */
  readonly phone?: 'my-card'
  /** More words under which the search box finds the page. */
  readonly alsoCalled?: readonly string[]
}
