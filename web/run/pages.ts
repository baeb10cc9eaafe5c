import type { RoomPage } from '../platform/pages.ts'

export const runPages: readonly RoomPage[] = []
