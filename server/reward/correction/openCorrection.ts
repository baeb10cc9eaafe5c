import type { PayBasis } from '@milepost/contract/reward/basis'
import type { CorrectionLine } from '@milepost/contract/reward/corrections'
import { payPool } from '@milepost/pay/payPool'
import type { PayRunInput } from '@milepost/pay/payRun'
import { type Settlement, settleCorrection } from '@milepost/pay/settleCorrection'
import type { Bilingual } from '@milepost/terms/bilingual'
import type { Cycle } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Library } from '../../platform/library.ts'
import { type Approval, listComputations, type Pool } from '../pool/data.ts'
import { readAmounts } from '../pool/lineData.ts'
import { readBasis } from '../pool/readBasis.ts'
import { cycleOf, runOf } from '../pool/settledPool.ts'
import { changedInputs } from './changedInputs.ts'
import { listSettlementLines, listSettlements, readRunInput, readSettledInput, type SettlementRow } from './data.ts'

export type Correction = {
  readonly reserveFen: number
  readonly settlements: readonly SettlementRow[]
  /** null: nothing has changed since the approval or the last settlement. */
  readonly open: {
    readonly input: PayRunInput
    readonly hash: string
    readonly lines: readonly CorrectionLine[]
    readonly paidFen: number
    readonly shortFen: number
    readonly othersFen: number
    readonly loweredFen: number
  } | null
  readonly refused: Bilingual | null
}

type Given = { readonly pool: Pool; readonly approval: Approval; readonly library: Library }

/** The pool computed again with the inputs of today beside what was paid: who is due more out of what is left of the reserve, and who less. */
export async function openCorrection(tx: Tx, institutionId: string, { pool, approval, library }: Given): Promise<Correction> {
  const settlements = await listSettlements(tx, institutionId, pool.poolId)
  const approved = (await listComputations(tx, institutionId, [pool.poolId])).find(({ no }) => no === approval.no)
  const reserveFen = settlements.at(-1)?.reserveAfterFen ?? approved?.reserveFen ?? 0
  const nothing: Correction = { reserveFen, settlements, open: null, refused: null }
  const cycle = await cycleOf(tx, institutionId, pool.cycleId)
  const basis = await readBasis(tx, institutionId, cycle)
  const { input, hash, changed } = await changedSince(tx, institutionId, { pool, approval, library, cycle, basis, settlements })
  if (changed.size === 0) return nothing
  const run = payPool(input)
  if (run.kind === 'refused') return { ...nothing, refused: run.text }
  const amounts = await paidSoFar(tx, institutionId, approval)
  const settled = settleCorrection({
    paid: basis.people.flatMap(({ employeeNo, personId }) =>
      amounts.has(personId) ? [{ person: employeeNo, fen: amounts.get(personId) ?? 0 }] : [],
    ),
    due: run.lines.map(({ person, fen }) => ({ person, fen })),
    corrected: [...changed.keys()],
    reserveFen,
  })
  if (settled.kind === 'refused' && settled.because !== 'reserve-too-small') return { ...nothing, refused: settled.text }
  const { paidFen, loweredFen } = settled
  const lines = linesOf(basis, settled, { changed, before: await settledIn(tx, institutionId, pool.poolId) })
  // who was dealt with before keeps a difference of then; it is none of this correction
  const moved = lines.filter((line) => line.standing === 'not-corrected' && line.changed.length === 0)
  const othersFen = moved.reduce((total, line) => total + line.dueFen - line.paidFen, 0)
  const shortFen = settled.kind === 'refused' ? settled.shortFen : 0
  return {
    ...nothing,
    open: { input, hash, lines, paidFen, shortFen, othersFen, loweredFen },
    refused: settled.kind === 'refused' ? settled.text : null,
  }
}

type Since = Given & { readonly cycle: Cycle; readonly basis: PayBasis; readonly settlements: readonly SettlementRow[] }

/** The inputs of today, and for whom they are not those of the last decision: what a settlement has dealt with is not open a second time. */
export async function changedSince(tx: Tx, institutionId: string, given: Since) {
  const { pool, approval, settlements, basis } = given
  const last = settlements.at(-1)
  const { poolId } = pool
  const before = last ? await readSettledInput(tx, institutionId, { poolId, no: last.no }) : await readRunInput(tx, institutionId, approval)
  const { input, hash } = runOf(pool, basis, given)
  return { input, hash, changed: changedInputs(before, input) }
}

function linesOf(
  basis: PayBasis,
  { lines }: Extract<Settlement, { lines: unknown }>,
  { changed, before }: { readonly changed: ReadonlyMap<string, readonly Bilingual[]>; readonly before: ReadonlyMap<string, number> },
): CorrectionLine[] {
  const personOf = new Map(basis.people.map((person) => [person.employeeNo, person]))
  const unitOf = new Map(basis.units.map((unit) => [unit.code, unit.name]))
  // whose own inputs changed stand first
  const isOther = ({ reason }: (typeof lines)[number]) => Number(reason === 'not-corrected')
  return lines
    .toSorted((one, other) => isOther(one) - isOther(other))
    .flatMap(({ person, reason, ...money }): CorrectionLine[] => {
      const found = personOf.get(person)
      if (!found) return []
      const unit = unitOf.get(found.payUnit) ?? found.unit
      const { personId, employeeNo, name } = found
      const no = reason === 'not-corrected' ? before.get(personId) : undefined
      const words = no === undefined ? (changed.get(person) ?? []) : [{ zh: `第 ${no} 次处理过`, en: `dealt with in settlement ${no}` }]
      return [{ personId, employeeNo, name, unit, ...money, standing: reason, changed: [...words] }]
    })
}

/** By person: the last settlement that dealt with somebody. */
async function settledIn(tx: Tx, institutionId: string, poolId: string): Promise<ReadonlyMap<string, number>> {
  return new Map((await listSettlementLines(tx, institutionId, poolId)).map(({ personId, no }) => [personId, no]))
}

/** By person: the approved line and everything paid from the reserve since. */
async function paidSoFar(tx: Tx, institutionId: string, approval: Approval): Promise<ReadonlyMap<string, number>> {
  const amounts = new Map(await readAmounts(tx, institutionId, approval))
  for (const { personId, fromReserveFen } of await listSettlementLines(tx, institutionId, approval.poolId))
    amounts.set(personId, (amounts.get(personId) ?? 0) + fromReserveFen)
  return amounts
}
