import { citation, grade, readCalibration } from '@milepost/contract/appraise/appraisals'
import { z } from 'zod'
import { listUnits } from '../../institution/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { type AppraisalLine, readLines } from '../enrolment/appraisalLines.ts'
import { votedFigures } from '../votes/readVote.ts'
import { latestSeatRun } from './data.ts'
import { ledgerOf } from './keepLedger.ts'

const result = z.object({
  citation,
  open: z.record(z.string(), z.number()),
  ties: z.array(z.object({ people: z.array(z.string()), seatsLeft: z.number() })),
})

export const readCalibrationRoute = serve(readCalibration, {
  run: async ({ tx, institutionId, input, library }) => {
    const people = await readLines(tx, { institutionId, cycleId: input.cycleId, library })
    // seats computed on scores that have changed since are none
    const stands = people.some((one) => one.state === 'proposed' || one.state === 'decided' || one.state === 'final')
    const run = stands ? await latestSeatRun(tx, institutionId, input.cycleId) : undefined
    const stored = run ? result.parse(run.result) : null
    const units = new Map((await listUnits(tx, institutionId)).map((one) => [one.unitId, one.name]))
    const ledger = run ? await ledgerOf(tx, institutionId, input.cycleId) : []
    const voted = await votedFigures(tx, institutionId, input.cycleId)
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
              pooling: run.pooling === 'units' ? ('units' as const) : ('institution' as const),
              citation: stored.citation,
              seats: run.seats,
              open: Object.values(stored.open).reduce((sum, one) => sum + one, 0),
              ties: stored.ties.map((tie) => ({ people: tie.people.map((id) => nameOf.get(id) ?? id), seatsLeft: tie.seatsLeft })),
              ledger: ledger.map((line) => ({
                ...line,
                unit: units.get(line.unitId) ?? { zh: '', en: '' },
                proposed: people.filter((one) => one.unitId === line.unitId && one.proposedGrade === 'excellent').length,
              })),
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
      people: people.map((one) => ({ ...one, voted: voted.get(one.personId) ?? null })),
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
