import type { listOtherAppraisals } from '@milepost/contract/appraise/otherAppraisals'
import type { OutputOf } from '@milepost/contract/endpoint'

export type OtherAppraisal = OutputOf<typeof listOtherAppraisals>['appraisals'][number]

export const stateOf = (one: OtherAppraisal) => (one.decision ? 'decided' : one.isRated ? 'rated' : 'opened')
