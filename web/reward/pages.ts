import type { RoomPage } from '../platform/pages.ts'

export const rewardPages: readonly RoomPage[] = []
