import type { Route } from '../platform/http/serve.ts'
import { castBallotRoute } from './ballots/castBallot.ts'
import { listOwnInvitationsRoute, openOwnInvitationRoute } from './ballots/ownInvitations.ts'
import { readBallotRoute } from './ballots/readBallot.ts'
import { readInvitationRoute, signBallotRoute } from './ballots/signBallot.ts'
import {
  addEvidenceRoute,
  chooseRemedyRoute,
  decideLinkRoute,
  dropRemedyRoute,
  judgeProblemRoute,
  readAimsRoute,
  readBoardRoute,
  removeEvidenceRoute,
} from './board/board.ts'
import { downloadDiagnosisReportRoute } from './board/report.ts'
import { enterPaperRoute } from './collection/enterPaper.ts'
import { issueInvitationsRoute, listInvitationsRoute, readCollectionRoute, remindInvitedRoute } from './collection/invitations.ts'
import { openOnlineWaveRoute } from './collection/openOnlineWave.ts'
import { sendInvitationsRoute } from './collection/sendInvitations.ts'
import { discardDraftRoute, listDraftsRoute, readDraftRoute, saveDraftRoute, startDraftRoute } from './drafts/drafts.ts'
import { freezeDraftRoute } from './drafts/freezeDraft.ts'
import { compareQuestionnairesRoute, readItemBankRoute } from './drafts/itemBank.ts'
import { exportAnswersRoute, exportCodebookRoute } from './exports/exportAnswers.ts'
import { readQuestionnaireFileRoute } from './foreign/readForeign.ts'
import { questionnaireSheetTemplateRoute, readQuestionnaireSheetRoute } from './foreign/readQuestionnaireSheet.ts'
import { readAgreementRoute } from './interviews/agreement.ts'
import { exportCodesRoute, importCodesRoute, readCodesRoute, saveCodeRoute } from './interviews/codes.ts'
import { applyCodeRoute, changeCodingRoute, drawDoubleCodingRoute, finishCodingRoute, removeCodingRoute } from './interviews/codings.ts'
import { changeInterviewRoute, listInterviewsRoute, planInterviewRoute, recordConsentRoute } from './interviews/interviews.ts'
import { exportProjectRoute, importCodebookRoute, importProjectRoute } from './interviews/projects.ts'
import { readInterviewRoute } from './interviews/readInterview.ts'
import { readTranscriptFileRoute, saveTranscriptRoute } from './interviews/transcripts.ts'
import { readVoicesRoute } from './interviews/voices.ts'
import { readDiagnosisRoute } from './results/readDiagnosis.ts'
import { readGuideRoute } from './results/readGuide.ts'
import { readItemsRoute } from './results/readItems.ts'
import { recordFindingsRoute } from './results/recordFindings.ts'
import { compareWavesRoute } from './statistics/compareWaves.ts'
import { readCrossRoute } from './statistics/readCross.ts'
import { readDifferencesRoute } from './statistics/readDifferences.ts'
import { readFactorsRoute, readStatisticsRoute } from './statistics/readStatistics.ts'
import { answersTemplateRoute, importAnswersRoute, matchAnswersRoute } from './waves/importAnswers.ts'
import {
  adoptQuestionnaireRoute,
  createQuestionnaireRoute,
  listQuestionnairesRoute,
  readQuestionnaireRoute,
} from './waves/questionnaires.ts'
import { closeWaveRoute, listWavesRoute, openWaveRoute } from './waves/waves.ts'

export const diagnoseRoutes: readonly Route[] = [
  readQuestionnaireFileRoute,
  readQuestionnaireSheetRoute,
  questionnaireSheetTemplateRoute,
  readStatisticsRoute,
  readFactorsRoute,
  readCrossRoute,
  readDifferencesRoute,
  compareWavesRoute,
  exportAnswersRoute,
  exportCodebookRoute,
  openOnlineWaveRoute,
  readCollectionRoute,
  listInvitationsRoute,
  issueInvitationsRoute,
  sendInvitationsRoute,
  remindInvitedRoute,
  enterPaperRoute,
  readBallotRoute,
  readInvitationRoute,
  signBallotRoute,
  castBallotRoute,
  listOwnInvitationsRoute,
  openOwnInvitationRoute,
  listDraftsRoute,
  startDraftRoute,
  readDraftRoute,
  saveDraftRoute,
  discardDraftRoute,
  freezeDraftRoute,
  readItemBankRoute,
  compareQuestionnairesRoute,
  listQuestionnairesRoute,
  readQuestionnaireRoute,
  adoptQuestionnaireRoute,
  createQuestionnaireRoute,
  openWaveRoute,
  listWavesRoute,
  closeWaveRoute,
  importAnswersRoute,
  answersTemplateRoute,
  matchAnswersRoute,
  readDiagnosisRoute,
  readItemsRoute,
  recordFindingsRoute,
  readGuideRoute,
  listInterviewsRoute,
  planInterviewRoute,
  changeInterviewRoute,
  recordConsentRoute,
  readTranscriptFileRoute,
  saveTranscriptRoute,
  readInterviewRoute,
  applyCodeRoute,
  changeCodingRoute,
  removeCodingRoute,
  finishCodingRoute,
  drawDoubleCodingRoute,
  readAgreementRoute,
  readVoicesRoute,
  readCodesRoute,
  saveCodeRoute,
  importCodesRoute,
  exportCodesRoute,
  importCodebookRoute,
  exportProjectRoute,
  importProjectRoute,
  readBoardRoute,
  addEvidenceRoute,
  removeEvidenceRoute,
  decideLinkRoute,
  chooseRemedyRoute,
  dropRemedyRoute,
  judgeProblemRoute,
  readAimsRoute,
  downloadDiagnosisReportRoute,
]
