import { type CycleGuard, type CyclePhase, cycleStepsBack, cycleTransitions } from './cycleStates.ts'
import { mayMove } from './transitions.ts'

/** The stages an institution sees: the seven rooms of the loop and the end. */
export const cycleStages = ['diagnose', 'choose', 'design', 'run', 'appraise', 'reward', 'open', 'closed'] as const
export type CycleStage = (typeof cycleStages)[number]

/** The phase of the full table at which each stage begins. What comes before the plan is published is one phase, in which one moves freely. */
export const phaseOfStage: Readonly<Record<CycleStage, CyclePhase>> = {
  diagnose: 'draft',
  choose: 'draft',
  design: 'draft',
  run: 'running',
  appraise: 'appraising',
  reward: 'appeal-window',
  open: 'applying',
  closed: 'closed',
}

export type StageMove =
  | { kind: 'allowed'; way: 'free' | 'forward' | 'back'; guards: readonly CycleGuard[] }
  | { kind: 'refused'; because: 'same-stage' | 'closed' | 'results-served' | 'more-than-one-back' | 'stage-skipped' }
  | { kind: 'refused'; because: 'guards-open'; guards: readonly CycleGuard[]; open: readonly CycleGuard[] }

/**
 * Whether a cycle may move from one stage to another when these guards are satisfied. Forward one stage at a time, over every guard of the
 * phases in between; back one stage, with a reason, until results are being served; among the stages of the draft, freely.
 */
export function stageMove({ from, to, satisfied }: { from: CycleStage; to: CycleStage; satisfied: ReadonlySet<CycleGuard> }): StageMove {
  const [start, end] = [phaseOfStage[from], phaseOfStage[to]]
  if (from === 'closed') return { kind: 'refused', because: 'closed' }
  if (from === to) return { kind: 'refused', because: 'same-stage' }
  if (start === end) return { kind: 'allowed', way: 'free', guards: [] }
  const distance = cycleStages.indexOf(to) - cycleStages.indexOf(from)
  if (distance > 0) {
    // from any stage of the draft the next one is the run
    if (distance > 1 && start !== 'draft') return { kind: 'refused', because: 'stage-skipped' }
    if (start === 'draft' && to !== 'run') return { kind: 'refused', because: 'stage-skipped' }
    return moved('forward', mayMove(cycleTransitions, { from: start, to: end, satisfied }))
  }
  if (distance < -1) return { kind: 'refused', because: 'more-than-one-back' }
  return moved('back', mayMove(cycleStepsBack, { from: start, to: end, satisfied }))
}

function moved(way: 'forward' | 'back', move: ReturnType<typeof mayMove<CyclePhase, CycleGuard>>): StageMove {
  if (move.kind === 'allowed') return { kind: 'allowed', way, guards: move.guards }
  if (move.because === 'no-such-transition') return { kind: 'refused', because: 'results-served' }
  return { kind: 'refused', because: 'guards-open', guards: guardsOn(move.path, way), open: move.open }
}

function guardsOn(path: readonly CyclePhase[], way: 'forward' | 'back'): readonly CycleGuard[] {
  const table = way === 'forward' ? cycleTransitions : cycleStepsBack
  return [...new Set(path.slice(1).flatMap((to, at) => table.find((step) => step.from === path[at] && step.to === to)?.guards ?? []))]
}

/** Every guard between a stage and the next, in the order of the table: what must be shown before one may go on. */
export function guardsBefore(from: CycleStage, to: CycleStage): readonly CycleGuard[] {
  const move = stageMove({ from, to, satisfied: new Set() })
  return move.kind === 'allowed' ? move.guards : move.because === 'guards-open' ? move.guards : []
}
