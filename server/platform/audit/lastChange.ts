import type { Tx } from '../database/database.ts'

/** Acts that leave every figure as it is: somebody came or went, or took a copy. */
const LEAVING_ALL = [
  'signed-in',
  'signed-in-to-demo',
  'signed-out',
  'sign-in-failed',
  'account-locked',
  'answers-exported',
  'interviews-exported',
  'payroll-exported',
  'my-data-exported',
  'evidence-read',
  'evidence-made',
  'paper-made',
  'briefing-made',
  'authority-form-made',
  'diagnosis-report-made',
  'decision-paper-made',
]

/** The hash of the last event that changed something of the institution; null before anything was done. While it is the same, so is every figure. */
export async function lastChange(tx: Tx, institutionId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('audit_event')
    .select('hash')
    .where('institution_id', '=', institutionId)
    .where('action', 'not in', LEAVING_ALL)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.hash ?? null
}
