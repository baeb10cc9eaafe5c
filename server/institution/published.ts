/** All that later rooms may read of the institution. */
export { listActiveAccounts } from './accounts/data.ts'
export { type ChainHead, type RecordSum, readChainHead, sumRecords } from './audit/data.ts'

export { workingDaysOf } from './calendar/data.ts'
export { type Condition, type Conditions, met, open, unstated } from './cycles/conditions.ts'
export { conditionsOf } from './cycles/conditionsOf.ts'
export { type Cycle, currentCycle, findCycle, listCycles } from './cycles/data.ts'
export { cycleInStage, openCycle, stageName } from './cycles/openCycle.ts'
export { openNextCycle } from './cycles/openNextCycle.ts'
export { insertStatement, listMoves, listStatements, makeStale, moveCycle, type Statement } from './cycles/stepData.ts'
export { findHearing, listComments } from './hearing/data.ts'
export { workDay } from './messages/dayRuns.ts'
export { type NewMessage, queueMessages } from './messages/queueMessages.ts'
export { sendMessages } from './messages/sendMessages.ts'
export { channelsToPeople, type PersonalMessage, sendToPerson, waysTo } from './messages/sendToPerson.ts'
export { type Absence, listAbsences } from './people/absences/data.ts'
export {
  type Assignment,
  type Days,
  findPerson,
  listAssignments,
  listPeople,
  listPeopleDuring,
  namesDuring,
  type Person,
} from './people/data.ts'
export { findHeadOf, type Heads, readHeads, readHeadsOn, unitsHeadedBy } from './people/heads.ts'
export { type Named, namesIn } from './people/spelling.ts'
export { personSubject, unitSubject } from './people/subjects.ts'
export { listPosts, type Post } from './posts/data.ts'
export { findInstitutionRow } from './session/data.ts'
export { tasksOf } from './tasks/tasksOf.ts'
export { listUnits, type Unit } from './units/data.ts'
export { unitsBelow } from './units/withBelow.ts'
