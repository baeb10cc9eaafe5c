/** From values to pixels. A series without spread lies in the middle. */
export function scaleOf(values: readonly (number | null)[], [from, to]: readonly [number, number]): (value: number) => number {
  const known = values.filter((value) => value !== null)
  const low = Math.min(...known)
  const high = Math.max(...known)
  if (known.length === 0 || low === high) return () => (from + to) / 2
  return (value) => round(from + ((value - low) / (high - low)) * (to - from))
}

export const round = (pixels: number) => Math.round(pixels * 100) / 100

export type Placed = { readonly at: number; readonly value: number }

/** The unbroken runs of a series with gaps. */
export function segments(values: readonly (number | null)[]): readonly (readonly Placed[])[] {
  const runs: Placed[][] = []
  let open = false
  values.forEach((value, at) => {
    if (value === null) open = false
    else if (open) runs.at(-1)?.push({ at, value })
    else {
      runs.push([{ at, value }])
      open = true
    }
  })
  return runs
}

/** Round figures for an axis: at most `most` of them, covering low to high. */
export function ticks(low: number, high: number, most = 5): readonly number[] {
  if (!(high > low)) return [low]
  const rough = (high - low) / most
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 2.5, 5, 10].map((m) => m * power).find((size) => (high - low) / size <= most) ?? 10 * power
  const first = Math.ceil(low / step)
  return Array.from({ length: Math.floor(high / step) - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)))
}
