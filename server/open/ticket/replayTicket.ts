import { gradeBreaksAt } from '@milepost/appraisal/gradeActs'
import { headOrder } from '@milepost/appraisal/personScore'
import { replaySeat } from '@milepost/appraisal/seatTicket'
import { scoreOf } from '@milepost/appraisal/twoPosts'
import type { personTicket } from '@milepost/contract/open/personTicket'
import type { scoreTicket } from '@milepost/contract/open/tickets'
import { compare, div, mul, sub, sum } from '@milepost/exact/exact'
import { replayLine } from '@milepost/pay/lineTicket'
import { replay } from '@milepost/scorecard/replay'
import { evidenceDiffersAt } from '@milepost/scorecard/ticketEvidence'
import type { z } from 'zod'
import { contentHash } from '../../platform/audit/canonicalJson.ts'

type CardTicket = z.infer<typeof scoreTicket>
type PersonTicket = z.infer<typeof personTicket>
export type CardParts = Pick<CardTicket, 'input' | 'result' | 'evidence'> &
  Partial<Pick<CardTicket, 'holder' | 'run' | 'inputHash' | 'cardId'>>
export type PersonParts = Pick<PersonTicket, 'appraisal' | 'heads' | 'score' | 'seat' | 'acts' | 'pay' | 'payFrom'> & {
  readonly card: CardParts | null
}

/** sha256 of everything on a ticket but the seal itself. */
export const sealOf = ({ seal: _seal, ...rest }: { readonly seal?: string | undefined }): string => contentHash(rest)

/** Places of a card's ticket that do not follow from its inputs: nodes and measures by id, and what stands round them by name. */
export function cardDiffersAt({ input, result, evidence, holder, run, inputHash, cardId }: CardParts): string[] {
  const differs = [...replay(input, result).differsAt, ...evidenceDiffersAt(input, evidence)]
  if (holder && (holder.name.zh !== input.name.zh || holder.name.en !== input.name.en)) differs.push('holder')
  if (cardId !== undefined && cardId !== input.cardId) differs.push('holder')
  if (inputHash !== undefined && inputHash !== contentHash(input)) differs.push('inputs')
  if (run && run.engineVersion !== result.engineVersion) differs.push('engine')
  return [...new Set(differs)]
}

/** The rounding of the values shown of the groups of raters: four places. */
const GROUP_ERROR = '0.0001'

/** Places of a person's ticket that do not follow from what stands on it; those of the card are in `cardDiffersAt`. */
export function personDiffersAt({ appraisal, heads, score, seat, acts, card, pay, payFrom }: PersonParts): string[] {
  return [
    ...(score === null ? [] : scoreDiffersAt(appraisal.officialScore, score)),
    ...headsDifferAt(heads, score, card),
    ...(seat === null ? [] : seatDiffersAt(appraisal, score, seat, acts)),
    ...pay.flatMap((line) =>
      payDiffersAt(
        line,
        payFrom.find(({ poolId }) => poolId === line.poolId),
      ),
    ),
  ]
}

function scoreDiffersAt(
  shown: string | null,
  { taken, second, daysOfMain, total, official }: NonNullable<PersonTicket['score']>,
): string[] {
  const again = scoreOf(taken, second, daysOfMain)
  const same = again.kind !== 'undefined' && again.total === total && again.official === official && official === shown
  return same ? [] : ['score']
}

/** The heads shown against those taken; results against the plan's score; the others against their groups, where all of them are shown. */
function headsDifferAt(heads: PersonTicket['heads'], score: PersonTicket['score'], card: CardParts | null): string[] {
  if (score === null) return []
  const shown = new Map(heads.map((one) => [one.head, one]))
  return headOrder.flatMap((code) => {
    const taken = score.taken.heads[code]
    const head = shown.get(code)
    if (taken.kind !== 'scored') return []
    const differs = head?.score !== taken.score || head.weightBp !== score.taken.weights[code]
    const otherPlan = code === 'results' && card?.result.final != null && compare(card.result.final.score ?? 0, taken.score) !== 0
    return differs || otherPlan || otherGroups(head.groups, taken.score) ? [`head:${code}`] : []
  })
}

function otherGroups(groups: PersonTicket['heads'][number]['groups'], score: string): boolean {
  const used = groups.filter((one) => one.weightUsed > 0)
  if (used.length === 0 || used.some((one) => one.value === null)) return false
  const weights = sum(used.map((one) => one.weightGiven))
  const again = div(sum(used.map((one) => mul(one.value ?? 0, one.weightGiven))), weights)
  return compare(sub(again, score).abs(), GROUP_ERROR) > 0
}

function seatDiffersAt(
  { standing, proposedGrade, grade }: PersonTicket['appraisal'],
  score: PersonTicket['score'],
  seat: NonNullable<PersonTicket['seat']>,
  acts: PersonTicket['acts'],
): string[] {
  const differs: string[] = [...replaySeat(seat)]
  if (seat.standing !== standing || (seat.candidate.score !== null && seat.candidate.score !== score?.total)) differs.push('seat')
  const proposals = acts.filter((one) => one.kind === 'calibrated')
  if ((proposals.at(-1)?.to ?? seat.proposed) !== proposedGrade) differs.push('proposed-grade')
  if (gradeBreaksAt(seat.proposed, acts, grade) !== null) differs.push('grade')
  return [...new Set(differs)]
}

function payDiffersAt(line: PersonTicket['pay'][number], from: PersonTicket['payFrom'][number] | undefined): string[] {
  const place = `pay:${line.poolId}`
  if (!from) return [place]
  const same = from.line
    ? from.line.fen === line.amountFen && replayLine(from.line).length === 0
    : line.steps === null && line.amountFen === 0
  if (!same) return [place]
  let paid = line.amountFen
  for (const correction of line.corrections) {
    const own = from.corrections.find(({ no }) => no === correction.no)
    if (!own?.line || own.paidFen !== paid || own.line.fen !== own.dueFen || replayLine(own.line).length > 0) return [place]
    // less due is not claimed back
    if (own.fromReserveFen !== Math.max(0, own.dueFen - paid) || own.fromReserveFen !== correction.amountFen) return [place]
    if (own.dueFen !== correction.dueFen) return [place]
    paid += own.fromReserveFen
  }
  return []
}
