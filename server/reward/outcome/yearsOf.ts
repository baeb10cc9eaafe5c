import { finalGrades } from '../../appraise/published.ts'
import { developmentGoals, findCardOfPerson, findScorecardId } from '../../design/published.ts'
import { type Cycle, listCycles } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { recognitionOf } from '../recognition/recognition.ts'
import { listCredits } from '../training/data.ts'
import { daysOfYear, hoursOf } from '../training/training.ts'

/** Years a file for promotion or a title looks back. */
const YEARS_BACK = 5

/** What a promotion or a title rests on: grades that stand, recognition, training, and what came of the development goals. */
export async function yearsOf(
  tx: Tx,
  institutionId: string,
  { cycle, personId, today }: { cycle: Cycle; personId: string; today: string },
) {
  const cycles = (await listCycles(tx, institutionId)).sort((a, b) => a.year - b.year)
  const years = []
  for (const one of cycles.filter(({ year }) => year > cycle.year - YEARS_BACK && year <= cycle.year)) {
    const result = (await finalGrades(tx, institutionId, one.cycleId)).find((each) => each.personId === personId)
    if (result?.isFinal && result.grade !== null) years.push({ year: one.year, grade: result.grade, officialScore: result.officialScore })
  }
  const from = daysOfYear(cycle.year - YEARS_BACK + 1).from
  const training = await listCredits(tx, institutionId, { from, to: daysOfYear(cycle.year).to, personId })
  const next = cycles.find(({ year }) => year === cycle.year + 1)
  return {
    years,
    recognition: await recognitionOf(tx, institutionId, personId, today),
    training: training.map(({ finishedOn, course, hours, document }) => ({ finishedOn, course, hours, document })),
    trainingHours: hoursOf(training.filter(({ finishedOn }) => finishedOn.startsWith(String(cycle.year)))),
    goals: await goalsOf(tx, institutionId, { cycle, next, personId }),
  }
}

async function goalsOf(
  tx: Tx,
  institutionId: string,
  { cycle, next, personId }: { cycle: Cycle; next: Cycle | undefined; personId: string },
) {
  const goalsIn = async (cycleId: string) => {
    const scorecardId = await findScorecardId(tx, institutionId, cycleId)
    const card = scorecardId === null ? null : await findCardOfPerson(tx, institutionId, scorecardId, personId)
    return card ? developmentGoals(tx, institutionId, [card.cardId]) : null
  }
  const later = next ? await goalsIn(next.cycleId) : null
  return ((await goalsIn(cycle.cycleId)) ?? []).map(({ goalId, title, state, evidence, dueOn }) => ({
    goalId,
    title,
    state,
    evidence,
    dueOn,
    inNextPlan: later === null ? null : later.some((goal) => goal.title.zh === title.zh),
  }))
}
