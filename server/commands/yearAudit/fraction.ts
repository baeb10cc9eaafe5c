/** Fractions of whole numbers, for the audit alone: nothing here is shared with what it checks. */
export type Fraction = { readonly top: bigint; readonly bottom: bigint }

const of = (top: bigint, bottom: bigint): Fraction => {
  if (bottom === 0n) throw new RangeError('nothing is divided by nought')
  let [a, b] = [top < 0n ? -top : top, bottom < 0n ? -bottom : bottom]
  while (b !== 0n) [a, b] = [b, a % b]
  const by = (a === 0n ? 1n : a) * (bottom < 0n ? -1n : 1n)
  return { top: top / by, bottom: bottom / by }
}

/** "12.50", "-3", "250/3" or a whole number. */
export function fraction(text: string | number | bigint): Fraction {
  const [above = '', below] = String(text).split('/')
  if (below !== undefined) return of(BigInt(above), BigInt(below))
  const [whole = '', places = ''] = above.split('.')
  return of(BigInt(`${whole}${places}`), 10n ** BigInt(places.length))
}

export const plus = (a: Fraction, b: Fraction) => of(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom)
export const minus = (a: Fraction, b: Fraction) => of(a.top * b.bottom - b.top * a.bottom, a.bottom * b.bottom)
export const times = (a: Fraction, b: Fraction) => of(a.top * b.top, a.bottom * b.bottom)
export const over = (a: Fraction, b: Fraction) => of(a.top * b.bottom, a.bottom * b.top)
export const total = (all: readonly Fraction[]) => all.reduce(plus, NOUGHT)
export const isLess = (a: Fraction, b: Fraction) => a.top * b.bottom < b.top * a.bottom
export const isSame = (a: Fraction, b: Fraction) => a.top === b.top && a.bottom === b.bottom
export const between = (low: Fraction, value: Fraction, high: Fraction) => (isLess(value, low) ? low : isLess(high, value) ? high : value)
export const NOUGHT = of(0n, 1n)
export const WHOLE = of(1n, 1n)

/** Two places, a half away from nought. */
export function twoPlaces({ top, bottom }: Fraction): string {
  const size = top < 0n ? -top : top
  const hundredths = (size * 200n + bottom) / (bottom * 2n)
  const digits = String(hundredths).padStart(3, '0')
  return `${top < 0n && hundredths > 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
