import { holderKey } from '@milepost/contract/run/holder'
import { contentHash } from '../../platform/audit/canonicalJson.ts'
import type { Tx } from '../../platform/database/database.ts'
import { listRevisions, type StoredValue, valuesInForce } from '../values/data.ts'

/** What a period holds when it is closed: the values in force, and a hash over all they say. */
export async function snapshotOf(tx: Tx, institutionId: string, periodId: string): Promise<{ valueIds: string[]; hash: string }> {
  const values = await valuesInForce(tx, institutionId, { periodIds: [periodId] })
  return { valueIds: values.map((value) => value.valueId), hash: hashOf(values) }
}

/** The hash of the same values as they stand in the database now. */
export async function hashAgain(tx: Tx, institutionId: string, given: { periodId: string; valueIds: readonly string[] }): Promise<string> {
  const wanted = new Set(given.valueIds)
  const all = await listRevisions(tx, institutionId, { periodIds: [given.periodId] })
  return hashOf(all.filter((value) => wanted.has(value.valueId)))
}

const hashOf = (values: readonly StoredValue[]) =>
  contentHash(
    values
      .map(({ valueId, measureId, holder, revision, state, actual, numerator, denominator, n, detail }) => [
        ...[valueId, measureId, holderKey(holder), revision, state],
        ...[actual, numerator, denominator, n, detail],
      ])
      .sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1)),
  )
