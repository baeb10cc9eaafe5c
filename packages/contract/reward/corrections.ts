import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, fen, id } from '../fields.ts'
import { yuanTyped } from './money.ts'

/** One person of a correction: what was paid, what is due with the right inputs, and what comes from the reserve. */
export const correctionLine = z.object({
  personId: id,
  employeeNo: z.string(),
  name: z.string(),
  unit: bilingual,
  paidFen: fen,
  dueFen: fen,
  fromReserveFen: fen,
  standing: z.enum(['corrected-up', 'corrected-down', 'unchanged', 'not-corrected']),
  /** Which of the inputs changed since the approval, in words. */
  changed: z.array(bilingual),
})
export type CorrectionLine = z.infer<typeof correctionLine>

export const settledCorrection = z.object({
  no: z.int(),
  approvedAt: z.string(),
  approvedBy: z.string(),
  reason: z.string(),
  /** Approved in addition to the pool, put into the reserve for this payment. */
  addedFen: fen,
  reserveBeforeFen: fen,
  paidFen: fen,
  reserveAfterFen: fen,
  lines: z.array(correctionLine),
})

export const openCorrection = z.object({
  /** Names what was looked at: the correction is settled on these inputs or not at all. */
  inputHash: z.string(),
  lines: z.array(correctionLine),
  /** Due from the reserve, all of it. 0: nobody is due more, and there is something to put on record. */
  paidFen: fen,
  /** What the reserve lacks for it. */
  shortFen: fen,
  reserveAfterFen: fen,
  /** By how much less is due to those whose result was corrected downwards; it is not claimed back. */
  loweredFen: fen,
  /** What colleagues would have had less (below 0) or more; it stays with them. */
  othersFen: z.int(),
})

export const readCorrections = endpoint({
  name: 'reward.readCorrections',
  method: 'GET',
  path: '/api/pools/:poolId/corrections',
  permission: 'pool.read',
  summary: { zh: '查看分配更正', en: 'Corrections of an approved pool' },
  input: z.object({ poolId: id }),
  output: z.object({
    /** What is left of the reserve. */
    reserveFen: fen,
    settled: z.array(settledCorrection),
    /** Inputs that changed since the last decision on them (the approval, or the last settlement), with everybody they concern; null: none did. */
    open: openCorrection.nullable(),
    /** Why an open correction cannot be settled as it is, in words. */
    refused: bilingual.nullable(),
  }),
  audit: null,
})

/** The differences of one settlement for payroll. */
export const exportSettlement = endpoint({
  name: 'reward.exportSettlement',
  kind: 'download',
  method: 'GET',
  path: '/api/pools/:poolId/corrections/:no/payroll',
  permission: 'pool.read',
  summary: { zh: '导出补发表（.xlsx）', en: 'Export the differences of a settlement (.xlsx)' },
  input: z.object({ poolId: id, no: z.coerce.number().int().min(1), language: z.enum(['zh', 'en']) }),
  output: z.unknown(),
  audit: 'payroll-exported',
})

export const settleCorrection = endpoint({
  name: 'reward.settleCorrection',
  method: 'POST',
  path: '/api/pools/:poolId/corrections',
  permission: 'pool.approve',
  summary: { zh: '处理更正：从预留补发或记录在案', en: 'Settle a correction: pay from the reserve, or put it on record' },
  input: z.object({
    poolId: id,
    inputHash: z.string(),
    /** Yuan approved in addition, where the reserve is too small; the paper stands in the reason. */
    added: yuanTyped.optional(),
    reason: z.string().trim().min(5).max(2000),
  }),
  output: z.object({ no: z.int(), paidFen: fen, reserveAfterFen: fen }),
  audit: 'pool-corrected',
})
