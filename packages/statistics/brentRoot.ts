/**
 * The zero of a continuous function between two points where it has opposite signs (Brent 1973, `zeroin`). `tolerance` is absolute; 0 goes to the last
 * double. A function that does not change sign gives the end where it is nearer to zero.
 */
export function brentRoot(f: (x: number) => number, from: number, to: number, tolerance = 0): number {
  let [a, b] = [from, to]
  let [fa, fb] = [f(a), f(b)]
  if (fa === 0) return a
  if (Math.sign(fa) === Math.sign(fb)) return Math.abs(fa) < Math.abs(fb) ? a : b
  let [c, fc] = [a, fa]
  for (let step = 0; step < MOST_STEPS; step++) {
    const previous = b - a
    if (Math.abs(fc) < Math.abs(fb)) {
      ;[a, b, c] = [b, c, b]
      ;[fa, fb, fc] = [fb, fc, fb]
    }
    const within = 2 * Number.EPSILON * Math.abs(b) + tolerance / 2
    const half = (c - b) / 2
    if (Math.abs(half) <= within || fb === 0) return b
    const wanted =
      Math.abs(previous) >= within && Math.abs(fa) > Math.abs(fb) ? interpolated({ a, b, c, fa, fb, fc }, previous, within) : half
    const move = Math.abs(wanted) < within ? Math.sign(wanted || 1) * within : wanted
    ;[a, fa] = [b, fb]
    b += move
    fb = f(b)
    if (Math.sign(fb) === Math.sign(fc)) [c, fc] = [a, fa]
  }
  return b
}

type Bracket = { a: number; b: number; c: number; fa: number; fb: number; fc: number }

/** The step by inverse quadratic interpolation, or linear where two points coincide; half the bracket when it would leave it. */
function interpolated({ a, b, c, fa, fb, fc }: Bracket, previous: number, within: number): number {
  const width = c - b
  const ratio = fb / fa
  let [p, q] = [width * ratio, 1 - ratio]
  if (a !== c) {
    const [far, near] = [fa / fc, fb / fc]
    p = ratio * (width * far * (far - near) - (b - a) * (near - 1))
    q = (far - 1) * (near - 1) * (ratio - 1)
  }
  if (p > 0) q = -q
  else p = -p
  const fits = p < 0.75 * width * q - Math.abs(within * q) / 2 && p < Math.abs((previous * q) / 2)
  return fits ? p / q : width / 2
}

const MOST_STEPS = 1000
