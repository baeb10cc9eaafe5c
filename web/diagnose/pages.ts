import type { RoomPage } from '../platform/pages.ts'

export const diagnosePages: readonly RoomPage[] = []
