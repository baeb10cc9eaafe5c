import { Refusal } from '@milepost/contract/refusals'
import { readDryRunChoices, readDryRunFacts } from '@milepost/contract/run/dryRun'
import { findScorecardById, listScorecards, readCards } from '../../design/published.ts'
import { findCycle, listCycles } from '../../institution/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { readFacts } from '../scoring/readFacts.ts'
import { countValuesByCycle } from './data.ts'
import { dryRunParts } from './dryRunFacts.ts'

/** Nobody is appraised by what comes of it: the page computes, nothing is stored. */
export const readDryRunFactsRoute = serve(readDryRunFacts, {
  run: async ({ tx, institutionId, input, today }) => {
    const cycles = await listCycles(tx, institutionId)
    const cycle = await findCycle(tx, institutionId, input.cycleId)
    const scorecard = await findScorecardById(tx, institutionId, input.scorecardId)
    const own = cycles.find(({ cycleId }) => cycleId === scorecard?.cycleId)
    if (!cycle || !scorecard || !own) throw new Refusal('not-found')
    const cards = await readCards(tx, institutionId, scorecard.scorecardId, { holderKind: input.scope })
    const facts = await readFacts(tx, institutionId, { cycle, cards, today })
    return {
      scorecard: { scorecardId: scorecard.scorecardId, cycleId: own.cycleId, year: own.year, name: scorecard.name, state: scorecard.state },
      cycle: { cycleId: cycle.cycleId, year: cycle.year, name: { ...cycle.name }, startsOn: cycle.startsOn, endsOn: cycle.endsOn },
      ...dryRunParts(cards, facts),
    }
  },
})

export const readDryRunChoicesRoute = serve(readDryRunChoices, {
  run: async ({ tx, institutionId }) => {
    const cycles = await listCycles(tx, institutionId)
    const years = new Map(cycles.map(({ cycleId, year }) => [cycleId, year]))
    const counts = await countValuesByCycle(tx, institutionId)
    const scorecards = await listScorecards(tx, institutionId)
    return {
      scorecards: scorecards
        .map(({ scorecardId, cycleId, name, state }) => ({ scorecardId, cycleId, year: years.get(cycleId) ?? 0, name, state }))
        .sort((a, b) => b.year - a.year),
      cycles: cycles
        .map(({ cycleId, year, name }) => ({ cycleId, year, name: { ...name }, values: counts.get(cycleId) ?? 0 }))
        .filter(({ values }) => values > 0)
        .sort((a, b) => b.year - a.year),
    }
  },
})
