import { recordsOfPeople as ofAppraise } from './appraise/published.ts'
import { recordsOfPeople as ofDesign } from './design/published.ts'
import { readAuditTrailRoute } from './institution/routes.ts'
import { recordsOfPeople as ofRun } from './run/published.ts'

/** The audit trail, which finds everything about a person by what each room keeps about people. */
export const trailRoute = readAuditTrailRoute(async (tx, institutionId, of) => [
  ...(await ofDesign(tx, institutionId, of)),
  ...(await ofRun(tx, institutionId, of)),
  ...(await ofAppraise(tx, institutionId, of)),
])
