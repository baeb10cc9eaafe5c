import type { normFinding } from '@milepost/contract/appraise/norms'
import type { z } from 'zod'
import type { Tx } from '../../platform/database/database.ts'
import { newId } from '../../platform/newId.ts'

export type NormFinding = z.infer<typeof normFinding>

/** What people found of the rules a program cannot tell, by rule, the newest first: an earlier finding is kept. */
export async function listFindings(tx: Tx, institutionId: string, cycleId: string): Promise<ReadonlyMap<string, readonly NormFinding[]>> {
  const rows = await tx
    .selectFrom('norm_finding')
    .selectAll()
    .$narrowType<{ verdict: NormFinding['verdict'] }>()
    .where('institution_id', '=', institutionId)
    .where('cycle_id', '=', cycleId)
    .orderBy('recorded_at', 'desc')
    .execute()
  const found = new Map<string, NormFinding[]>()
  for (const { rule_id, verdict, note, checked_on, checked_by } of rows)
    found.set(rule_id, [...(found.get(rule_id) ?? []), { verdict, note, on: checked_on, by: checked_by }])
  return found
}

type Finding = NormFinding & { readonly cycleId: string; readonly ruleId: string; readonly byAccountId: string | null; readonly at: Date }

export async function insertFinding(tx: Tx, institutionId: string, { cycleId, ruleId, verdict, note, on, by, byAccountId, at }: Finding) {
  await tx
    .insertInto('norm_finding')
    .values({
      institution_id: institutionId,
      finding_id: newId(),
      cycle_id: cycleId,
      rule_id: ruleId,
      verdict,
      note,
      checked_on: on,
      checked_by: by,
      checked_by_account_id: byAccountId,
      recorded_at: at,
    })
    .execute()
}
