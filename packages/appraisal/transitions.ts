/** One allowed step of a state machine. `actor` does it; every guard must be satisfied; a guard that is a legal clock is named in `clock`. */
export type Transition<State extends string, Guard extends string, Actor extends string, Clock extends string> = {
  from: State
  to: State
  actor: Actor
  guards: readonly Guard[]
  clock?: Clock
}

export type Move<State extends string, Guard extends string> =
  | { kind: 'allowed'; path: readonly State[]; guards: readonly Guard[] }
  | { kind: 'refused'; because: 'no-such-transition' }
  /** The way with the fewest guards still open. */
  | { kind: 'refused'; because: 'guards-open'; path: readonly State[]; open: readonly Guard[] }

type Step<State extends string, Guard extends string> = { from: State; to: State; guards: readonly Guard[] }

/**
 * Whether one may go from a state to another when these guards are satisfied. A caller that keeps fewer states than the table may skip
 * over the ones in between, but never over their guards: a way of several steps needs every guard on it, legal clocks included.
 * Steps are followed forward only; no state is visited twice.
 */
export function mayMove<State extends string, Guard extends string>(
  table: readonly Step<State, Guard>[],
  move: { from: State; to: State; satisfied: ReadonlySet<Guard> },
): Move<State, Guard> {
  let best: { path: readonly State[]; guards: readonly Guard[]; open: readonly Guard[] } | undefined
  for (const steps of ways(table, move.from, move.to, [move.from])) {
    const guards = [...new Set(steps.flatMap((step) => step.guards))]
    const open = guards.filter((guard) => !move.satisfied.has(guard))
    const path = [move.from, ...steps.map((step) => step.to)]
    if (!best || open.length < best.open.length || (open.length === best.open.length && path.length < best.path.length))
      best = { path, guards, open }
  }
  if (!best) return { kind: 'refused', because: 'no-such-transition' }
  const { path, guards, open } = best
  return open.length === 0 ? { kind: 'allowed', path, guards } : { kind: 'refused', because: 'guards-open', path, open }
}

function* ways<State extends string, Guard extends string>(
  table: readonly Step<State, Guard>[],
  from: State,
  to: State,
  visited: readonly State[],
): Generator<readonly Step<State, Guard>[]> {
  for (const step of table) {
    if (step.from !== from || visited.includes(step.to)) continue
    if (step.to === to) yield [step]
    else for (const rest of ways(table, step.to, to, [...visited, step.to])) yield [step, ...rest]
  }
}

/** Every state that can be reached, the start included. */
export function reachable<State extends string>(table: readonly { from: State; to: State }[], start: State): ReadonlySet<State> {
  const reached = new Set<State>([start])
  for (const state of reached) for (const step of table) if (step.from === state) reached.add(step.to)
  return reached
}
