import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, fen, id } from '../fields.ts'

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
  reserveBeforeFen: fen,
  paidFen: fen,
  reserveAfterFen: fen,
  lines: z.array(correctionLine.omit({ changed: true })),
})

export const openCorrection = z.object({
  /** Names what was looked at: the correction is settled on these inputs or not at all. */
  inputHash: z.string(),
  lines: z.array(correctionLine),
  paidFen: fen,
  reserveAfterFen: fen,
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
    /** Inputs have changed since and somebody is due more; null: nothing to settle. */
    open: openCorrection.nullable(),
    /** Why an open correction cannot be settled, in words. */
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
  summary: { zh: '批准从预留补发', en: 'Approve a payment from the reserve' },
  input: z.object({ poolId: id, inputHash: z.string(), reason: z.string().trim().min(5).max(2000) }),
  output: z.object({ no: z.int(), paidFen: fen, reserveAfterFen: fen }),
  audit: 'pool-corrected',
})
