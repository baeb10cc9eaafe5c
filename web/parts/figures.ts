/**
 * How figures are written. Decimals travel as text and are cut for the eye only, half away from zero; a missing figure
 * is never written as 0.
 */
export type Figures = string | number | null

/** "1234.5" -> "1,234.50" with digits 2; without digits as many as there are. null -> "?"; what is no figure stays as it is. */
export function written(value: Figures, digits?: number): string {
  if (value === null || value === '' || (typeof value === 'number' && !Number.isFinite(value))) return '?'
  const text = typeof value === 'number' ? plain(value) : value.trim()
  const [, minus, whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? []
  if (whole === '') return text
  const sign = minus === '-' ? '−' : ''
  if (digits === undefined || fraction.length <= digits) return joined(sign, whole, fraction.padEnd(digits ?? 0, '0'))
  const kept = BigInt(whole + fraction.slice(0, digits)) + (Number(fraction[digits]) >= 5 ? 1n : 0n)
  const figures = kept.toString().padStart(digits + 1, '0')
  return joined(kept === 0n ? '' : sign, figures.slice(0, figures.length - digits), digits === 0 ? '' : figures.slice(-digits))
}

/** Basis points as a percentage: 1250 -> "12.5 %". */
export function percentOfBasisPoints(basisPoints: number | null): string {
  return basisPoints === null ? '?' : `${written(hundredth(basisPoints))}%`
}

/** Whole fen as yuan: 123456 -> "¥1,234.56". Exact. */
export function yuanOfFen(fen: number | null): string {
  if (fen === null) return '?'
  const digits = String(Math.abs(fen)).padStart(3, '0')
  return `${fen < 0 ? '−' : ''}¥${grouped(digits.slice(0, -2))}.${digits.slice(-2)}`
}

/** For drawing only: where a decimal text stands on an axis; null when it is no figure. */
export function drawable(value: Figures): number | null {
  if (value === null || value === '') return null
  const number = Number(value)
  return Number.isFinite(number) ? number : null
}

const hundredth = (basisPoints: number) => String(basisPoints / 100)
const plain = (value: number) => (Math.abs(value) < 1e-6 || Math.abs(value) >= 1e15 ? value.toFixed(9) : String(value))
const grouped = (whole: string) => whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')
const joined = (sign: string, whole: string, fraction: string) => `${sign}${grouped(whole)}${fraction === '' ? '' : `.${fraction}`}`
