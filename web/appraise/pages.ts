import type { RoomPage } from '../platform/pages.ts'

export const appraisePages: readonly RoomPage[] = []
