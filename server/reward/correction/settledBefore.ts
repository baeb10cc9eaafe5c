import { type CorrectionLine, correctionLine, type settledCorrection } from '@milepost/contract/reward/corrections'
import type { z } from 'zod'
import type { Tx } from '../../platform/database/database.ts'
import { type Approval, listComputations } from '../pool/data.ts'
import { changedInputs } from './changedInputs.ts'
import { listSettlementLines, readRunInput, readSettledInput, type SettlementRow } from './data.ts'

type Settled = z.infer<typeof settledCorrection>

/** Every settlement of a pool with its lines; what had changed is read from the inputs stored with it and with the decision before it. */
export async function settledBefore(
  tx: Tx,
  institutionId: string,
  { approval, settlements }: { readonly approval: Approval; readonly settlements: readonly SettlementRow[] },
): Promise<Settled[]> {
  if (settlements.length === 0) return []
  const { poolId } = approval
  const lines = await listSettlementLines(tx, institutionId, poolId)
  const approved = (await listComputations(tx, institutionId, [poolId])).find(({ no }) => no === approval.no)
  const found: Settled[] = []
  let [before, reserveFen] = [await readRunInput(tx, institutionId, approval), approved?.reserveFen ?? 0]
  for (const { approvedAt, ...one } of settlements) {
    const input = await readSettledInput(tx, institutionId, { poolId, no: one.no })
    const changed = changedInputs(before, input)
    found.push({
      ...one,
      approvedAt: approvedAt.toISOString(),
      addedFen: one.reserveBeforeFen - reserveFen,
      lines: lines
        .filter(({ no }) => no === one.no)
        .map(({ no: _no, standing, ...line }): CorrectionLine => {
          const words = [...(changed.get(line.employeeNo) ?? [])]
          return { ...line, standing: correctionLine.shape.standing.parse(standing), changed: words }
        }),
    })
    before = input
    reserveFen = one.reserveAfterFen
  }
  return found
}
