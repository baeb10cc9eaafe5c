/** Dots of a distribution, stacked where they would cover each other. Pure; pixels in, pixels out. */
export type Dot<D> = { readonly dot: D; readonly x: number /** 0 is the lowest place. */; readonly place: number }

export function stackedDots<D extends { readonly value: number }>(
  dots: readonly D[],
  x: (value: number) => number,
  size: number,
): readonly Dot<D>[] {
  const heights = new Map<number, number>()
  return [...dots]
    .sort((a, b) => a.value - b.value)
    .map((dot) => {
      const column = Math.round(x(dot.value) / size)
      const place = heights.get(column) ?? 0
      heights.set(column, place + 1)
      return { dot, x: column * size, place }
    })
}

export type Bar = { readonly from: number; readonly to: number; readonly count: number }

/** For a hundred and more: how many fall between round figures. The last bar includes its upper end. */
export function bars(values: readonly number[], edges: readonly number[]): readonly Bar[] {
  return edges.slice(0, -1).map((from, i) => {
    const to = edges[i + 1] ?? from
    const last = i === edges.length - 2
    return { from, to, count: values.filter((value) => value >= from && (value < to || (last && value === to))).length }
  })
}
