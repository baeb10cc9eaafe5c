import { div, type ExactInput, type ExactText, exact } from './exact.ts'

/**
 * Rounds half away from zero on the exact value and prints a fixed decimal: (59.995, 2) is "60.00", (-2.5, 0) is "-3".
 * Negative places round to tens, hundreds and so on, as ROUND of a spreadsheet does: (1250, -2) is "1300". Never prints a negative zero.
 */
export function roundHalfAway(input: ExactInput, places: number): string {
  if (places < 0) return `${roundHalfAway(div(input, 10n ** BigInt(-places)), 0)}${'0'.repeat(-places)}`.replace(/^0+$/, '0')
  const { s, n, d } = exact(input)
  const scale = 10n ** BigInt(places)
  const rounded = (2n * n * scale + d) / (2n * d)
  const digits = String(rounded).padStart(places + 1, '0')
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
  return s < 0n && rounded > 0n ? `-${text}` : text
}

/** The shortest decimal that says the value, rounded half away from zero after `maxPlaces`: "12", "12.5", "33.333333". */
export function toDecimalString(input: ExactInput, maxPlaces = 6): string {
  const text = roundHalfAway(input, maxPlaces)
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}

/** The value without loss: a decimal where it ends within twenty places, else `n/d` in lowest terms. Read back by `exact`. */
export function toExactText(input: ExactInput): ExactText {
  const value = exact(input)
  const places = placesNeeded(value.d)
  return places === undefined ? `${value.s < 0n ? '-' : ''}${value.n}/${value.d}` : toDecimalString(value, places)
}

const LONGEST = 10n ** 20n

/** Decimal places after which a fraction with this denominator ends, or undefined when it does not end within twenty. */
function placesNeeded(denominator: bigint): number | undefined {
  if (LONGEST % denominator !== 0n) return undefined
  let places = 0
  for (let power = 1n; power % denominator !== 0n; power *= 10n) places++
  return places
}
