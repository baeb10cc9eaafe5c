import { isComputedByFormula } from '@milepost/contract/design/measure'
import { Refusal } from '@milepost/contract/refusals'
import { type Holder, THE_INSTITUTION } from '@milepost/contract/run/holder'
import { readEntryChoices, type ValueQuestion } from '@milepost/contract/run/values'
import type { ScoringRule } from '@milepost/scorecard/rules'
import { findScorecardId, listMeasures, readCards, readMeasureFinder } from '../../design/published.ts'
import { findCycle, listPeopleDuring, listUnits } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { serve } from '../../platform/http/serve.ts'
import { listPeriods } from '../periods/data.ts'
import { linesOf } from '../scoring/facts.ts'
import { readHolderNames } from '../scoring/readDue.ts'

export const readEntryChoicesRoute = serve(readEntryChoices, {
  run: async ({ tx, institutionId, input }) => {
    const cycle = await findCycle(tx, institutionId, input.cycleId)
    if (!cycle) throw new Refusal('not-found')
    const names = await readHolderNames(tx, institutionId, cycle)
    const units = (await listUnits(tx, institutionId)).filter((unit) => unit.kind !== 'bureau')
    const people = await listPeopleDuring(tx, institutionId, { from: cycle.startsOn, to: cycle.endsOn })
    const holders: Holder[] = [
      THE_INSTITUTION,
      ...units.map((unit): Holder => ({ kind: 'unit', unitId: unit.unitId })),
      ...people.map((person): Holder => ({ kind: 'person', personId: person.personId })),
    ]
    const periods = (await listPeriods(tx, institutionId, { cycleId: cycle.cycleId })).filter((period) => period.state === 'open')
    const find = await readMeasureFinder(tx, institutionId)
    const measures = (await listMeasures(tx, institutionId)).map((newest) => find(newest.code, cycle.cycleId) ?? newest)
    const questions = await readQuestions(tx, institutionId, cycle.cycleId)
    return {
      measures: measures
        .filter((measure) => !isComputedByFormula(measure))
        .map((measure) => ({
          measureId: measure.measureId,
          code: measure.code,
          name: measure.name,
          unit: measure.unit,
          ratio: measure.ratioScale !== null,
          weighted: measure.timeAggregation === 'weighted-mean' || measure.unitAggregation === 'weighted-mean',
          survey: measure.timeAggregation === 'survey' || measure.unitAggregation === 'survey',
          numerator: measure.definition.numerator,
          denominator: measure.definition.denominator,
          asks: questions.get(measure.measureId) ?? questionOf(measure.definition.exampleRule),
        })),
      holders: holders.map((holder) => {
        const { name, code } = names(holder)
        return { holder, name: { ...name }, code }
      }),
      periods: periods.map(({ periodId, code, kind }) => ({ periodId, code, kind })),
    }
  },
})

/** What the rules of the cycle's cards ask for in place of a plain figure, by measure. */
async function readQuestions(tx: Tx, institutionId: string, cycleId: string): Promise<ReadonlyMap<string, ValueQuestion>> {
  const scorecardId = await findScorecardId(tx, institutionId, cycleId)
  const cards = scorecardId ? await readCards(tx, institutionId, scorecardId) : []
  const found = new Map<string, ValueQuestion>()
  for (const line of cards.flatMap(linesOf)) {
    const question = questionOf(line.rule)
    if (question && !found.has(line.measureId)) found.set(line.measureId, question)
  }
  return found
}

function questionOf(rule: ScoringRule | null): ValueQuestion | null {
  const named = <T extends { key: string; name?: { zh: string; en: string } }>(item: T) => ({
    ...item,
    name: item.name ?? { zh: item.key, en: item.key },
  })
  if (rule?.kind === 'deduct') return { kind: 'counts', items: rule.items.map(named) }
  if (rule?.kind === 'milestone') return { kind: 'milestones', items: rule.items.map(named) }
  return rule?.kind === 'judgement' ? { kind: 'judgement', bands: rule.bands } : null
}
