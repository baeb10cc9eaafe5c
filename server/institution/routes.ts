import type { Route } from '../platform/http/serve.ts'
import { setAccountStateRoute, unlockAccountRoute } from './accounts/changeAccount.ts'
import { createAccountRoute, createAccountsForPeopleRoute } from './accounts/createAccounts.ts'
import { grantUnitHeadsRoute, setRolesRoute } from './accounts/grantRoles.ts'
import { issueLinksRoute } from './accounts/issueLinks.ts'
import { readAccountsRoute } from './accounts/readAccounts.ts'
import { verifyAuditTrailRoute } from './audit/readTrail.ts'
import { markCalendarYearRoute, openCalendarYearRoute, readCalendarRoute, setCalendarDayRoute } from './calendar/manageCalendar.ts'
import { holdCycleRoute, readHoldsRoute } from './cycles/holdCycle.ts'
import { createCycleRoute, editCycleRoute, readCyclesRoute } from './cycles/manageCycles.ts'
import { planPhasesRoute, readPhasesRoute } from './cycles/phases.ts'
import { answerCommentRoute, commentOnPlanRoute, openHearingRoute } from './hearing/hearing.ts'
import { readChannelsRoute, saveChannelRoute, tryChannelRoute } from './messages/channels.ts'
import { downloadMyCalendarRoute, markMessagesReadRoute, readMessagesRoute, setMessageAddressRoute } from './messages/messages.ts'
import { absenceTemplateRoute, importAbsencesRoute } from './people/absences/importAbsences.ts'
import { importPeopleRoute, personTemplateRoute } from './people/importPeople.ts'
import { readPeopleRoute } from './people/readPeople.ts'
import { readPersonRoute } from './people/readPerson.ts'
import { importPostsRoute, postTemplateRoute } from './posts/importPosts.ts'
import { readPostsRoute } from './posts/readPosts.ts'
import { sessionRoutes } from './session/routes.ts'
import { importUnitsRoute, unitTemplateRoute } from './units/importUnits.ts'
import { readUnitsRoute } from './units/readUnits.ts'

export { readAuditTrailRoute } from './audit/readTrail.ts'

export const institutionRoutes: readonly Route[] = [
  ...sessionRoutes,
  readUnitsRoute,
  unitTemplateRoute,
  importUnitsRoute,
  readPostsRoute,
  postTemplateRoute,
  importPostsRoute,
  readPeopleRoute,
  readPersonRoute,
  personTemplateRoute,
  importPeopleRoute,
  absenceTemplateRoute,
  importAbsencesRoute,
  readAccountsRoute,
  createAccountRoute,
  createAccountsForPeopleRoute,
  issueLinksRoute,
  setAccountStateRoute,
  unlockAccountRoute,
  setRolesRoute,
  grantUnitHeadsRoute,
  readCalendarRoute,
  openCalendarYearRoute,
  setCalendarDayRoute,
  markCalendarYearRoute,
  readCyclesRoute,
  createCycleRoute,
  editCycleRoute,
  readPhasesRoute,
  planPhasesRoute,
  holdCycleRoute,
  readHoldsRoute,
  openHearingRoute,
  commentOnPlanRoute,
  answerCommentRoute,
  verifyAuditTrailRoute,
  readMessagesRoute,
  markMessagesReadRoute,
  setMessageAddressRoute,
  downloadMyCalendarRoute,
  readChannelsRoute,
  saveChannelRoute,
  tryChannelRoute,
]
