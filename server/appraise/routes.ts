import type { Route } from '../platform/http/serve.ts'
import { readCommitteeRoute, setCommitteeRoute } from './decision/committee.ts'
import { decideGradesRoute } from './decision/decideGrades.ts'
import { readDecisionRoute } from './decision/readDecision.ts'
import { listAppraisalsRoute } from './enrolment/listAppraisals.ts'
import { openAppraisalsRoute } from './enrolment/openAppraisals.ts'
import { answerObjectionRoute, closeNoticeRoute, postNoticeRoute, raiseObjectionRoute, readNoticesRoute } from './notice/notice.ts'
import { importRatingsRoute, ratingsTemplateRoute } from './rating/importRatings.ts'
import { giveRatingRoute, listToRateRoute, readRatingSheetRoute } from './rating/rate.ts'
import { readAppraisalRoute } from './scoring/readAppraisal.ts'
import { scoreAppraisalsRoute } from './scoring/scoreAppraisals.ts'
import { proposeGradesRoute } from './seats/proposeGrades.ts'
import { readCalibrationRoute } from './seats/readCalibration.ts'

export const appraiseRoutes: readonly Route[] = [
  openAppraisalsRoute,
  listAppraisalsRoute,
  readAppraisalRoute,
  listToRateRoute,
  readRatingSheetRoute,
  giveRatingRoute,
  importRatingsRoute,
  ratingsTemplateRoute,
  scoreAppraisalsRoute,
  proposeGradesRoute,
  readCalibrationRoute,
  readCommitteeRoute,
  setCommitteeRoute,
  decideGradesRoute,
  readDecisionRoute,
  postNoticeRoute,
  readNoticesRoute,
  raiseObjectionRoute,
  answerObjectionRoute,
  closeNoticeRoute,
]
