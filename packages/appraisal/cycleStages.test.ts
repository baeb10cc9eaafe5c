import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CycleStage, cycleStages, guardsBefore, stageMove } from './cycleStages.ts'
import type { CycleGuard } from './cycleStates.ts'

const all = (from: CycleStage, to: CycleStage) => new Set(guardsBefore(from, to))

test('among the stages of the draft one moves freely; from there the next is the run', () => {
  expect(stageMove({ from: 'design', to: 'diagnose', satisfied: new Set() })).toMatchObject({ kind: 'allowed', way: 'free' })
  expect(stageMove({ from: 'design', to: 'appraise', satisfied: all('design', 'run') })).toMatchObject({ because: 'stage-skipped' })
  expect(stageMove({ from: 'run', to: 'reward', satisfied: new Set() })).toMatchObject({ because: 'stage-skipped' })
})

test('no stage is entered over an open guard: the hearing of staff stands before the run, the notice before the reward', () => {
  expect(guardsBefore('design', 'run')).toEqual(
    expect.arrayContaining(['hearing-period-elapsed', 'every-comment-answered', 'plans-agreed-or-excepted']),
  )
  expect(guardsBefore('appraise', 'reward')).toEqual(
    expect.arrayContaining(['quorum-and-minutes', 'notice-period-elapsed', 'objections-answered']),
  )
  expect(guardsBefore('open', 'closed')).toContain('remedies-closed-or-handed-over')
})

test('one step back asks for a reason, and results that are being served are not stepped back', () => {
  expect(stageMove({ from: 'appraise', to: 'run', satisfied: new Set() })).toMatchObject({
    because: 'guards-open',
    open: ['reason-recorded'],
  })
  expect(stageMove({ from: 'appraise', to: 'run', satisfied: new Set(['reason-recorded']) })).toMatchObject({
    kind: 'allowed',
    way: 'back',
  })
  expect(stageMove({ from: 'reward', to: 'appraise', satisfied: new Set(['reason-recorded']) })).toMatchObject({
    because: 'results-served',
  })
  expect(stageMove({ from: 'closed', to: 'open', satisfied: new Set(['reason-recorded']) })).toMatchObject({ because: 'closed' })
})

test('a move is allowed exactly when every guard on the way is satisfied', () => {
  const steps = cycleStages.slice(2, -1).map((from, at) => [from, cycleStages[at + 3] ?? 'closed'] as const)
  fc.assert(
    fc.property(fc.constantFrom(...steps), fc.infiniteStream(fc.boolean()), ([from, to], coin) => {
      const guards = guardsBefore(from, to)
      const satisfied = new Set<CycleGuard>(guards.filter(() => coin.next().value))
      const move = stageMove({ from, to, satisfied })
      expect(move.kind === 'allowed').toBe(guards.every((guard) => satisfied.has(guard)))
      if (move.kind === 'refused' && move.because === 'guards-open')
        expect([...move.open].sort()).toEqual(guards.filter((one) => !satisfied.has(one)).sort())
    }),
  )
})
