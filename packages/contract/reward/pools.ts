import { z } from 'zod'
import { grade } from '../appraise/appraisals.ts'
import { endpoint } from '../endpoint.ts'
import { basisPoints, bilingual, fen, id, sheetName } from '../fields.ts'
import { payBasis } from './basis.ts'
import { paySettings } from './factors.ts'
import { yuanTyped } from './money.ts'
import { payPicture } from './picture.ts'

const poolName = z.object({ zh: sheetName(120), en: sheetName(120) }).refine((name) => name.zh !== '' || name.en !== '')

/** How far the appraisal is: a pool may be tried out at any time, and approved when every grade is final. */
export const readiness = z.object({ appraised: z.int(), decided: z.int(), final: z.int() })

/** Leaders who must put their name to the same computation. */
export const signaturesNeeded = z.int().min(1).max(9)

export const poolRow = z.object({
  poolId: id,
  revision: z.int(),
  name: bilingual,
  amountFen: fen,
  reserveBp: basisPoints,
  state: z.enum(['draft', 'computed', 'approved']),
  /** How many leaders must sign before it stands. */
  signatures: signaturesNeeded,
  computations: z.int(),
  approvedBy: z.string().nullable(),
  approvedAt: z.string().nullable(),
  /** Why the pool cannot be used as it is set: a draft only. Empty: it can, or it is approved. */
  unfit: z.array(bilingual),
})

export const listPools = endpoint({
  name: 'reward.listPools',
  method: 'GET',
  path: '/api/cycles/:cycleId/pools',
  permission: 'pool.read',
  summary: { zh: '绩效工资池列表', en: 'Pay pools of a cycle' },
  input: z.object({ cycleId: id }),
  output: z.object({
    readiness,
    pools: z.array(
      poolRow.extend({
        /** Decisions on corrections since the approval, what they paid from the reserve, and whether one waits. */
        settlements: z.int(),
        paidLaterFen: fen,
        correctionOpen: z.boolean(),
      }),
    ),
    reserveBp: basisPoints,
  }),
  audit: null,
})

export const createPool = endpoint({
  name: 'reward.createPool',
  method: 'POST',
  path: '/api/cycles/:cycleId/pools',
  permission: 'pool.edit',
  summary: { zh: '新建绩效工资池', en: 'Make a pay pool' },
  input: z.object({ cycleId: id, name: poolName, amount: yuanTyped, reserveBp: basisPoints, signatures: signaturesNeeded.optional() }),
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

export const signature = z.object({ accountId: id, signedBy: z.string(), signedAt: z.string(), reason: z.string() })

/** The results of an earlier cycle, to try a pool out on before its own cycle is graded: never what it is paid by. */
export const earlierResults = z.object({
  year: z.int(),
  basis: payBasis,
  /** People of that cycle without a result in force. */
  leftOut: z.int(),
})

export type EarlierResults = z.infer<typeof earlierResults>

export const poolView = z.object({
  pool: poolRow.extend({ cycleId: id, year: z.int(), version: z.int(), settings: paySettings }),
  readiness,
  /** Grades whose pay the rules cut, with the article that says so. */
  mustCut: z.array(z.object({ grade, article: z.string().nullable(), verified: z.boolean() })),
  /** Where the settings start from. */
  defaults: z.object({ title: bilingual, source: bilingual, verified: z.boolean(), notes: z.array(bilingual) }),
  /** What it is shared out by today; null once it is approved. */
  basis: payBasis.nullable(),
  /** While somebody has no grade: the newest earlier cycle with results in force. null: everybody is graded, or there is none. */
  earlier: earlierResults.nullable(),
  /** Settings or basis have changed since the last computation. */
  changedSince: z.boolean(),
  computations: z.array(computation),
  /** The last computation, and the amounts of the one before by person. */
  latest: z.object({ no: z.int(), picture: payPicture, before: z.record(z.string(), fen) }).nullable(),
  approval: z.object({ no: z.int(), approvedBy: z.string(), approvedAt: z.string(), reason: z.string(), rulesVersion: z.int() }).nullable(),
  /** Who has signed the last computation so far, in order. */
  signed: z.array(signature),
  /** The published factors: their newest version, and whether these are the same. null: nothing has been published. */
  rules: z.object({ version: z.int(), same: z.boolean() }).nullable(),
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
  input: z.object({
    poolId: id,
    version: z.int(),
    name: poolName,
    amount: yuanTyped,
    reserveBp: basisPoints,
    /** Left out: as it was. */
    signatures: signaturesNeeded.optional(),
    settings: paySettings,
  }),
  /** `unfit`: why what was saved cannot be used and is kept as a draft only. */
  output: z.object({ version: z.int(), unfit: z.array(bilingual) }),
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
  summary: { zh: '签署分配结果，签满即批准', en: 'Sign the result; the last signature approves it' },
  input: z.object({
    poolId: id,
    /** The computation the leader has looked at. */
    no: z.int().min(1),
    reason: z.string().trim().min(5).max(2000),
  }),
  output: z.object({ signed: z.int(), needed: z.int(), approvedAt: z.string().nullable() }),
  audit: 'pool-signed',
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
