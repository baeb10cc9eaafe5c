import type { readCard } from '@milepost/contract/design/cards'
import type { OutputOf } from '@milepost/contract/endpoint'

export type CardView = OutputOf<typeof readCard>
