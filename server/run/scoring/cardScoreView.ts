import { cardResult } from '@milepost/contract/run/cardResult'
import type { CardScoreView } from '@milepost/contract/run/scores'
import type { ScoringRule } from '@milepost/scorecard/rules'
import { earlierVersions, plannedRules } from '../../design/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { valuesInForce } from '../values/data.ts'
import { listOfficialScores, listRuns, type ScoreRun } from './data.ts'
import { evidenceOf } from './evidence.ts'
import { linesOf } from './facts.ts'
import type { LiveScore } from './liveScore.ts'
import { asOneSeries } from './oneSeries.ts'
import { readHolderNames } from './readDue.ts'
import { scoreOneCard } from './scoreCards.ts'
import { signalOf } from './signal.ts'
import { holdersIn, targetOf, trendOf } from './trends.ts'

/** A score with everything a reader may ask of it: the values behind it, their sources, the way they went, and what was fixed officially. */
export async function cardScoreView(tx: Tx, institutionId: string, live: LiveScore): Promise<CardScoreView> {
  const { card, cycle, result, input, inputHash, sheets, facts } = live
  const names = await readHolderNames(tx, institutionId, cycle)
  const evidence = await evidenceOf(tx, institutionId, { card, input })
  const lines = linesOf(card)
  const measureIds = [...new Set(lines.map((line) => line.measureId))]
  const earlier = await earlierVersions(
    tx,
    institutionId,
    measureIds.flatMap((id) => facts.measureById.get(id) ?? []),
  )
  const holders = holdersIn(sheets.values())
  const asked = [...measureIds, ...earlier.keys()]
  const series = lines.length === 0 ? [] : asOneSeries(await valuesInForce(tx, institutionId, { measureIds: asked, holders }), earlier)
  const results = new Map(result.measures.map((one) => [one.id, one]))
  const holder = card.holderKind
  return {
    card: {
      cardId: card.cardId,
      scorecardId: card.scorecardId,
      holderKind: card.holderKind,
      unitId: card.unitId,
      personId: card.personId,
      name: card.name,
      state: card.state,
    },
    cycle: { cycleId: cycle.cycleId, year: cycle.year, name: { ...cycle.name } },
    result: cardResult.parse(result),
    inputHash,
    lines: lines.map((line) => {
      const sheet = sheets.get(line.cardMeasureId)
      const measure = results.get(line.cardMeasureId)
      const trend = sheet ? trendOf(line, sheet, series) : []
      const { cardMeasureId, measureId, code, name, unit, digits, direction, weightBp, rule, valuesOf, veto } = line
      return {
        ...{ cardMeasureId, measureId, code, name, unit, digits, direction, weightBp, rule, valuesOf, veto },
        valuesOfName: valuesOf.kind === holder ? null : { ...names(valuesOf).name },
        owner: { ...(facts.measureById.get(measureId)?.definition.owner ?? { zh: '', en: '' }) },
        evidence: evidence
          .filter((one) => one.cardMeasureId === cardMeasureId)
          .flatMap(({ period, unit, revisions }) => {
            const value = revisions[0]
            if (!value) return []
            const { valueId, state, actual, numerator, denominator, n, revision, recordedBy, source, note } = value
            const said = { valueId, state, actual, numerator, denominator, n, revision, recordedBy, source, note }
            return [{ ...said, period, unit, holderName: { ...names(value.holder).name }, recordedAt: value.recordedAt.toISOString() }]
          }),
        trend,
        signal: signalOf(trend),
        target: measure ? targetOf(line, measure) : null,
      }
    }),
    bonuses: input.bonuses ? input.bonuses.map((one) => ({ ...one, points: String(one.points) })) : [],
    planned: plannedOf(live, await plannedRules(tx, institutionId, card.cardId)),
    official: await officialOf(tx, institutionId, { cycleId: cycle.cycleId, cardId: card.cardId }),
  }
}

/** The same values by the targets the card was agreed with. */
function plannedOf({ card, facts, result }: LiveScore, rules: ReadonlyMap<string, ScoringRule>): CardScoreView['planned'] {
  if (rules.size === 0) return null
  const then = {
    ...card,
    perspectives: card.perspectives.map((perspective) => ({
      ...perspective,
      objectives: perspective.objectives.map((objective) => ({
        ...objective,
        measures: objective.measures.map((line) => ({ ...line, rule: rules.get(line.cardMeasureId) ?? line.rule })),
      })),
    })),
  }
  const scored = scoreOneCard(then, facts, result.mode).result
  return {
    score: scored.final?.official ?? null,
    lines: scored.measures.flatMap(({ id, official }) => {
      const rule = rules.get(id)
      return rule === undefined ? [] : [{ cardMeasureId: id, rule, score: official }]
    }),
  }
}

async function officialOf(tx: Tx, institutionId: string, asked: { cycleId: string; cardId: string }): Promise<CardScoreView['official']> {
  const run = (await listRuns(tx, institutionId, asked.cycleId))[0]
  const score = run && (await listOfficialScores(tx, institutionId, run.runId, asked.cardId))[0]
  return run && score ? { ...runHead(run), score: score.officialScore, status: score.status } : null
}

export const runHead = ({ runId, revision, ranAt, ranBy, engineVersion, inputHash }: ScoreRun) => ({
  runId,
  revision,
  ranAt: ranAt.toISOString(),
  ranBy,
  engineVersion,
  inputHash,
})
