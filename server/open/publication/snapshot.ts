import { reportingFloor } from '@milepost/anonymity/threshold'
import type { EarlierFigure, PublicMeasure, PublicSnapshot, WorkingConditions } from '@milepost/contract/open/publications'
import { Refusal } from '@milepost/contract/refusals'
import { div } from '@milepost/exact/exact'
import { roundHalfAway } from '@milepost/exact/rounding'
import { schemeOf } from '@milepost/scorecard/scheme'
import type { Bilingual } from '@milepost/terms/bilingual'
import { finalGrades } from '../../appraise/published.ts'
import { findCardOfInstitution, findScorecard, listMeasures } from '../../design/published.ts'
import { surveyResponses } from '../../diagnose/published.ts'
import { type Cycle, listCycles } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { dayIn } from '../../platform/http/clock.ts'
import { latestOfficialRun, listPeriods, networkRates, officialCardScore, officialCardScores } from '../../run/published.ts'
import { findAuditHead, findInstitution } from './data.ts'
import { withEarlier } from './earlierYears.ts'
import { bandOf, bandOfCode, perspectivesOf, targetOf } from './figuresOf.ts'
import { publicActual } from './publicActual.ts'

type Given = {
  readonly cycle: Cycle
  readonly today: string
  /** The zone in which an instant becomes a day. */
  readonly timeZone: string
  readonly story: Bilingual
  readonly contact: Bilingual
  readonly misses: Readonly<Record<string, Bilingual>>
  readonly conditions: WorkingConditions
  readonly earlier: readonly EarlierFigure[]
}

/** Everything the public may read of a cycle: aggregates from the newest official run, and nothing about any person. */
export async function takeSnapshot(
  tx: Tx,
  institutionId: string,
  { cycle, today, timeZone, story, contact, misses, conditions, earlier }: Given,
): Promise<PublicSnapshot> {
  const scorecard = await findScorecard(tx, institutionId, cycle.cycleId)
  const run = await latestOfficialRun(tx, institutionId, cycle.cycleId)
  const card = scorecard && (await findCardOfInstitution(tx, institutionId, scorecard.scorecardId))
  const scored = run && card && (await officialCardScore(tx, institutionId, run.runId, card.cardId))
  if (scorecard?.state !== 'published' || !run || !card || !scored) throw new Refusal('nothing-to-publish')
  const institution = await findInstitution(tx, institutionId)
  const definitions = new Map((await listMeasures(tx, institutionId)).map((measure) => [measure.measureId, measure.definition]))
  const perspectives = perspectivesOf({
    card,
    input: scored.input,
    result: scored.result,
    definitions,
    trends: withEarlier(await trendsUpTo(tx, institutionId, { year: cycle.year, timeZone }), earlier),
    misses,
  })
  const shown = perspectives.flatMap((perspective) => perspective.measures)
  const head = await findAuditHead(tx, institutionId)
  return {
    institution: { zh: institution.name_zh, en: institution.name_en },
    year: cycle.year,
    cycle: cycle.name,
    preparedOn: today,
    mission: scorecard.mission,
    score: {
      official: scored.result.final?.official ?? null,
      band: bandOf(scored.result.tree),
      covered: scored.result.tree.coverage.shown.withData,
      measures: shown.length,
      onTarget: shown.filter((measure) => measure.reached).length,
      bands: schemeOf(scored.input.scheme).bands.map((band) => ({ code: band.code, name: { ...band.name }, from: band.from })),
    },
    perspectives,
    units: unitBands((await officialCardScores(tx, institutionId, run.runId)).filter((one) => one.holderKind === 'unit')),
    roads: await roadsOf(tx, institutionId, cycle),
    staff: gradesOf((await finalGrades(tx, institutionId, cycle.cycleId)).flatMap((one) => (one.isFinal && one.grade ? [one.grade] : []))),
    surveys: await surveyResponses(tx, institutionId, { from: cycle.startsOn, to: cycle.endsOn }),
    conditions,
    story,
    contact,
    targetsSetOn: dayOf(scorecard.publishedAt, timeZone) ?? '',
    audit: { seq: Number(head?.seq ?? 0), head: head?.hash ?? '' },
  }
}

