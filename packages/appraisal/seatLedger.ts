import { type ExactText, sub, sum } from '@milepost/exact/exact'
import { toExactText } from '@milepost/exact/rounding'
import { correlation, midranks } from './raterStatistics.ts'
import { type SeatClaimant, type SeatShareRules, type SeatShares, shareSeats } from './seatShares.ts'

/** One year of the sharing-out: how many seats, and who took part with which tilt. */
export type LedgerYear = { readonly year: number; readonly seats: number; readonly units: readonly Omit<SeatClaimant, 'carry'>[] }

export type LedgerLine = {
  readonly unit: string
  readonly year: number
  readonly share: ExactText
  readonly carryIn: ExactText
  readonly seats: number
  readonly carryOut: ExactText
}

export type SeatLedger =
  | {
      kind: 'kept'
      lines: readonly LedgerLine[]
      /** What every unit was due in proportion over all years, what it got, and what it is still owed (below 0: has had more). */
      units: readonly { readonly unit: string; readonly due: ExactText; readonly seats: number; readonly owed: ExactText }[]
    }
  | { kind: 'undefined'; because: Extract<SeatShares, { kind: 'undefined' }>['because']; year: number }

/**
 * The fairness ledger: years shared out one after the other, the fraction of a seat a unit did not get carried to its next year. A unit that was not there in a year keeps
 * what it is owed. The institution's own fraction is never carried: the cap is a cap of each year.
 */
export function seatLedger(years: readonly LedgerYear[], rules: SeatShareRules): SeatLedger {
  const carries = new Map<string, ExactText>()
  const lines: LedgerLine[] = []
  for (const { year, seats, units } of years.toSorted((one, other) => one.year - other.year)) {
    const claimants = units.map((unit): SeatClaimant => ({ ...unit, carry: carries.get(unit.unit) ?? '0' }))
    const shared = shareSeats(seats, claimants, rules)
    if (shared.kind === 'undefined') return { kind: 'undefined', because: shared.because, year }
    for (const { unit, share, seats: got, carryOut } of shared.shares) {
      lines.push({ unit, year, share, carryIn: carries.get(unit) ?? '0', seats: got, carryOut })
      carries.set(unit, carryOut)
    }
  }
  const names = [...new Set(lines.map(({ unit }) => unit))]
  return {
    kind: 'kept',
    lines,
    units: names.map((unit) => {
      const own = lines.filter((line) => line.unit === unit)
      const due = toExactText(sum(own.map(({ share }) => share)))
      const seats = own.reduce((total, line) => total + line.seats, 0)
      return { unit, due, seats, owed: toExactText(sub(due, seats)) }
    }),
  }
}

/** Who was excellent in which year, with the score and the years of service of everybody of that year. */
export type SeatYear = {
  readonly year: number
  readonly people: readonly {
    readonly person: string
    readonly score: number
    readonly serviceYears: number
    readonly excellent: boolean
  }[]
}

export type RotationSigns =
  | {
      kind: 'known'
      years: number
      /** Correlation of being excellent with the score and with years of service (ranks), over all years; null where it cannot be computed. */
      withScore: number | null
      withService: number | null
      /** Among those excellent who had been a year before: the share excellent again, beside what would be by chance. */
      againNextYear: { readonly share: number; readonly byChance: number; readonly n: number } | null
      /** Seats follow service or turns more than scores: a sign of taking turns (轮流坐庄), to be looked into. */
      looksLikeTurns: boolean
    }
  | { kind: 'undefined'; because: 'fewer-than-three-years' | 'nobody-excellent' }

/** Whether excellent grades look like turns taken rather than work valued. A sign for the meeting, not a finding against anybody. */
export function rotationSigns(years: readonly SeatYear[]): RotationSigns {
  if (years.length < 3) return { kind: 'undefined', because: 'fewer-than-three-years' }
  const ordered = years.toSorted((one, other) => one.year - other.year)
  const all = ordered.flatMap(({ people }) => people)
  if (all.every(({ excellent }) => !excellent)) return { kind: 'undefined', because: 'nobody-excellent' }
  const won = all.map(({ excellent }) => (excellent ? 1 : 0))
  const within = (figureOf: (person: SeatYear['people'][number]) => number) =>
    ordered.flatMap(({ people }) => midranks(people.map(figureOf)).map((rank) => rank / (people.length + 1)))
  const [withScore, withService] = [
    correlation(
      won,
      within(({ score }) => score),
    ),
    correlation(
      won,
      within(({ serviceYears }) => serviceYears),
    ),
  ]
  const again = repeats(ordered)
  const avoidsRepeats = again !== null && again.n >= 3 && again.share < again.byChance / 2
  return {
    kind: 'known',
    years: years.length,
    withScore,
    withService,
    againNextYear: again,
    looksLikeTurns: (withService ?? 0) > (withScore ?? 0) || (avoidsRepeats && (withScore ?? 0) < 0.3),
  }
}

function repeats(years: readonly SeatYear[]): { share: number; byChance: number; n: number } | null {
  let [n, again, byChance] = [0, 0, 0]
  for (const [at, { people }] of years.slice(1).entries()) {
    const before = new Set(years[at]?.people.flatMap(({ person, excellent }) => (excellent ? [person] : [])) ?? [])
    const here = people.filter(({ person }) => before.has(person))
    n += here.length
    again += here.filter(({ excellent }) => excellent).length
    byChance += (here.length * people.filter(({ excellent }) => excellent).length) / Math.max(1, people.length)
  }
  return n === 0 ? null : { share: again / n, byChance: byChance / n, n }
}
