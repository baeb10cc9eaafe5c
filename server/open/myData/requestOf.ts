import { correctionRequest } from '@milepost/contract/open/myData'
import type { RequestRow } from './data.ts'

export const requestOf = (row: RequestRow) => ({
  requestId: row.request_id,
  askedBy: row.asked_by,
  askedAt: row.asked_at.toISOString(),
  what: row.what,
  wanted: row.wanted,
  state: correctionRequest.shape.state.parse(row.state),
  answer: row.answer,
  answeredAt: row.answered_at?.toISOString() ?? null,
  answeredBy: row.answered_by,
})
