import type { InsideSnapshot } from '@milepost/contract/open/inside'
import { GRADES } from '@milepost/terms/grades'
import { finalGrades } from '../../appraise/published.ts'
import { findScorecardId, listMeasures, readCards } from '../../design/published.ts'
import { type Cycle, listUnits } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { latestOfficialRun, officialCardScores, redNotesOf } from '../../run/published.ts'
import { bandOfCode } from './figuresOf.ts'

/** The same moment as the public snapshot, for those inside: units by name, grades counted, red lines with what was done. No person is named. */
export async function takeInside(tx: Tx, institutionId: string, cycle: Cycle): Promise<InsideSnapshot> {
  const run = await latestOfficialRun(tx, institutionId, cycle.cycleId)
  const units = new Map((await listUnits(tx, institutionId)).map((unit) => [unit.unitId, unit]))
  const scores = run ? await officialCardScores(tx, institutionId, run.runId) : []
  const grades = (await finalGrades(tx, institutionId, cycle.cycleId)).flatMap((one) => (one.isFinal && one.grade ? [one.grade] : []))
  return {
    units: scores.flatMap(({ holderKind, unitId, officialScore, status }) => {
      const unit = holderKind === 'unit' && unitId ? units.get(unitId) : undefined
      return unit ? [{ code: unit.code, name: namedTwice(unit.name), score: officialScore, band: bandOfCode(status) }] : []
    }),
    grades: Object.keys(GRADES).map((grade) => ({ grade, n: grades.filter((one) => one === grade).length })),
    redLines: await redLinesOf(tx, institutionId, cycle),
  }
}

const namedTwice = ({ zh, en }: { zh: string; en: string }) => ({ zh, en: en || zh })

async function redLinesOf(tx: Tx, institutionId: string, cycle: Cycle): Promise<InsideSnapshot['redLines']> {
  const scorecardId = await findScorecardId(tx, institutionId, cycle.cycleId)
  if (scorecardId === null) return []
  const notes = await redNotesOf(tx, institutionId, cycle.cycleId)
  const cards = new Map(
    (await readCards(tx, institutionId, scorecardId, { holderKinds: ['institution', 'unit'] })).map((one) => [one.cardId, one]),
  )
  const measures = new Map((await listMeasures(tx, institutionId)).map((one) => [one.measureId, one]))
  return notes.flatMap(({ cardId, measureId, cause, action, dueOn, check }) => {
    const [card, measure] = [cards.get(cardId), measures.get(measureId)]
    if (!card || !measure) return []
    return [{ measure: namedTwice(measure.name), holder: namedTwice(card.name), cause, action, dueOn, check: check?.verdict ?? null }]
  })
}
