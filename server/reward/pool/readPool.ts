import { Refusal } from '@milepost/contract/refusals'
import type { PayPicture } from '@milepost/contract/reward/picture'
import { listPools, readPool } from '@milepost/contract/reward/pools'
import { perHeadFen } from '@milepost/pay/spread'
import type { Tx } from '../../platform/database/database.ts'
import { serve } from '../../platform/http/serve.ts'
import { sinceApproval } from '../correction/sinceApproval.ts'
import { publishedRulesOf } from '../rules/publishedRules.ts'
import { type Approval, type Computation, findPool, listApprovals, listComputations, listPoolsOf, type Pool } from './data.ts'
import { mustCutOf } from './defaultSettings.ts'
import { readAmounts, readLineRows, readUnitRows, readWarnings } from './lineData.ts'
import { readBasis } from './readBasis.ts'
import { isUngraded, readEarlier } from './readEarlier.ts'
import { unfitReasons } from './refuseUnfit.ts'
import { cycleOf, readinessOf, runOf } from './settledPool.ts'
import { listSignatures } from './signatureData.ts'

export const listPoolsRoute = serve(listPools, {
  run: async ({ tx, institutionId, input, library }) => {
    const cycle = await cycleOf(tx, institutionId, input.cycleId)
    const pools = await listPoolsOf(tx, institutionId, input.cycleId)
    const ids = pools.map((pool) => pool.poolId)
    const computations = await listComputations(tx, institutionId, ids)
    const approvals = await listApprovals(tx, institutionId, ids)
    const basis = await readBasis(tx, institutionId, cycle)
    const rows = []
    for (const pool of pools) {
      const approval = approvals.find((one) => one.poolId === pool.poolId)
      const since = approval ? await sinceApproval(tx, institutionId, { pool, approval, library, cycle, basis }) : NOT_APPROVED
      rows.push({ ...rowOf(pool, computations, approvals), unfit: approval ? [] : unfitReasons(pool, { library, cycle }), ...since })
    }
    return {
      readiness: readinessOf(basis),
      pools: rows,
      reserveBp: library.payRules.reserveBp,
    }
  },
})

const NOT_APPROVED = { settlements: 0, paidLaterFen: 0, correctionOpen: false }

export const readPoolRoute = serve(readPool, {
  run: async ({ tx, institutionId, input, library }) => {
    const pool = await findPool(tx, institutionId, input.poolId)
    if (!pool) throw new Refusal('not-found')
    const cycle = await cycleOf(tx, institutionId, pool.cycleId)
    const computations = await listComputations(tx, institutionId, [pool.poolId])
    const approvals = await listApprovals(tx, institutionId, [pool.poolId])
    const [latest, before] = computations
    const [approval] = approvals
    const basis = await readBasis(tx, institutionId, cycle)
    const readiness = readinessOf(basis)
    const rules = await publishedRulesOf(tx, institutionId, pool.settings)
    const { title, source, verified, notes } = library.payRules
    return {
      pool: {
        ...rowOf(pool, computations, approvals),
        unfit: approval ? [] : unfitReasons(pool, { library, cycle }),
        cycleId: pool.cycleId,
        year: cycle.year,
        version: pool.version,
        settings: pool.settings,
      },
      readiness,
      mustCut: mustCutOf(library, cycle.endsOn),
      defaults: { title, source, verified, notes },
      basis: approval ? null : basis,
      earlier: !approval && isUngraded(readiness) ? await readEarlier(tx, institutionId, cycle) : null,
      changedSince: !approval && latest !== undefined && runOf(pool, basis, { library, cycle }).hash !== latest.inputHash,
      computations: computations.map(({ poolId: _pool, computedAt, ...one }) => ({ ...one, computedAt: computedAt.toISOString() })),
      latest: latest
        ? {
            no: latest.no,
            picture: await pictureOfComputation(tx, institutionId, latest),
            before: Object.fromEntries(before ? await readAmounts(tx, institutionId, before) : []),
          }
        : null,
      approval: approval
        ? {
            no: approval.no,
            approvedBy: approval.approvedBy,
            approvedAt: approval.approvedAt.toISOString(),
            reason: approval.reason,
            rulesVersion: approval.rulesVersion,
          }
        : null,
      signed: (latest ? await listSignatures(tx, institutionId, latest) : []).map(({ signedAt, ...one }) => ({
        ...one,
        signedAt: signedAt.toISOString(),
      })),
      rules: rules && { version: rules.version, same: rules.same },
    }
  },
})

function rowOf(pool: Pool, computations: readonly Computation[], approvals: readonly Approval[]) {
  const own = computations.filter((one) => one.poolId === pool.poolId)
  const approval = approvals.find((one) => one.poolId === pool.poolId)
  const { poolId, revision, name, amountFen, reserveBp, signatures } = pool
  return {
    poolId,
    revision,
    name,
    amountFen,
    reserveBp,
    signatures,
    state: approval ? ('approved' as const) : own.length > 0 ? ('computed' as const) : ('draft' as const),
    computations: own.length,
    approvedBy: approval?.approvedBy ?? null,
    approvedAt: approval?.approvedAt.toISOString() ?? null,
  }
}

/** A computation as it was kept. */
async function pictureOfComputation(tx: Tx, institutionId: string, computation: Computation): Promise<PayPicture> {
  const units = await readUnitRows(tx, institutionId, computation)
  const lines = await readLineRows(tx, institutionId, computation)
  return {
    amountFen: computation.amountFen,
    reserveFen: computation.reserveFen,
    linesFen: lines.reduce((total, line) => total + line.amountFen, 0),
    units: units.map(({ unitId, code, name, amountFen, explanation: { line } }) => ({
      unitId,
      code,
      name,
      amountFen,
      score: line.inputs.score,
      scoreFactor: line.inputs.scoreFactor,
      people: line.people,
      perHeadFen: perHeadFen(amountFen, line.people),
      text: line.text,
    })),
    lines: lines.map(({ personId, employeeNo, name, unit, amountFen, explanation: { line } }) => ({
      personId,
      employeeNo,
      name,
      unit,
      amountFen,
      grade: line.inputs.grade,
      score: line.inputs.score,
      weight: line.weight,
      text: line.text,
    })),
    warnings: await readWarnings(tx, institutionId, computation),
  }
}
