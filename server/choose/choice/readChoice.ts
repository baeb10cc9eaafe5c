import type { Actor } from '@milepost/access/actor'
import { mayByRole } from '@milepost/access/may'
import { choiceView, hybridPart, listChoices, readChoice } from '@milepost/contract/choose/choice'
import { Refusal } from '@milepost/contract/refusals'
import { z } from 'zod'
import { serve } from '../../platform/http/serve.ts'
import { frozenDecision } from '../decision/frozen.ts'
import { type Judge, listJudges } from '../judging/data.ts'
import { findChoice, listChoiceRows } from './data.ts'
import { choiceOf } from './openedChoice.ts'

export const listChoicesRoute = serve(listChoices, {
  run: async ({ tx, institutionId }) => {
    const rows = await listChoiceRows(tx, institutionId)
    return {
      choices: rows.map((row) => ({
        choiceId: row.choice_id,
        title: { zh: row.title_zh, en: row.title_en },
        state: choiceView.shape.state.parse(row.state),
        decidedMethod: row.decided_method,
        decidedBy: row.decided_by,
        decidedAt: row.decided_at?.toISOString() ?? null,
      })),
    }
  },
})

export const readChoiceRoute = serve(readChoice, {
  run: async ({ tx, institutionId, input, library, actor }) => {
    const row = await findChoice(tx, institutionId, input.choiceId)
    if (!row) throw new Refusal('not-found')
    const { isDecided, ...choice } = choiceOf(row)
    const judges = await listJudges(tx, institutionId, input.choiceId)
    return {
      ...choice,
      state: isDecided ? 'decided' : 'open',
      judges: judges.map((judge) => shownJudge(judge, maySee(actor, judges))),
      isJudge: judges.some(({ accountId }) => accountId === actor.accountId),
      recommendation: library.methods.recommendation,
      decision: decisionOf(row),
    }
  },
})

/** Who sees what each judge judged: oversight, but no judge before having submitted, so that nobody judges after another's example. */
function maySee(actor: Actor, judges: readonly Judge[]): boolean {
  const own = judges.find(({ accountId }) => accountId === actor.accountId)
  return mayByRole(actor, 'choice.judges') && (own === undefined || own.submittedAt !== null)
}

function shownJudge(judge: Judge, isShown: boolean) {
  const { accountId, name, submittedAt, changedAt } = judge
  const shown = isShown && submittedAt !== null
  return {
    accountId,
    name,
    invitedAt: judge.invitedAt.toISOString(),
    state: submittedAt !== null ? ('submitted' as const) : changedAt !== null ? ('drafting' as const) : ('invited' as const),
    submittedAt: submittedAt?.toISOString() ?? null,
    pairsJudged: Object.keys(judge.judgements).length,
    rated: Object.keys(judge.ratings).length,
    judgements: shown ? judge.judgements : null,
    ratings: shown ? judge.ratings : null,
  }
}

function decisionOf(row: NonNullable<Awaited<ReturnType<typeof findChoice>>>) {
  if (row.decided_method === null) return null
  const { result } = frozenDecision.parse(row.decided_result)
  return {
    method: row.decided_method,
    reason: row.decision_reason ?? '',
    hybrid: z.array(hybridPart).parse(row.decided_hybrid),
    decidedBy: row.decided_by ?? '',
    decidedAt: row.decided_at?.toISOString() ?? '',
    consistencyRatio: result.weights?.consistencyRatio ?? null,
    closeness: Object.fromEntries((result.ranking ?? []).map(({ method, closeness }) => [method, closeness])),
    hash: row.decided_hash ?? '',
  }
}
