import type { readMyJudging } from '@milepost/contract/choose/judging'
import type { OutputOf } from '@milepost/contract/endpoint'

export type MyJudging = OutputOf<typeof readMyJudging>
export type JudgingDraft = Pick<MyJudging, 'judgements' | 'ratings'>
