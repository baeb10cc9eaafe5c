import type { RoomPage } from '../platform/pages.ts'

export const choosePages: readonly RoomPage[] = []
