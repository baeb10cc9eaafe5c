import { Refusal } from '@milepost/contract/refusals'
import { readOfficialRuns, runOfficialScores } from '@milepost/contract/run/scores'
import { ENGINE_VERSION } from '@milepost/scorecard/engineVersion'
import { findScorecard, plansNotAgreed, readCards } from '../../design/published.ts'
import { findCycle } from '../../institution/published.ts'
import { contentHash } from '../../platform/audit/canonicalJson.ts'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { listPeriods } from '../periods/data.ts'
import { waitForOtherWriters } from '../values/insertData.ts'
import { runHead } from './cardScoreView.ts'
import { changesBetween } from './changes.ts'
import { countScores, insertCardScores, insertRun, listOfficialScores, listRuns, type NewCardScore } from './data.ts'
import { readFacts } from './readFacts.ts'
import { coverageBp, type ScoredCard, scoreOneCard, statusCode } from './scoreCards.ts'

/** So many people are named in a refusal; the list has them all. */
const NAMED = 10

/** Fixes inputs and results of every card of the cycle; a later run is another revision and says what it changes. */
export const runOfficialScoresRoute = serve(runOfficialScores, {
  run: async ({ tx, institutionId, input, actor, now, today, audit }) => {
    await waitForOtherWriters(tx, institutionId)
    const cycle = await findCycle(tx, institutionId, input.cycleId)
    if (!cycle) throw new Refusal('not-found')
    if (cycle.stage === 'closed') throw new Refusal('cycle-closed', { year: cycle.year })
    const scorecard = await findScorecard(tx, institutionId, cycle.cycleId)
    if (scorecard?.state !== 'published') throw new Refusal('run-needs-published-scorecard', { year: cycle.year })
    const periods = await listPeriods(tx, institutionId, { cycleId: cycle.cycleId })
    const open = periods.filter((period) => period.state === 'open').map((period) => period.code)
    if (open.length > 0 || periods.length === 0) throw new Refusal('run-needs-closed-periods', { periods: open })
    const before = (await listRuns(tx, institutionId, cycle.cycleId))[0]
    if (before && input.reason.length < 4) throw new Refusal('run-needs-reason')

    const notAgreed = await plansNotAgreed(tx, institutionId, scorecard.scorecardId)
    const undecided = notAgreed.filter(({ decided_at }) => decided_at === null).map(({ name }) => name)
    if (undecided.length > 0) throw new Refusal('run-needs-agreed-plans', { count: undecided.length, people: undecided.slice(0, NAMED) })
    const leftOut = new Set(notAgreed.map(({ card_id }) => card_id))
    const cards = (await readCards(tx, institutionId, scorecard.scorecardId)).filter(({ cardId }) => !leftOut.has(cardId))
    const facts = await readFacts(tx, institutionId, { cycle, cards, today })
    const scored = cards.map((card) => scoreOneCard(card, facts, 'official'))
    const scores = scored.map(newScore)
    const changes = before ? changesBetween(await listOfficialScores(tx, institutionId, before.runId), scores) : []
    const run = {
      runId: newId(),
      cycleId: cycle.cycleId,
      revision: (before?.revision ?? 0) + 1,
      engineVersion: ENGINE_VERSION,
      inputHash: contentHash(scored.map((one) => [one.card.cardId, one.inputHash]).sort()),
      reason: input.reason,
      changes,
      ranAt: now,
      ranBy: actor.name,
    }
    await insertRun(tx, institutionId, run)
    await insertCardScores(tx, institutionId, run.runId, scores)
    const { runId, revision, inputHash } = run
    audit({
      kind: 'score-run',
      id: runId,
      detail: { year: cycle.year, revision, inputHash, cards: scores.length, changed: changes.length, notAgreed: leftOut.size },
    })
    return { runId, revision, cards: scores.length, changed: changes.length, provisional: scores.filter((one) => one.provisional).length }
  },
})

const newScore = ({ card, input, result }: ScoredCard): NewCardScore => ({
  cardId: card.cardId,
  input,
  result,
  score: result.final?.score ?? null,
  officialScore: result.final?.official ?? null,
  coverageBp: coverageBp(result),
  status: statusCode(result),
  provisional: result.provisional,
})

export const readOfficialRunsRoute = serve(readOfficialRuns, {
  run: async ({ tx, institutionId, input }) => {
    const cycle = await findCycle(tx, institutionId, input.cycleId)
    if (!cycle) throw new Refusal('not-found')
    const scorecard = await findScorecard(tx, institutionId, cycle.cycleId)
    const cards = new Map((scorecard ? await readCards(tx, institutionId, scorecard.scorecardId) : []).map((card) => [card.cardId, card]))
    const runs = await listRuns(tx, institutionId, cycle.cycleId)
    const counts = await countScores(tx, institutionId, cycle.cycleId)
    return {
      runs: runs.map((run) => ({
        ...runHead(run),
        reason: run.reason,
        cards: counts.get(run.runId) ?? 0,
        changes: run.changes.map((change) => ({
          ...change,
          holderKind: cards.get(change.cardId)?.holderKind ?? ('person' as const),
          name: cards.get(change.cardId)?.name ?? { zh: '', en: '' },
        })),
      })),
      openPeriods: (await listPeriods(tx, institutionId, { cycleId: cycle.cycleId }))
        .filter((one) => one.state === 'open')
        .map((one) => one.code),
      scorecard: scorecard?.state ?? 'none',
      notAgreed: (scorecard ? await plansNotAgreed(tx, institutionId, scorecard.scorecardId) : []).map((one) => ({
        cardId: one.card_id,
        person: one.name,
        decided: one.decided_at === null ? null : { by: one.decided_by ?? '', at: one.decided_at.toISOString(), reason: one.reason ?? '' },
      })),
    }
  },
})
