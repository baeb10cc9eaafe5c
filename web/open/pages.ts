import type { RoomPage } from '../platform/pages.ts'

export const openPages: readonly RoomPage[] = []
