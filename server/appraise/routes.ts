import type { Route } from '../platform/http/serve.ts'
import { calibrateRoute, readCalibrationChangesRoute } from './calibration/calibrate.ts'
import { readEvidenceRoute } from './calibration/evidence.ts'
import { readRaterSignsRoute } from './calibration/raterSigns.ts'
import { readCommitteeRoute, setCommitteeRoute } from './decision/committee.ts'
import { decideGradesRoute } from './decision/decideGrades.ts'
import { readDecisionRoute } from './decision/readDecision.ts'
import { listAppraisalsRoute } from './enrolment/listAppraisals.ts'
import { openAppraisalsRoute } from './enrolment/openAppraisals.ts'
import { readYearSegmentsRoute } from './enrolment/readYearSegments.ts'
import { voidAppraisalRoute } from './enrolment/voidAppraisal.ts'
import { noticeMissingRoute, readMissingRoute, talkAboutMissingRoute, waiveMissingRoute } from './missing/missing.ts'
import type { LaterFacts } from './norms/cycleFacts.ts'
import { readNormsRoute } from './norms/readNorms.ts'
import { recordNormFindingRoute } from './norms/recordFinding.ts'
import {
  answerObjectionRoute,
  closeNoticeRoute,
  postNoticeRoute,
  raiseObjectionForRoute,
  raiseObjectionRoute,
  readNoticesRoute,
  serveObjectionToBothRoute,
} from './notice/notice.ts'
import { decideOtherAppraisalRoute, openOtherAppraisalRoute, rateOtherAppraisalRoute } from './others/otherAppraisals.ts'
import { listOtherAppraisalsRoute, readOtherAppraisalsRoute } from './others/readOthers.ts'
import { downloadOtherPaperRoute } from './papers/downloadOther.ts'
import { downloadArchivePartRoute, downloadCyclePaperRoute, downloadPersonPaperRoute, planArchiveRoute } from './papers/papers.ts'
import { declineRatingRoute, nameStandInRoute, nominateRaterRoute, waiveRatingRoute } from './raters/changeRaters.ts'
import { setRatingDueRoute } from './raters/ladder.ts'
import { readNominationsRoute } from './raters/readNominations.ts'
import { answerRoleRoute, readRatersRoute, remindRatersRoute } from './raters/readRaters.ts'
import { importRatingsRoute, ratingsTemplateRoute } from './rating/importRatings.ts'
import { giveRatingRoute, listToRateRoute, readRatingSheetRoute, saveRatingDraftRoute } from './rating/rate.ts'
import { readRatingsGivenRoute, voidRatingRoute } from './rating/voidRating.ts'
import { answerConflictSignRoute, readConflictSignsRoute } from './record/conflictSigns.ts'
import { closeInvestigationRoute, openInvestigationRoute } from './record/investigations.ts'
import { endPostingRoute, readPostingsRoute, recordPostingRoute } from './record/postings.ts'
import { recordHearingRoute } from './record/recordHearing.ts'
import { recordRefusalRoute, withdrawRefusalRoute } from './record/refusals.ts'
import { liftSanctionRoute, readRecordRoute, recordSanctionRoute } from './record/sanctions.ts'
import { declareTieRoute, endTieRoute, readTiesRoute } from './record/ties.ts'
import { correctGradeRoute } from './reopening/correctGrade.ts'
import { answerReopeningRoute, askReopeningRoute, readReopeningsRoute } from './reopening/reopen.ts'
import { confirmInterviewRoute, recordInterviewRoute } from './results/interviews.ts'
import { listTalksRoute } from './results/listTalks.ts'
import { decideRemedyRoute, fileRemedyForRoute, fileRemedyRoute, listRemediesRoute, serveRemedyToBothRoute } from './results/remedies.ts'
import { listResultsRoute, readResultRoute, recordRefusedSignatureRoute, serveResultsRoute, signOpinionRoute } from './results/service.ts'
import { supplyGradeRoute } from './results/supplyGrade.ts'
import { layRulesRoute, readRulesRoute, tryRulesRoute, withdrawRulesRoute } from './rules/rules.ts'
import { readAppraisalRoute } from './scoring/readAppraisal.ts'
import { scoreAppraisalsRoute } from './scoring/scoreAppraisals.ts'
import { proposeGradesRoute } from './seats/proposeGrades.ts'
import { readCalibrationRoute } from './seats/readCalibration.ts'
import { readSeatHistoryRoute } from './seats/readSeatHistory.ts'
import { confirmGradesRoute, readConfirmationsRoute } from './secondLevel/confirmGrades.ts'
import { readSelfReportRoute, saveSelfReportRoute, submitSelfReportRoute } from './selfReport/selfReport.ts'
import { openVoteRoute } from './votes/openVote.ts'
import { readVoteRoute, readVotesOnRoute } from './votes/readVote.ts'
import { listPaperBallotsRoute, voidVoteBallotRoute } from './votes/voidBallot.ts'
import {
  closeVoteRoute,
  enterVoteBallotsRoute,
  issueVoteLinksRoute,
  listVotersRoute,
  listVotesRoute,
  remindVotersRoute,
} from './votes/votes.ts'
export const appraiseRoutes: readonly Route[] = [
  openAppraisalsRoute,
  listAppraisalsRoute,
  readAppraisalRoute,
  listToRateRoute,
  readRatingSheetRoute,
  giveRatingRoute,
  saveRatingDraftRoute,
  nominateRaterRoute,
  declineRatingRoute,
  nameStandInRoute,
  waiveRatingRoute,
  answerRoleRoute,
  readRatersRoute,
  remindRatersRoute,
  readSelfReportRoute,
  saveSelfReportRoute,
  submitSelfReportRoute,
  importRatingsRoute,
  ratingsTemplateRoute,
  scoreAppraisalsRoute,
  proposeGradesRoute,
  readCalibrationRoute,
  readEvidenceRoute,
  readCommitteeRoute,
  setCommitteeRoute,
  decideGradesRoute,
  readDecisionRoute,
  postNoticeRoute,
  readNoticesRoute,
  raiseObjectionRoute,
  raiseObjectionForRoute,
  serveObjectionToBothRoute,
  answerObjectionRoute,
  closeNoticeRoute,
  readRecordRoute,
  recordSanctionRoute,
  liftSanctionRoute,
  openInvestigationRoute,
  closeInvestigationRoute,
  readTiesRoute,
  declareTieRoute,
  endTieRoute,
  readPostingsRoute,
  recordPostingRoute,
  endPostingRoute,
  recordRefusalRoute,
  withdrawRefusalRoute,
  recordHearingRoute,
  serveResultsRoute,
  listResultsRoute,
  listTalksRoute,
  readResultRoute,
  signOpinionRoute,
  recordRefusedSignatureRoute,
  fileRemedyRoute,
  fileRemedyForRoute,
  serveRemedyToBothRoute,
  decideRemedyRoute,
  listRemediesRoute,
  supplyGradeRoute,
  recordInterviewRoute,
  confirmInterviewRoute,
  downloadPersonPaperRoute,
  downloadOtherPaperRoute,
  setRatingDueRoute,
  readSeatHistoryRoute,
  readYearSegmentsRoute,
  voidAppraisalRoute,
  readNominationsRoute,
  readConflictSignsRoute,
  answerConflictSignRoute,
  readConfirmationsRoute,
  confirmGradesRoute,
  readReopeningsRoute,
  askReopeningRoute,
  answerReopeningRoute,
  correctGradeRoute,
  calibrateRoute,
  readCalibrationChangesRoute,
  readRaterSignsRoute,
  readMissingRoute,
  noticeMissingRoute,
  talkAboutMissingRoute,
  waiveMissingRoute,
  recordNormFindingRoute,
  readRulesRoute,
  tryRulesRoute,
  layRulesRoute,
  withdrawRulesRoute,
  readRatingsGivenRoute,
  voidRatingRoute,
  listOtherAppraisalsRoute,
  readOtherAppraisalsRoute,
  openOtherAppraisalRoute,
  rateOtherAppraisalRoute,
  decideOtherAppraisalRoute,
  openVoteRoute,
  listVotesRoute,
  readVoteRoute,
  issueVoteLinksRoute,
  listVotersRoute,
  remindVotersRoute,
  enterVoteBallotsRoute,
  listPaperBallotsRoute,
  voidVoteBallotRoute,
  closeVoteRoute,
  readVotesOnRoute,
]

/** What is checked and printed of a whole cycle rests on later rooms too; the roof says how they are asked. */
export const cycleReportRoutes = (later: LaterFacts): readonly Route[] => [
  readNormsRoute(later),
  downloadCyclePaperRoute(later),
  planArchiveRoute,
  downloadArchivePartRoute(later),
]
