import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AppraisalGuard, appraisalStages, appraisalTransitions, mayReopen, mayVoid, remedyTransitions } from './appraisalStates.ts'
import { type CycleGuard, cyclePhases, cycleStepsBack, cycleTransitions, mayCancel } from './cycleStates.ts'
import { mayMove, reachable } from './transitions.ts'

const cycleGuards = [...new Set(cycleTransitions.flatMap(({ guards }) => guards))]
const appraisalGuards = [...new Set(appraisalTransitions.flatMap(({ guards }) => guards))]

describe('the cycle', () => {
  test('goes from draft to closed, one phase after the other', () => {
    expect(cycleTransitions.map(({ from }) => from)).toEqual(cyclePhases.slice(0, -1))
    expect(reachable(cycleTransitions, 'draft').size).toBe(cyclePhases.length)
  })

  test('skips no legal clock: without the steps that carry one, nothing behind them is reached', () => {
    for (const clock of ['hearing-period', 'notice-period', 'remedy-period'] as const) {
      const guarded = cycleTransitions.filter((step) => step.clock === clock)
      expect(guarded.length).toBeGreaterThan(0)
      const around = [...cycleTransitions, ...cycleStepsBack].filter((step) => step.clock !== clock)
      for (const step of guarded) expect(reachable(around, 'draft').has(step.to)).toBe(false)
    }
  })

  test('a step back is the chair’s, needs a reason, and is not taken once results are served', () => {
    expect(cycleStepsBack.every(({ actor, guards }) => actor === 'committee-chair' && guards.includes('reason-recorded'))).toBe(true)
    expect(cycleStepsBack.some(({ from }) => cyclePhases.indexOf(from) >= cyclePhases.indexOf('serving'))).toBe(false)
  })

  test('can be cancelled until grades are decided', () => {
    expect([mayCancel('deciding'), mayCancel('notice')]).toEqual([true, false])
  })

  test('no set of guards carries a cycle past a clock that has not run out', () => {
    fc.assert(
      fc.property(fc.subarray(cycleGuards), (guards) => {
        const satisfied = new Set<CycleGuard>(guards)
        const move = mayMove(cycleTransitions, { from: 'deciding', to: 'serving', satisfied })
        return (
          move.kind === 'refused' ||
          (satisfied.has('notice-period-elapsed') && satisfied.has('objections-answered') && satisfied.has('cap-holds'))
        )
      }),
    )
  })
})

describe('one appraisal', () => {
  test('reaches every stage but void from enrolment, and stops only when archived', () => {
    expect([...reachable(appraisalTransitions, 'enrolled')].toSorted()).toEqual(
      appraisalStages.filter((stage) => stage !== 'void').toSorted(),
    )
    for (const stage of appraisalStages)
      if (stage !== 'void') expect(stage === 'archived' || reachable(appraisalTransitions, stage).has('archived')).toBe(true)
  })

  test('with coarse stages the guards of the stages in between are still asked for', () => {
    const move = mayMove(appraisalTransitions, {
      from: 'noticed',
      to: 'final',
      satisfied: new Set<AppraisalGuard>(['objections-answered', 'result-letter-made', 'cap-holds']),
    })
    expect(move).toEqual({
      kind: 'refused',
      because: 'guards-open',
      path: ['noticed', 'served', 'acknowledged', 'final'],
      open: ['notice-period-elapsed', 'opinion-signed'],
    })
  })

  test('excellent is never served without its notice: no set of guards leads around it', () => {
    fc.assert(
      fc.property(
        fc.subarray(appraisalGuards.filter((guard) => guard !== 'grade-is-not-excellent' && guard !== 'notice-period-elapsed')),
        (guards) => {
          return (
            mayMove(appraisalTransitions, { from: 'decided', to: 'served', satisfied: new Set<AppraisalGuard>(guards) }).kind === 'refused'
          )
        },
      ),
    )
  })

  test('no way leads to a decision without a collective one with named deciders', () => {
    const loose = appraisalTransitions.filter(
      ({ guards }) => !guards.includes('collective-decision-recorded') || !guards.includes('deciders-named-and-not-recused'),
    )
    expect(reachable(loose, 'enrolled').has('decided')).toBe(false)
  })

  test('a suspended appraisal is not decided', () => {
    const satisfied = new Set<AppraisalGuard>(appraisalGuards.filter((guard) => guard !== 'not-suspended'))
    expect(mayMove(appraisalTransitions, { from: 'scored', to: 'decided', satisfied })).toMatchObject({
      because: 'guards-open',
      open: ['not-suspended'],
    })
  })

  test('there is no way backwards in the table', () => {
    expect(mayMove(appraisalTransitions, { from: 'decided', to: 'proposed', satisfied: new Set(appraisalGuards) })).toEqual({
      kind: 'refused',
      because: 'no-such-transition',
    })
  })

  test('may be reopened or voided before it is final, not after', () => {
    expect([mayReopen('decided'), mayReopen('final'), mayVoid('served'), mayVoid('applied')]).toEqual([true, false, true, false])
  })
})

test('a formal remedy is open to basic and unqualified only, and never ends heavier', () => {
  const first = remedyTransitions.filter(({ from, to }) => from === 'none' && to !== 'objection')
  expect(first.every(({ guards }) => guards.includes('grade-basic-or-unqualified'))).toBe(true)
  const decided = remedyTransitions.filter(({ from }) => from === 'review' || from === 'appeal' || from === 're-appeal')
  expect(decided.length).toBe(3)
  expect(decided.every(({ guards }) => guards.includes('not-heavier'))).toBe(true)
})
