/**
 * Exact rational arithmetic: the floor under every number that decides a grade, a rounding or a fen.
 * Decimals come in as strings, stay fractions of whole numbers inside, and are rounded only where a rule says so.
 * The single place of the project that uses fraction.js.
 */
import { Fraction } from 'fraction.js'

/** A rational number of unlimited size, always in lowest terms. */
export type Exact = Fraction
/** A plain decimal as a person types it: `"12"`, `"-0.5"`, `"89.995"`. No exponent, no spaces, no thousands separator. */
export type Decimal = string
/** A rational as text without loss: a decimal where one ends (`"81.25"`), else a fraction (`"250/3"`). */
export type ExactText = string
/** What the functions here take. A number must be a whole one: 0.1 as a double is not one tenth; use `exactFromNumber` to mean its shortest decimal. */
export type ExactInput = Exact | bigint | number | Decimal | ExactText

export type Parsed = { kind: 'exact'; value: Exact } | { kind: 'refused'; because: 'empty' | 'not-a-decimal' | 'zero-denominator' }

const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?$/
const FRACTION = /^([+-]?\d+)\/(\d+)$/

/** Reads a decimal or `n/d` text; refuses by name whatever else it is (NaN, exponents, blanks, separators). */
export function parseExact(text: string): Parsed {
  if (text === '') return { kind: 'refused', because: 'empty' }
  const decimal = DECIMAL.exec(text)
  if (decimal) {
    const places = decimal[3] ?? ''
    const digits = BigInt(`${decimal[2]}${places}`)
    return { kind: 'exact', value: new Fraction(decimal[1] === '-' ? -digits : digits, 10n ** BigInt(places.length)) }
  }
  const fraction = FRACTION.exec(text)
  if (!fraction) return { kind: 'refused', because: 'not-a-decimal' }
  const below = BigInt(fraction[2] ?? '0')
  if (below === 0n) return { kind: 'refused', because: 'zero-denominator' }
  return { kind: 'exact', value: new Fraction(BigInt(fraction[1] ?? '0'), below) }
}

/** The exact value of an input. Throws on what is not one: text from outside goes through `parseExact` first. */
export function exact(input: ExactInput): Exact {
  if (typeof input === 'object') return input
  if (typeof input === 'bigint') return new Fraction(input, 1n)
  if (typeof input === 'number') {
    if (!Number.isSafeInteger(input)) throw new TypeError(`not a whole number: ${input}; pass a decimal string`)
    return new Fraction(BigInt(input), 1n)
  }
  const parsed = parseExact(input)
  if (parsed.kind === 'refused') throw new TypeError(`not an exact number (${parsed.because}): "${input}"`)
  return parsed.value
}

/** The shortest decimal that names a double (1.005 means 1.005, as typed into a spreadsheet). Throws on NaN and infinities. */
export function exactFromNumber(value: number): Exact {
  if (!Number.isFinite(value)) throw new TypeError(`not a finite number: ${value}`)
  const [digits = '0', exponent] = String(value).split('e')
  const shift = 10n ** BigInt(Math.abs(Number(exponent ?? 0)))
  return exponent?.startsWith('-') ? exact(digits).div(shift, 1n) : exact(digits).mul(shift, 1n)
}

export const ZERO: Exact = new Fraction(0n, 1n)
export const ONE: Exact = new Fraction(1n, 1n)
export const HUNDRED: Exact = new Fraction(100n, 1n)

/** Exact sum of two. */
export const add = (a: ExactInput, b: ExactInput): Exact => exact(a).add(exact(b))
/** Exact difference, the second taken from the first. */
export const sub = (a: ExactInput, b: ExactInput): Exact => exact(a).sub(exact(b))
/** Exact product. */
export const mul = (a: ExactInput, b: ExactInput): Exact => exact(a).mul(exact(b))
/** Throws on division by zero: a zero denominator is a case its caller names before dividing. */
export const div = (a: ExactInput, b: ExactInput): Exact => exact(a).div(exact(b))
/** The value with its sign turned. */
export const negate = (a: ExactInput): Exact => exact(a).neg()
/** The value without its sign. */
export const absolute = (a: ExactInput): Exact => exact(a).abs()

/** -1, 0 or 1. */
export const compare = (a: ExactInput, b: ExactInput): number => exact(a).compare(exact(b))
/** -1 below zero, 0 for zero, 1 above. */
export const sign = (a: ExactInput): number => compare(a, ZERO)
/** Whether the value is exactly zero. */
export const isZero = (a: ExactInput): boolean => sign(a) === 0
/** The smallest of at least one value. */
export const min = (first: ExactInput, ...rest: ExactInput[]): Exact =>
  rest.reduce<Exact>((least, one) => (compare(one, least) < 0 ? exact(one) : least), exact(first))
/** The largest of at least one value. */
export const max = (first: ExactInput, ...rest: ExactInput[]): Exact =>
  rest.reduce<Exact>((most, one) => (compare(one, most) > 0 ? exact(one) : most), exact(first))
/** Exact sum of any number of values; zero for none. */
export const sum = (values: Iterable<ExactInput>): Exact => {
  // over one denominator, brought into lowest terms once at the end
  let [total, over] = [0n, 1n]
  for (const value of values) {
    const { s, n, d } = exact(value)
    if (over % d !== 0n) {
      const wider = commonMultiple(over, d)
      total *= wider / over
      over = wider
    }
    total += s * n * (over / d)
  }
  return new Fraction(total, over)
}

/** The least common multiple of two whole numbers above zero. */
export function commonMultiple(one: bigint, other: bigint): bigint {
  let [a, b] = [one, other]
  while (b !== 0n) [a, b] = [b, a % b]
  return (one / a) * other
}

/** The largest whole number not above the value. */
export function floorToInteger(input: ExactInput): bigint {
  const { s, n, d } = exact(input)
  const whole = n / d
  return s < 0n ? -(whole * d === n ? whole : whole + 1n) : whole
}

/** For drawing and sorting only, never for deciding. */
export const toNumber = (input: ExactInput): number => exact(input).valueOf()
