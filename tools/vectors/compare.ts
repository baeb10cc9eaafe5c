import type { Expected } from './vector.ts'

/** What a function of the product answers: numbers by name; `null` where one cannot be had; a field it does not offer is absent. */
export type Answer = number | string | boolean | null | undefined | readonly Answer[] | { readonly [field: string]: Answer }
export type Tolerance = { readonly abs: number; readonly rel: number }
export type Difference = { readonly path: string; readonly got: Answer; readonly expected: Expected }
export type Comparison = { readonly wrong: Difference[]; readonly notOffered: string[]; readonly checked: number }

/** Compares an answer with what is expected, number by number: |got - expected| <= max(abs, rel |expected|). A number where none is expected is wrong, and so is NaN anywhere. */
export function compare(got: Answer, expected: Expected, tolerance: Tolerance, path = ''): Comparison {
  if (got === undefined) return { wrong: [], notOffered: expected === null ? [] : [path], checked: 0 }
  if (Array.isArray(expected)) {
    if (!Array.isArray(got) || got.length !== expected.length) return { wrong: [{ path, got, expected }], notOffered: [], checked: 1 }
    const items: readonly Answer[] = got
    return together(expected.map((one, index) => compare(items[index], one, tolerance, `${path}[${index}]`)))
  }
  if (isRecord(expected)) {
    const fields = isRecord(got) ? got : undefined
    if (!fields) return { wrong: [{ path, got, expected }], notOffered: [], checked: 1 }
    return together(
      Object.keys(expected).map((field) => compare(fields[field], expected[field] ?? null, tolerance, path ? `${path}.${field}` : field)),
    )
  }
  return { wrong: agree(got, expected, tolerance) ? [] : [{ path, got, expected }], notOffered: [], checked: 1 }
}

function agree(got: Answer, expected: Expected, tolerance: Tolerance): boolean {
  if (expected === null || typeof expected === 'boolean') return got === expected
  if (expected === 'Infinity' || expected === '-Infinity') return got === Number(expected)
  if (typeof expected === 'string') return String(got) === expected
  if (typeof got !== 'number' || typeof expected !== 'number') return false
  return Math.abs(got - expected) <= Math.max(tolerance.abs, tolerance.rel * Math.abs(expected))
}

function together(parts: readonly Comparison[]): Comparison {
  return {
    wrong: parts.flatMap((part) => part.wrong),
    notOffered: parts.flatMap((part) => part.notOffered),
    checked: parts.reduce((total, part) => total + part.checked, 0),
  }
}

function isRecord<T>(value: T): value is T & { readonly [field: string]: Exclude<T, readonly unknown[]> & (Answer & Expected) } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
