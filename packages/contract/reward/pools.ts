import { z } from 'zod'
import { grade } from '../appraise/appraisals.ts'
import { endpoint } from '../endpoint.ts'
import { basisPoints, bilingual, fen, id } from '../fields.ts'
import { payBasis } from './basis.ts'
import { paySettings } from './factors.ts'
import { yuanTyped } from './money.ts'
import { payPicture } from './picture.ts'

const poolName = z
  .object({ zh: z.string().trim().max(120), en: z.string().trim().max(120) })
  .refine((name) => name.zh !== '' || name.en !== '')

/** How far the appraisal is: a pool may be tried out at any time, and approved when every grade is final. */
export const readiness = z.object({ appraised: z.int(), decided: z.int(), final: z.int() })

export const poolRow = z.object({
  poolId: id,
  revision: z.int(),
  name: bilingual,
  amountFen: fen,
  reserveBp: basisPoints,
  state: z.enum(['draft', 'computed', 'approved']),
  computations: z.int(),
  approvedBy: z.string().nullable(),
  approvedAt: z.string().nullable(),
})

export const listPools = endpoint({
  name: 'reward.listPools',
  method: 'GET',
  path: '/api/cycles/:cycleId/pools',
  permission: 'pool.read',
  summary: { zh: '绩效工资池列表', en: 'Pay pools of a cycle' },
  input: z.object({ cycleId: id }),
  output: z.object({ readiness, pools: z.array(poolRow), reserveBp: basisPoints }),
  audit: null,
})

export const createPool = endpoint({
  name: 'reward.createPool',
  method: 'POST',
  path: '/api/cycles/:cycleId/pools',
  permission: 'pool.edit',
  summary: { zh: '新建绩效工资池', en: 'Make a pay pool' },
  input: z.object({ cycleId: id, name: poolName, amount: yuanTyped, reserveBp: basisPoints }),
  output: z.object({ poolId: id }),
  audit: 'pool-created',
})

export const computation = z.object({
  no: z.int(),
  computedAt: z.string(),
  computedBy: z.string(),
  amountFen: fen,
  reserveFen: fen,
  distributedFen: fen,
  inputHash: z.string(),
})

export const poolView = z.object({
  pool: poolRow.extend({ cycleId: id, year: z.int(), version: z.int(), settings: paySettings }),
  readiness,
  /** Grades whose pay the rules cut, with the article that says so. */
  mustCut: z.array(z.object({ grade, article: z.string().nullable(), verified: z.boolean() })),
  /** Where the settings start from. */
  defaults: z.object({ title: bilingual, source: bilingual, verified: z.boolean(), notes: z.array(bilingual) }),
  /** What it is shared out by today; null once it is approved. */
  basis: payBasis.nullable(),
  /** Settings or basis have changed since the last computation. */
  changedSince: z.boolean(),
  computations: z.array(computation),
  /** The last computation, and the amounts of the one before by person. */
  latest: z.object({ no: z.int(), picture: payPicture, before: z.record(z.string(), fen) }).nullable(),
  approval: z.object({ no: z.int(), approvedBy: z.string(), approvedAt: z.string(), reason: z.string() }).nullable(),
})

export const readPool = endpoint({
  name: 'reward.readPool',
  method: 'GET',
  path: '/api/pools/:poolId',
  permission: 'pool.read',
  summary: { zh: '查看绩效工资池', en: 'Read a pay pool' },
  input: z.object({ poolId: id }),
  output: poolView,
  audit: null,
})

export const savePool = endpoint({
  name: 'reward.savePool',
  method: 'PUT',
  path: '/api/pools/:poolId',
  permission: 'pool.edit',
  summary: { zh: '修改总额、预留与系数', en: 'Change amount, reserve and factors' },
  input: z.object({ poolId: id, version: z.int(), name: poolName, amount: yuanTyped, reserveBp: basisPoints, settings: paySettings }),
  output: z.object({ version: z.int() }),
  audit: 'pool-saved',
})

export const computePool = endpoint({
  name: 'reward.computePool',
  method: 'POST',
  path: '/api/pools/:poolId/computations',
  permission: 'pool.edit',
  summary: { zh: '计算并留存', en: 'Compute and keep the result' },
  input: z.object({ poolId: id, version: z.int() }),
  output: z.object({ no: z.int(), lines: z.int(), distributedFen: fen, reserveFen: fen }),
  audit: 'pool-computed',
})

export const approvePool = endpoint({
  name: 'reward.approvePool',
  method: 'POST',
  path: '/api/pools/:poolId/approval',
  permission: 'pool.approve',
  summary: { zh: '批准分配结果', en: 'Approve the result' },
  input: z.object({
    poolId: id,
    /** The computation the leader has looked at. */
    no: z.int().min(1),
    reason: z.string().trim().min(5).max(2000),
  }),
  output: z.object({ approvedAt: z.string() }),
  audit: 'pool-approved',
})

export const exportPayroll = endpoint({
  name: 'reward.exportPayroll',
  kind: 'download',
  method: 'GET',
  path: '/api/pools/:poolId/payroll',
  permission: 'pool.read',
  summary: { zh: '导出发放表（.xlsx）', en: 'Export the payroll list (.xlsx)' },
  input: z.object({ poolId: id, language: z.enum(['zh', 'en']) }),
  output: z.unknown(),
  audit: 'payroll-exported',
})
