/** @jsxImportSource preact */

const WIDTH = 64
const HEIGHT = 20

/** The years as a line; a year without a figure leaves a gap. Nothing is drawn from a single year. */
export function Spark({ values }: { values: readonly (string | null)[] }) {
  const known = values.flatMap((value) => (value === null ? [] : [Number(value)]))
  if (known.length < 2) return <span class="spark" />
  const [least, most] = [Math.min(...known), Math.max(...known)]
  const x = (at: number) => 2 + (at / (values.length - 1)) * (WIDTH - 4)
  const y = (value: number) => (most === least ? HEIGHT / 2 : HEIGHT - 3 - ((value - least) / (most - least)) * (HEIGHT - 6))
  const path = values
    .map((value, at) =>
      value === null ? '' : `${at === 0 || values[at - 1] === null ? 'M' : 'L'}${x(at).toFixed(1)} ${y(Number(value)).toFixed(1)}`,
    )
    .join('')
  return (
    <svg class="spark" width={WIDTH} height={HEIGHT} aria-hidden="true">
      <path d={path} fill="none" stroke="currentColor" stroke-width="1.6" />
    </svg>
  )
}
