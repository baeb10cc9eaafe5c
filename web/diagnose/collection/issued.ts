import type { issueInvitations } from '@milepost/contract/diagnose/collection'
import type { OutputOf } from '@milepost/contract/endpoint'

/** Links just made: shown once. */
export type Issued = OutputOf<typeof issueInvitations>['invitations']
