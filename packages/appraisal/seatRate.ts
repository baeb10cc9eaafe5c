import type { Citation } from './citation.ts'

/** Why the share of excellent grades differs from the normal one (Art. 15). */
export type SeatRateGround =
  | 'normal'
  | 'collective-merit'
  | 'recognised-innovation'
  | 'institution-excellent'
  | 'institution-unqualified'
  | 'held-accountable'

export type SeatRateRules = {
  /** Shares in basis points; the national values are 2000, 2500 and 1500. */
  normalBasisPoints: number
  raisedBasisPoints: number
  loweredBasisPoints: number
  citation: Citation
}

export type SeatRate =
  | { kind: 'rate'; basisPoints: number; ground: SeatRateGround; approval: string; citation: Citation }
  /** The raised share needs the approval of the authority; without the document there is no raised share. */
  | { kind: 'undefined'; because: 'approval-missing'; ground: SeatRateGround }
  /** The year gives grounds to raise and to lower: a person must decide. */
  | { kind: 'undefined'; because: 'grounds-contradict'; grounds: readonly SeatRateGround[] }

const lowering: readonly SeatRateGround[] = ['institution-unqualified', 'held-accountable']

/** The share of excellent grades of an institution in one year, from the grounds that hold. `approval` names the document, or is empty. */
export function seatRate(grounds: readonly SeatRateGround[], approval: string, rules: SeatRateRules): SeatRate {
  const lowered = grounds.find((ground) => lowering.includes(ground))
  const raised = grounds.find((ground) => ground !== 'normal' && !lowering.includes(ground))
  const { citation } = rules
  if (lowered && raised) return { kind: 'undefined', because: 'grounds-contradict', grounds: [raised, lowered] }
  if (lowered) return { kind: 'rate', basisPoints: rules.loweredBasisPoints, ground: lowered, approval, citation }
  if (!raised) return { kind: 'rate', basisPoints: rules.normalBasisPoints, ground: 'normal', approval, citation }
  if (approval.trim() === '') return { kind: 'undefined', because: 'approval-missing', ground: raised }
  return { kind: 'rate', basisPoints: rules.raisedBasisPoints, ground: raised, approval, citation }
}
