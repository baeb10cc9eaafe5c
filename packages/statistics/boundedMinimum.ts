/** A function to minimise: its value and its gradient at a point. */
export type Objective = (x: readonly number[]) => { readonly value: number; readonly gradient: readonly number[] }
export type Minimum = { readonly x: readonly number[]; readonly value: number; readonly converged: boolean }

/**
 * Minimises within a box by projected BFGS (Nocedal & Wright 2006, ch. 6 and 16.7): coordinates at a bound whose gradient points outward are held,
 * the others follow a quasi-Newton step with backtracking. `converged` when no free coordinate has a gradient above 1e-9 or the steps have
 * come to rest.
 */
export function boundedMinimum(objective: Objective, start: readonly number[], low: number, high: number): Minimum {
  const clip = (value: number): number => Math.min(high, Math.max(low, value))
  let x = start.map(clip)
  let { value, gradient } = objective(x)
  let inverse = identity(x.length)
  let resting = 0
  for (let step = 0; step < MOST_STEPS; step++) {
    const free = x.map((at, i) => !((at <= low && gradient[i]! > 0) || (at >= high && gradient[i]! < 0)))
    const slope = gradient.map((g, i) => (free[i] ? g : 0))
    if (Math.max(...slope.map(Math.abs)) < SMALLEST_GRADIENT) return { x, value, converged: true }
    let direction = slope.map((_, i) => (free[i] ? -slope.reduce((total, g, j) => total + inverse[i]![j]! * g, 0) : 0))
    if (dot(direction, slope) >= 0) {
      inverse = identity(x.length)
      direction = slope.map((g) => -g)
    }
    const found = lineSearch(objective, { x, value, slope }, direction, clip)
    if (found === undefined) {
      if (resting++ > 0) return { x, value, converged: true }
      inverse = identity(x.length)
      continue
    }
    resting = value - found.value <= RESTING * Math.abs(value) ? resting + 1 : 0
    const moved = found.x.map((at, i) => at - x[i]!)
    const turned = found.gradient.map((g, i) => g - gradient[i]!)
    inverse = updated(inverse, moved, turned)
    ;({ x, value, gradient } = found)
    if (resting > 5) return { x, value, converged: true }
  }
  return { x, value, converged: false }
}

type Point = { x: number[]; value: number; gradient: readonly number[] }

/** Halves the step until the value falls enough (Armijo); `undefined` when no step of any size helps. */
function lineSearch(
  objective: Objective,
  from: { x: readonly number[]; value: number; slope: readonly number[] },
  direction: readonly number[],
  clip: (value: number) => number,
): Point | undefined {
  for (let size = 1; size > 1e-14; size /= 2) {
    const x = from.x.map((at, i) => clip(at + size * direction[i]!))
    const fall = x.reduce((total, at, i) => total + (at - from.x[i]!) * from.slope[i]!, 0)
    const found = objective(x)
    if (fall < 0 && found.value <= from.value + 1e-4 * fall) return { x, value: found.value, gradient: found.gradient }
  }
  return undefined
}

/** The BFGS update of the inverse Hessian; left alone where the curvature is not positive. */
function updated(inverse: number[][], moved: readonly number[], turned: readonly number[]): number[][] {
  const curvature = dot(moved, turned)
  if (!(curvature > 1e-14 * Math.sqrt(dot(moved, moved) * dot(turned, turned)))) return inverse
  const ahead = inverse.map((row) => dot(row, turned))
  const scale = (1 + dot(turned, ahead) / curvature) / curvature
  return inverse.map((row, i) =>
    row.map((value, j) => value + scale * moved[i]! * moved[j]! - (ahead[i]! * moved[j]! + moved[i]! * ahead[j]!) / curvature),
  )
}

const identity = (size: number): number[][] =>
  Array.from({ length: size }, (_, i) => Array.from({ length: size }, (__, j) => (i === j ? 1 : 0)))
const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((total, value, i) => total + value * b[i]!, 0)
const SMALLEST_GRADIENT = 1e-9
const RESTING = 1e-15
const MOST_STEPS = 2000
