import type { Route } from '../platform/http/serve.ts'
import { listReportsRoute, readAuthorityViewRoute } from './audiences/authorityView.ts'
import { downloadAuthorityFormRoute, downloadBriefingRoute } from './audiences/papers.ts'
import { downloadChangeRoute, openNextWaveRoute, readChangeRoute } from './change/readChange.ts'
import { answerFeedbackRoute, listFeedbackRoute, sendFeedbackRoute } from './feedback/feedback.ts'
import { answerCorrectionRoute, askCorrectionRoute, readCorrectionsRoute } from './myData/corrections.ts'
import { downloadMyDataRoute, readMyDataRoute } from './myData/readMyData.ts'
import { answerLineObjectionRoute, listLineObjectionsRoute } from './objection/answer.ts'
import { objectToCardRoute, objectToPersonRoute } from './objection/object.ts'
import { confirmPrivacyNoticeRoute, publishPrivacyNoticeRoute, readPrivacyNoticeRoute, readReceiptsRoute } from './privacy/notice.ts'
import { downloadPrivacyPaperRoute } from './privacy/papers.ts'
import { purgeDueRoute, readRetentionRoute } from './privacy/retention.ts'
import {
  listPublicationsRoute,
  preparePublicationRoute,
  previewPublicationRoute,
  publishPublicationRoute,
  readMissesRoute,
} from './publication/publish.ts'
import { downloadCorrectionsRoute, downloadPublicRoute, readPublicRoute } from './publication/readPublic.ts'
import { withdrawPublicationRoute } from './publication/withdraw.ts'
import { listRestatableRoute, readRestatementRoute } from './restatement/readRestatement.ts'
import { collectSnapshotRoute, dropCollectedRoute } from './sideBySide/collect.ts'
import { readSideBySideRoute } from './sideBySide/readSideBySide.ts'
import { checkTicketRoute } from './ticket/checkTicket.ts'
import { readPersonTicketRoute, readTicketRoute } from './ticket/readTicket.ts'

export const openRoutes: readonly Route[] = [
  readTicketRoute,
  readPersonTicketRoute,
  checkTicketRoute,
  objectToCardRoute,
  objectToPersonRoute,
  listLineObjectionsRoute,
  answerLineObjectionRoute,
  listPublicationsRoute,
  preparePublicationRoute,
  readMissesRoute,
  previewPublicationRoute,
  publishPublicationRoute,
  withdrawPublicationRoute,
  readPublicRoute,
  downloadPublicRoute,
  downloadCorrectionsRoute,
  listRestatableRoute,
  readRestatementRoute,
  readSideBySideRoute,
  collectSnapshotRoute,
  dropCollectedRoute,
  readMyDataRoute,
  downloadMyDataRoute,
  askCorrectionRoute,
  readCorrectionsRoute,
  answerCorrectionRoute,
  readChangeRoute,
  downloadChangeRoute,
  openNextWaveRoute,
  listReportsRoute,
  readAuthorityViewRoute,
  downloadBriefingRoute,
  downloadAuthorityFormRoute,
  sendFeedbackRoute,
  listFeedbackRoute,
  answerFeedbackRoute,
  readPrivacyNoticeRoute,
  confirmPrivacyNoticeRoute,
  publishPrivacyNoticeRoute,
  readReceiptsRoute,
  readRetentionRoute,
  purgeDueRoute,
  downloadPrivacyPaperRoute,
]