/** The same measure in the official runs of all cycles up to this one, oldest first. */
async function trendsUpTo(
  tx: Tx,
  institutionId: string,
  { year, timeZone }: { year: number; timeZone: string },
): Promise<ReadonlyMap<string, PublicMeasure['trend']>> {
  const trends = new Map<string, PublicMeasure['trend']>()
  const cycles = (await listCycles(tx, institutionId)).filter((cycle) => cycle.year <= year).sort((a, b) => a.year - b.year)
  for (const cycle of cycles) {
    const scorecard = await findScorecard(tx, institutionId, cycle.cycleId)
    const run = scorecard && (await latestOfficialRun(tx, institutionId, cycle.cycleId))
    const card = scorecard && (await findCardOfInstitution(tx, institutionId, scorecard.scorecardId))
    const scored = run && card && (await officialCardScore(tx, institutionId, run.runId, card.cardId))
    if (!card || !scored) continue
    const actuals = new Map(scored.result.measures.map((measure) => [measure.id, measure.actual]))
    for (const measure of card.perspectives.flatMap((one) => one.objectives).flatMap((one) => one.measures)) {
      const actual = publicActual(actuals.get(measure.cardMeasureId), measure.digits)
      const point = {
        year: cycle.year,
        actual,
        target: targetOf(measure.rule),
        targetSetOn: dayOf(scorecard.publishedAt, timeZone),
        source: null,
      }
      trends.set(measure.code, [...(trends.get(measure.code) ?? []), point])
    }
  }
  return trends
}

/** How many units stand in which band; units are not named. */
function unitBands(scores: readonly { status: string }[]): PublicSnapshot['units'] {
  const bands = new Map<string, number>()
  for (const band of scores.map((one) => bandOfCode(one.status))) bands.set(band, (bands.get(band) ?? 0) + 1)
  return { scored: scores.length, bands: [...bands].sort(([a], [b]) => (a < b ? -1 : 1)).map(([band, units]) => ({ band, units })) }
}

/**
 * Counts of grades. A group of fewer than five is not shown, and with it every total it could be worked out from: the people counted are
 * those of the groups that are shown, so no other group has to be hidden.
 */
function gradesOf(grades: readonly string[]): PublicSnapshot['staff'] {
  const least = reportingFloor.leastForNumbers
  const groups = ['excellent', 'qualified', 'basic', 'unqualified', 'ungraded'].map((grade) => {
    const n = grades.filter((one) => one === grade).length
    return { grade, n: n > 0 && n < least ? null : n }
  })
  return { appraised: groups.reduce((sum, { n }) => sum + (n ?? 0), 0), grades: groups, leastShown: least }
}

/** The day of an instant where the institution is. */
const dayOf = (instant: string | null, timeZone: string): string | null => (instant === null ? null : dayIn(timeZone, new Date(instant)))

/** The newest period of the cycle in which roads were inspected. */
async function roadsOf(tx: Tx, institutionId: string, cycle: Cycle): Promise<PublicSnapshot['roads']> {
  const periods = (await listPeriods(tx, institutionId, cycle.cycleId)).sort((a, b) => (a.endsOn < b.endsOn ? 1 : -1))
  for (const period of periods) {
    const network = await networkRates(tx, institutionId, period.code)
    if (network?.whole.kind !== 'rated') continue
    const { whole } = network
    return {
      period: period.code,
      km: roundHalfAway(div(whole.assessedMetres, 1000), 1),
      mean: whole.mean.official,
      goodRate: whole.goodOrBetterRate.official,
      poorRate: whole.poorOrWorseRate.official,
    }
  }
  return null
}
