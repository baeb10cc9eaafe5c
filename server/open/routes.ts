import type { Route } from '../platform/http/serve.ts'
import { answerCorrectionRoute, askCorrectionRoute, readCorrectionsRoute } from './myData/corrections.ts'
import { downloadMyDataRoute, readMyDataRoute } from './myData/readMyData.ts'
import {
  listPublicationsRoute,
  preparePublicationRoute,
  previewPublicationRoute,
  publishPublicationRoute,
  readMissesRoute,
  withdrawPublicationRoute,
} from './publication/publish.ts'
import { downloadPublicRoute, readPublicRoute } from './publication/readPublic.ts'
import { readSideBySideRoute } from './sideBySide/readSideBySide.ts'
import { checkTicketRoute } from './ticket/checkTicket.ts'
import { readPersonTicketRoute, readTicketRoute } from './ticket/readTicket.ts'

export const openRoutes: readonly Route[] = [
  readTicketRoute,
  readPersonTicketRoute,
  checkTicketRoute,
  listPublicationsRoute,
  preparePublicationRoute,
  readMissesRoute,
  previewPublicationRoute,
  publishPublicationRoute,
  withdrawPublicationRoute,
  readPublicRoute,
  downloadPublicRoute,
  readSideBySideRoute,
  readMyDataRoute,
  downloadMyDataRoute,
  askCorrectionRoute,
  readCorrectionsRoute,
  answerCorrectionRoute,
]
