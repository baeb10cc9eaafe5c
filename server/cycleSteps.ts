import { type CycleStage, cycleStages, guardsBefore, stageMove } from '@milepost/appraisal/cycleStages'
import type { CycleGuard } from '@milepost/appraisal/cycleStates'
import { DONE } from '@milepost/contract/fields'
import { readCycleSteps, STATED, setStage, stateCondition, stepBack } from '@milepost/contract/institution/cycleSteps'
import { Refusal } from '@milepost/contract/refusals'
import { conditionView, mayBeStated, readConditions } from './cycleConditions.ts'
import { findCycle, insertStatement, listMoves, makeStale, moveCycle, openCycle, stageName } from './institution/published.ts'
import type { Route } from './platform/http/serve.ts'
import { serve } from './platform/http/serve.ts'

/** A cycle goes from stage to stage only over the guards of the table in packages/appraisal; every room says how its own stand. */

const REASON: ReadonlySet<CycleGuard> = new Set(['reason-recorded'])

const nextOf = (stage: CycleStage): CycleStage | null => cycleStages[cycleStages.indexOf(stage) + 1] ?? null

function backOf(stage: CycleStage): CycleStage | null {
  const before = cycleStages[cycleStages.indexOf(stage) - 1]
  if (before === undefined) return null
  const move = stageMove({ from: stage, to: before, satisfied: REASON })
  return move.kind === 'allowed' && move.way === 'back' ? before : null
}

const readCycleStepsRoute = serve(readCycleSteps, {
  run: async ({ tx, institutionId, input, actor, today, library, config }) => {
    const cycle = await findCycle(tx, institutionId, input.cycleId)
    if (!cycle) throw new Refusal('not-found')
    const to = nextOf(cycle.stage)
    const conditions = to
      ? await readConditions(tx, institutionId, { cycle, guards: guardsBefore(cycle.stage, to), today, library, timeZone: config.timeZone })
      : []
    const moves = await listMoves(tx, institutionId, cycle.cycleId)
    return {
      stage: cycle.stage,
      next: to && { to, conditions: conditions.map((one) => conditionView(one, actor)) },
      back: backOf(cycle.stage),
      moves: moves.map(({ from, to: moved, reason, by, at }) => ({ from, to: moved, reason, by, on: at.toISOString() })),
    }
  },
})

const setStageRoute = serve(setStage, {
  run: async ({ tx, institutionId, input, actor, now, today, library, config, audit }) => {
    const cycle = await openCycle(tx, institutionId, input.cycleId)
    const { stage: from } = cycle
    const guards = guardsBefore(from, input.stage)
    const conditions = await readConditions(tx, institutionId, { cycle, guards, today, library, timeZone: config.timeZone })
    const satisfied = new Set(conditions.filter((one) => one.state === 'met').map((one) => one.guard))
    const move = stageMove({ from, to: input.stage, satisfied })
    if (move.kind === 'refused') {
      if (move.because === 'guards-open' && move.open.includes('reason-recorded')) throw stepRefused('by-chair')
      if (move.because === 'guards-open') {
        const missing = conditions.filter((one) => one.state !== 'met')
        const name = stageName(input.stage)
        throw new Refusal('cycle-conditions-open', {
          ...{ stage: name.zh, stageEn: name.en, links: missing.map((one) => one.href ?? '') },
          ...{ open: missing.map((one) => plain(one.says.zh)), openEn: missing.map((one) => plain(one.says.en)) },
        })
      }
      throw stepRefused(move.because)
    }
    if (move.way === 'back') throw stepRefused('by-chair')
    const alone = conditions.find((one) => one.exceptedBy !== undefined && one.exceptedBy === actor.accountId)
    if (alone) throw new Refusal('cycle-second-person', { what: plain(alone.says.zh), whatEn: plain(alone.says.en) })
    await saveMove({ tx, institutionId, cycleId: cycle.cycleId, from, to: input.stage, reason: '', by: actor.name, at: now })
    audit({ kind: 'cycle', id: cycle.cycleId, detail: { before: from, after: input.stage, conditions: satisfied.size } })
    return DONE
  },
})

/** By a leader and with a reason; what had been stated on the way has to be stated anew. */
const stepBackRoute = serve(stepBack, {
  run: async ({ tx, institutionId, input, actor, now, audit }) => {
    const { cycleId, stage: from } = await openCycle(tx, institutionId, input.cycleId)
    const to = backOf(from)
    if (to === null) throw stepRefused('results-served')
    await saveMove({ tx, institutionId, cycleId, from, to, reason: input.reason, by: actor.name, at: now })
    await makeStale(tx, institutionId, cycleId, guardsBefore(to, from))
    audit({ kind: 'cycle', id: cycleId, detail: { before: from, after: to, reason: input.reason } })
    return { stage: to }
  },
})

const stateConditionRoute = serve(stateCondition, {
  run: async ({ tx, institutionId, input, actor, now, today, library, config, audit }) => {
    const cycle = await openCycle(tx, institutionId, input.cycleId)
    const to = nextOf(cycle.stage)
    const guards = to ? guardsBefore(cycle.stage, to) : []
    const [condition] = await readConditions(tx, institutionId, {
      cycle,
      guards: guards.filter((one) => one === input.guard),
      today,
      library,
      timeZone: config.timeZone,
    })
    if (!condition) throw new Refusal('not-found')
    const role = STATED[condition.guard]
    if (role === undefined || !actor.roles.includes(role)) throw new Refusal('not-permitted')
    if (!mayBeStated(condition.guard, condition))
      throw new Refusal('condition-not-stated', { why: plain(condition.says.zh), whyEn: plain(condition.says.en) })
    await insertStatement(tx, institutionId, {
      ...{ cycleId: cycle.cycleId, guard: condition.guard, note: input.note },
      ...{ by: actor.name, accountId: actor.accountId, at: now },
    })
    audit({ kind: 'cycle', id: cycle.cycleId, detail: { guard: condition.guard, note: input.note } })
    return DONE
  },
})

async function saveMove({
  tx,
  institutionId,
  ...move
}: { tx: Parameters<typeof moveCycle>[0]; institutionId: string } & Parameters<typeof moveCycle>[2]) {
  if (!(await moveCycle(tx, institutionId, move))) throw new Refusal('changed-meanwhile')
}

/** A sentence as part of another. */
const plain = (sentence: string) => sentence.replace(/[。.]$/, '')

const WHY = {
  'same-stage': { zh: '周期已在这一环节', en: 'it stands there already' },
  closed: { zh: '周期已结束', en: 'it is closed' },
  'results-served': {
    zh: '结果送达之后不再退回，有误的按更正、复核办理',
    en: 'once results are served they are corrected or reviewed, not stepped back',
  },
  'more-than-one-back': { zh: '一次只能退回一个环节', en: 'it steps back one stage at a time' },
  'stage-skipped': { zh: '不能越过环节', en: 'no stage can be skipped' },
  'by-chair': { zh: '退回须由领导说明理由后办理', en: 'only a leader takes it back, with a reason' },
} as const

const stepRefused = (because: keyof typeof WHY) => new Refusal('cycle-step-refused', { why: WHY[because].zh, whyEn: WHY[because].en })

export const cycleStepRoutes: readonly Route[] = [readCycleStepsRoute, setStageRoute, stepBackRoute, stateConditionRoute]
