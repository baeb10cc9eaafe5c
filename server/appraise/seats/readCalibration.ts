import { citation, grade, readCalibration } from '@milepost/contract/appraise/appraisals'
import { z } from 'zod'
import { serve } from '../../platform/http/serve.ts'
import { type AppraisalLine, readLines } from '../enrolment/appraisalLines.ts'
import { latestSeatRun } from './data.ts'

const result = z.object({
  citation,
  open: z.record(z.string(), z.number()),
  ties: z.array(z.object({ people: z.array(z.string()), seatsLeft: z.number() })),
})

export const readCalibrationRoute = serve(readCalibration, {
  run: async ({ tx, institutionId, input }) => {
    const people = await readLines(tx, institutionId, input.cycleId)
    // seats computed on scores that have changed since are none
    const stands = people.some((one) => one.state === 'proposed' || one.state === 'decided' || one.state === 'final')
    const run = stands ? await latestSeatRun(tx, institutionId, input.cycleId) : undefined
    const stored = run ? result.parse(run.result) : null
    const nameOf = new Map(people.map((one) => [one.appraisalId, one.name]))
    return {
      seats:
        run && stored
          ? {
              revision: run.revision,
              base: run.base_count,
              rateBp: run.rate_bp,
              ground: run.ground,
              approval: run.approval,
              citation: stored.citation,
              seats: run.seats,
              open: Object.values(stored.open).reduce((sum, one) => sum + one, 0),
              ties: stored.ties.map((tie) => ({ people: tie.people.map((id) => nameOf.get(id) ?? id), seatsLeft: tie.seatsLeft })),
              ranBy: run.ran_by,
              ranAt: run.ran_at.toISOString(),
            }
          : null,
      distribution: grade.options.map((code) => ({
        grade: code,
        proposed: people.filter((one) => one.proposedGrade === code).length,
        decided: people.filter((one) => one.grade === code).length,
      })),
      scores: scoresByUnit(people),
      people,
    }
  },
})

function scoresByUnit(people: readonly AppraisalLine[]) {
  const units = new Map<string, { unitId: string; unit: AppraisalLine['unit']; scores: string[] }>()
  for (const one of people) {
    const unit = units.get(one.unitId) ?? { unitId: one.unitId, unit: one.unit, scores: [] }
    if (one.officialScore !== null) unit.scores.push(one.officialScore)
    units.set(one.unitId, unit)
  }
  return [...units.values()]
}
