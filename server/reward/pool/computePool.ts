import { Refusal } from '@milepost/contract/refusals'
import { absentDaysCounted, type BasisPerson, type PayBasis } from '@milepost/contract/reward/basis'
import type { PaySettings } from '@milepost/contract/reward/factors'
import { pictureOf } from '@milepost/contract/reward/picture'
import { computePool } from '@milepost/contract/reward/pools'
import { sum } from '@milepost/exact/exact'
import { toExactText } from '@milepost/exact/rounding'
import { payPool } from '@milepost/pay/payPool'
import type { PayRun } from '@milepost/pay/payRun'
import { serve } from '../../platform/http/serve.ts'
import { listComputations } from './data.ts'
import { insertComputation, type NewComputation } from './lineData.ts'
import { readBasis } from './readBasis.ts'
import { refuseUnfit } from './refuseUnfit.ts'
import { cycleOf, lockOpenPool, runOf } from './settledPool.ts'

type Shared = Extract<PayRun, { kind: 'apportioned' }>

/** Shares the pool out as things stand and keeps the result; what was computed before stays. May be repeated until the approval. */
export const computePoolRoute = serve(computePool, {
  run: async ({ tx, institutionId, input, library, actor, now, audit }) => {
    const pool = await lockOpenPool(tx, institutionId, input.poolId)
    if (pool.version !== input.version) throw new Refusal('changed-meanwhile')
    const cycle = await cycleOf(tx, institutionId, pool.cycleId)
    refuseUnfit(pool, { library, cycle })
    const basis = await readBasis(tx, institutionId, cycle)
    if (basis.people.length === 0) throw new Refusal('nobody-appraised')
    if (basis.calendarMissing !== null) throw new Refusal('calendar-year-missing', { year: basis.calendarMissing })
    const { input: taken, hash } = runOf(pool, basis, { library, cycle })
    const run = payPool(taken)
    if (run.kind === 'refused') throw new Refusal('pay-not-computable', { zh: run.text.zh, en: run.text.en, because: run.because })
    const [before] = await listComputations(tx, institutionId, [pool.poolId])
    const no = (before?.no ?? 0) + 1
    await insertComputation(tx, institutionId, {
      poolId: pool.poolId,
      no,
      amountFen: run.poolFen,
      reserveFen: run.reserveFen,
      distributedFen: run.distributedFen,
      inputHash: hash,
      input: taken,
      warnings: pictureOf(basis, run).warnings,
      computedAt: now,
      computedBy: actor.name,
      ...rowsOf(basis, run, pool.settings),
    })
    audit({ kind: 'pay-pool', id: pool.poolId, detail: { no, amountFen: run.poolFen, reserveFen: run.reserveFen, inputHash: hash } })
    return { no, lines: run.lines.length, distributedFen: run.distributedFen, reserveFen: run.reserveFen }
  },
})

function rowsOf(basis: PayBasis, run: Shared, settings: PaySettings): Pick<NewComputation, 'units' | 'lines'> {
  const unitIdOf = new Map(basis.units.map((unit) => [unit.code, unit.unitId]))
  const personOf = new Map(basis.people.map((person) => [person.employeeNo, person]))
  const weightOfAll = toExactText(sum(run.units.map(({ weight }) => weight)))
  return {
    units: run.units.flatMap((line) => {
      const unitId = unitIdOf.get(line.id)
      return unitId === undefined ? [] : [{ unitId, amountFen: line.shareFen, explanation: { line, weightOfAll } }]
    }),
    lines: run.lines.flatMap((line) => {
      const person = personOf.get(line.person)
      const unitId = unitIdOf.get(line.unit)
      if (!person || unitId === undefined) return []
      return [{ personId: person.personId, unitId, amountFen: line.fen, explanation: { line, facts: factsOf(person, settings) } }]
    }),
  }
}

const factsOf = (person: BasisPerson, settings: PaySettings) => ({
  unit: person.unit,
  post: person.post,
  serviceDays: person.serviceDays,
  cycleDays: person.cycleDays,
  dueDays: person.dueDays,
  absentDays: absentDaysCounted(person, settings),
})
