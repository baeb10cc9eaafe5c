import type { Route } from '../platform/http/serve.ts'
import { judgeChoiceRoute } from './choice/judgeChoice.ts'
import { openChoiceRoute } from './choice/openChoice.ts'
import { listChoicesRoute, readChoiceRoute } from './choice/readChoice.ts'
import { saveCriteriaRoute } from './choice/saveCriteria.ts'
import { saveMethodsRoute } from './choice/saveMethods.ts'
import { readComparisonRoute } from './comparison/readComparison.ts'
import { setBasisRoute } from './comparison/setBasis.ts'
import { decideChoiceRoute } from './decision/decideChoice.ts'
import { downloadDecisionRoute } from './decision/downloadDecision.ts'
import { inviteJudgesRoute, listCandidatesRoute } from './judging/inviteJudges.ts'
import { readMyJudgingRoute, saveMyJudgingRoute } from './judging/myJudging.ts'
import { submitMyJudgingRoute, takeBackJudgingRoute } from './judging/submitJudging.ts'
import { withdrawJudgeRoute } from './judging/withdrawJudge.ts'

export const chooseRoutes: readonly Route[] = [
  listChoicesRoute,
  readChoiceRoute,
  openChoiceRoute,
  judgeChoiceRoute,
  saveMethodsRoute,
  saveCriteriaRoute,
  readComparisonRoute,
  setBasisRoute,
  listCandidatesRoute,
  inviteJudgesRoute,
  withdrawJudgeRoute,
  readMyJudgingRoute,
  saveMyJudgingRoute,
  submitMyJudgingRoute,
  takeBackJudgingRoute,
  decideChoiceRoute,
  downloadDecisionRoute,
]
