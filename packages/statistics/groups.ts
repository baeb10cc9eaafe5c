import type { Series } from './answers.ts'
import { type Excluded, leftOut } from './evidence.ts'

export type Group = { readonly name: string; readonly values: readonly number[] }

/**
 * Splits a variable by group. Groups come in the order of their names (numbers by size), cases without value or group are left out and counted.
 * Every group that is named by a case appears, with no values when none of its cases answered. Throws on NaN and infinities: a gap is `null`.
 */
export function groupsOf(series: Series, membership: readonly (string | number | null)[]): { groups: Group[]; excluded: Excluded } {
  if (series.length !== membership.length) throw new RangeError('every case needs its group or null')
  const values = new Map<string, number[]>()
  let [missing, ungrouped] = [0, 0]
  series.forEach((value, index) => {
    const name = membership[index] ?? null
    if (name === null) ungrouped++
    else {
      const group = values.get(String(name)) ?? []
      values.set(String(name), group)
      if (value === null) missing++
      else if (!Number.isFinite(value)) throw new RangeError(`not an answer: ${value}`)
      else group.push(value)
    }
  })
  const groups = [...values].map(([name, members]) => ({ name, values: members })).sort((a, b) => byName(a.name, b.name))
  return { groups, excluded: leftOut({ missing, 'no-group': ungrouped }) }
}

function byName(a: string, b: string): number {
  const [x, y] = [Number(a), Number(b)]
  if (a !== '' && b !== '' && Number.isFinite(x) && Number.isFinite(y)) return x - y
  return a < b ? -1 : a > b ? 1 : 0
}
