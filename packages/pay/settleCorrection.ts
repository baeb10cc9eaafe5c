import type { LocalText } from './localText.ts'
import { yuan } from './yuan.ts'

/** A line of a run: what a person receives, in whole fen. */
export type PaidLine = { readonly person: string; readonly fen: number }

export type SettledLine = {
  readonly person: string
  /** Paid by the run that was approved. 0: was not in it. */
  readonly paidFen: number
  /** What the run gives with the corrected inputs. */
  readonly dueFen: number
  /** Paid now from the reserve; never below zero. */
  readonly fromReserveFen: number
  readonly reason: 'corrected-up' | 'corrected-down' | 'unchanged' | 'not-corrected'
}

export type Settlement =
  | {
      kind: 'settled'
      /** Everybody of either run whose amount would differ, and everybody corrected; the largest payment first. */
      lines: readonly SettledLine[]
      /** Paid out of the reserve, and what is left of it. */
      paidFen: number
      reserveBeforeFen: number
      reserveAfterFen: number
      /** What colleagues would have had less or more; it is neither taken back nor paid. */
      othersDifferenceFen: number
      /** People whose corrected amount is lower: whether anything is asked back is for people to decide. */
      loweredPeople: readonly string[]
      /** By how much the amounts of these are lower, together. */
      loweredFen: number
      text: LocalText
    }
  /** `lines` and `paidFen`: what would have to be paid, all of it. */
  | {
      kind: 'refused'
      because: 'reserve-too-small'
      shortFen: number
      lines: readonly SettledLine[]
      paidFen: number
      othersDifferenceFen: number
      loweredFen: number
      text: LocalText
    }
  | { kind: 'refused'; because: 'nobody-corrected' | 'unknown-person' | 'same-person-twice'; people: readonly string[]; text: LocalText }

/**
 * A correction after pay, or an appeal won: the run is computed again with the right inputs, and those who were wronged are paid the difference out of the reserve. Nothing is
 * taken from colleagues, though their share of the pool would have been a little smaller; the list shows by how much. `corrected` names the people whose inputs changed.
 * Refused, with the amount that is short and the lines it is short for, when the reserve does not cover it: never a part of it in silence.
 */
export function settleCorrection({
  paid,
  due,
  corrected,
  reserveFen,
}: {
  readonly paid: readonly PaidLine[]
  readonly due: readonly PaidLine[]
  readonly corrected: readonly string[]
  readonly reserveFen: number
}): Settlement {
  const fault = faultOf(paid, due, corrected)
  if (fault) return fault
  const [before, after] = [amounts(paid), amounts(due)]
  const wronged = new Set(corrected)
  const lines = [...new Set([...before.keys(), ...after.keys()])]
    .map((person) =>
      settledLine(person, { paidFen: before.get(person) ?? 0, dueFen: after.get(person) ?? 0, isCorrected: wronged.has(person) }),
    )
    .filter(({ reason, paidFen, dueFen }) => reason !== 'not-corrected' || paidFen !== dueFen)
    .toSorted((one, other) => other.fromReserveFen - one.fromReserveFen || (one.person < other.person ? -1 : 1))
  const paidFen = lines.reduce((total, { fromReserveFen }) => total + fromReserveFen, 0)
  const differences = {
    othersDifferenceFen: differenceOf(lines, 'not-corrected'),
    loweredFen: 0 - differenceOf(lines, 'corrected-down'),
  }
  if (paidFen > reserveFen) {
    const shortFen = paidFen - reserveFen
    const text = {
      zh: `预留不足：须补发 ${yuan(paidFen)} 元，预留余 ${yuan(reserveFen)} 元，还差 ${yuan(shortFen)} 元`,
      en: `The reserve is too small: ${yuan(paidFen)} yuan are due, ${yuan(reserveFen)} are left, ${yuan(shortFen)} are missing`,
    }
    return { kind: 'refused', because: 'reserve-too-small', shortFen, lines, paidFen, ...differences, text }
  }
  const left = reserveFen - paidFen
  return {
    kind: 'settled',
    lines,
    paidFen,
    reserveBeforeFen: reserveFen,
    reserveAfterFen: left,
    ...differences,
    loweredPeople: lines.filter(({ reason }) => reason === 'corrected-down').map(({ person }) => person),
    text: {
      zh: `自预留补发 ${yuan(paidFen)} 元，预留余 ${yuan(left)} 元；其他人员数额不变`,
      en: `${yuan(paidFen)} yuan paid from the reserve, ${yuan(left)} yuan of it left; the amounts of the others stay`,
    },
  }
}

/** What those of one standing would have more (above 0) or less by the corrected run than they were paid. */
const differenceOf = (lines: readonly SettledLine[], standing: SettledLine['reason']): number =>
  lines.reduce((total, { reason, paidFen, dueFen }) => total + (reason === standing ? dueFen - paidFen : 0), 0)

type Amounts = { paidFen: number; dueFen: number; isCorrected: boolean }

function settledLine(person: string, { paidFen, dueFen, isCorrected }: Amounts): SettledLine {
  const reason = !isCorrected ? 'not-corrected' : dueFen > paidFen ? 'corrected-up' : dueFen < paidFen ? 'corrected-down' : 'unchanged'
  return { person, paidFen, dueFen, fromReserveFen: reason === 'corrected-up' ? dueFen - paidFen : 0, reason }
}

const amounts = (lines: readonly PaidLine[]): ReadonlyMap<string, number> => new Map(lines.map(({ person, fen }) => [person, fen]))

function faultOf(paid: readonly PaidLine[], due: readonly PaidLine[], corrected: readonly string[]): Settlement | null {
  const refuse = (
    because: 'nobody-corrected' | 'unknown-person' | 'same-person-twice',
    people: readonly string[],
    text: LocalText,
  ): Settlement => ({
    kind: 'refused',
    because,
    people,
    text,
  })
  if (corrected.length === 0) return refuse('nobody-corrected', [], { zh: '没有指明更正了谁', en: 'Nobody was named whose inputs changed' })
  const twice = [...doubles(paid), ...doubles(due)]
  if (twice.length > 0)
    return refuse('same-person-twice', twice, {
      zh: `人员重复：${twice.join('、')}`,
      en: `The same person appears twice: ${twice.join(', ')}`,
    })
  const known = new Set([...paid, ...due].map(({ person }) => person))
  const strangers = corrected.filter((person) => !known.has(person))
  return strangers.length === 0
    ? null
    : refuse('unknown-person', strangers, { zh: `不在分配范围内：${strangers.join('、')}`, en: `Not in the run: ${strangers.join(', ')}` })
}

function doubles(lines: readonly PaidLine[]): readonly string[] {
  const seen = new Set<string>()
  return lines.filter(({ person }) => seen.size === seen.add(person).size).map(({ person }) => person)
}
