import type { listInterviews, readInterview } from '@milepost/contract/diagnose/interviews'
import type { readCodes } from '@milepost/contract/diagnose/voices'
import type { OutputOf } from '@milepost/contract/endpoint'

export type Interview = OutputOf<typeof readInterview>
export type InterviewLine = OutputOf<typeof listInterviews>['interviews'][number]
export type CodeRow = OutputOf<typeof readCodes>['codes'][number]
