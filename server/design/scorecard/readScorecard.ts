import { cardState } from '@milepost/contract/design/card'
import { readScorecard } from '@milepost/contract/design/scorecard'
import type { ScorecardDesign } from '@milepost/contract/design/scorecardDesign'
import { Refusal } from '@milepost/contract/refusals'
import { findDecidedChoice, findDecision } from '../../choose/published.ts'
import { diagnosed } from '../../diagnose/published.ts'
import { findCycle, listCycles, listPeopleDuring } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { serve } from '../../platform/http/serve.ts'
import { nameOf } from '../card/cardDesigns.ts'
import { countCards, listCardRows } from '../card/data.ts'
import { lintOfCard, lintOfOrigins, lintOfOwners, lintOfPerspectives, lintOfStrategy } from '../card/lintCard.ts'
import { cardsWhere } from '../card/readCards.ts'
import { unfitFindings } from '../card/refuseUnfit.ts'
import { listMeasureRows } from '../measure/data.ts'
import { measureOfRow } from '../measure/measureDesigns.ts'
import { listScorecardRows } from './data.ts'
import { findScorecardDesign } from './scorecardDesigns.ts'

export const readScorecardRoute = serve(readScorecard, {
  run: async ({ tx, institutionId, input, library, today }) => {
    const cycle = await findCycle(tx, institutionId, input.cycleId)
    if (!cycle) throw new Refusal('not-found')
    const scorecard = await findScorecardDesign(tx, institutionId, { cycleId: cycle.cycleId })
    const made = new Map((await listScorecardRows(tx, institutionId)).map((row) => [row.cycle_id, row.scorecard_id]))
    const otherCycles = (await listCycles(tx, institutionId)).filter(({ cycleId }) => cycleId !== cycle.cycleId)
    const { findings, remedies } = await diagnosed(tx, institutionId)
    const constructs = new Map(library.questionnaire.constructs.map((construct) => [construct.code, construct.name]))
    const card = scorecard
      ? ((await cardsWhere(tx, institutionId, { scorecardId: scorecard.scorecardId, holderKind: 'institution' }))[0] ?? null)
      : null
    const units =
      scorecard?.state === 'draft' ? await cardsWhere(tx, institutionId, { scorecardId: scorecard.scorecardId, holderKind: 'unit' }) : []
    const measures = card ? (await listMeasureRows(tx, institutionId)).map(measureOfRow) : []
    return {
      cycle: { cycleId: cycle.cycleId, year: cycle.year, name: { ...cycle.name }, stage: cycle.stage },
      otherCycles: otherCycles.map(({ cycleId, year, name }) => ({
        cycleId,
        year,
        name: { ...name },
        scorecardId: made.get(cycleId) ?? null,
      })),
      scorecard,
      card,
      lint:
        scorecard && card
          ? [
              ...lintOfPerspectives(scorecard, card),
              ...lintOfStrategy(scorecard, card, measures),
              ...lintOfOwners(scorecard),
              ...lintOfOrigins(scorecard, findings),
              ...lintOfCard(card, measures),
              ...units.flatMap(unfitFindings),
            ]
          : [],
      findings: findings.map((finding) => ({
        findingId: finding.findingId,
        problem: finding.problem,
        name: constructs.get(finding.problem) ?? { zh: finding.problem, en: finding.problem },
        verdict: finding.verdict,
      })),
      remedies: remedies.map((one) => ({ ...one, about: constructs.get(one.answers) ?? { zh: one.answers, en: one.answers } })),
      people: scorecard ? await ownersOf(tx, institutionId, { scorecard, today }) : [],
      decision: scorecard ? await decisionBehind(tx, institutionId, scorecard) : null,
      unitCards: scorecard ? await unitCardsOf(tx, institutionId, scorecard.scorecardId) : [],
      counts: await countCards(tx, institutionId, scorecard?.scorecardId ?? null),
    }
  },
})

/** A draft rests on the newest decision there is; what is published, on the one it was published with. */
async function decisionBehind(tx: Tx, institutionId: string, { state, choiceId }: Pick<ScorecardDesign, 'state' | 'choiceId'>) {
  const behind = state === 'draft' ? ((await findDecidedChoice(tx, institutionId))?.choiceId ?? choiceId) : choiceId
  return behind ? findDecision(tx, institutionId, behind) : null
}

async function unitCardsOf(tx: Tx, institutionId: string, scorecardId: string) {
  const rows = await listCardRows(tx, institutionId, { scorecardId, holderKind: 'unit' })
  return rows.flatMap((row) =>
    row.unit_id === null ? [] : [{ cardId: row.card_id, unitId: row.unit_id, name: nameOf(row), state: cardState.parse(row.state) }],
  )
}

/** The people named as owners, those who have left meanwhile marked. */
async function ownersOf(tx: Tx, institutionId: string, { scorecard, today }: { scorecard: ScorecardDesign; today: string }) {
  const named = new Set([...scorecard.objectives, ...scorecard.links].flatMap(({ ownerPersonId }) => ownerPersonId ?? []))
  if (named.size === 0) return []
  const all = await listPeopleDuring(tx, institutionId, { from: '0001-01-01', to: '9999-12-31' })
  return all
    .filter(({ personId }) => named.has(personId))
    .map(({ personId, name, leftOn }) => ({ personId, name, hasLeft: leftOn !== null && leftOn < today }))
}
