import type { RoomPage } from '../platform/pages.ts'

export const designPages: readonly RoomPage[] = []
