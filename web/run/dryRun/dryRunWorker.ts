import type { DryRunFacts } from '@milepost/contract/run/dryRun'
import type { TriedWeights } from '@milepost/contract/run/dryRunCards'
import { seededRandom } from '@milepost/decision/seededRandom'
import { type DryRun, type DryRunProgress, dryRunSteps } from '@milepost/scorecard/dryRun/dryRun'
import type { Level } from './levels.ts'
import { cardsOfYears, levelsIn } from './years.ts'

/** Asked of the worker: the cards to run, and how often weights are drawn anew. */
export type DryRunAsked = { readonly years: readonly DryRunFacts[]; readonly tried: TriedWeights; readonly draws: number }
/** What came out, level by level. */
export type DryRuns = Readonly<Partial<Record<Level, DryRun>>>
export type DryRunSaid =
  | { readonly kind: 'progress'; readonly progress: DryRunProgress }
  | { readonly kind: 'done'; readonly runs: DryRuns; readonly milliseconds: number }
  | { readonly kind: 'failed'; readonly message: string }

const say = (said: DryRunSaid): void => self.postMessage(said)

/** Off the page's own thread, so that the page stays in hand and can end it. */
self.onmessage = ({ data }: MessageEvent<DryRunAsked>) => {
  const began = performance.now()
  try {
    const all = cardsOfYears(data.years, data.tried)
    const levels = levelsIn(data.years).map((level) => ({ level, cards: all.filter(({ scope }) => scope === level) }))
    const of = all.length + levels.length * data.draws
    const runs: Partial<Record<Level, DryRun>> = {}
    let before = 0
    for (const { level, cards } of levels) {
      // drawn from the same place on every level, so that a level alone and within the whole gives the same
      const steps = dryRunSteps(cards, { draws: data.draws, chance: seededRandom('dry run') })
      let step = steps.next()
      for (; !step.done; step = steps.next()) say({ kind: 'progress', progress: { done: before + step.value.done, of } })
      runs[level] = step.value
      before += cards.length + data.draws
    }
    say({ kind: 'done', runs, milliseconds: performance.now() - began })
  } catch (fault) {
    say({ kind: 'failed', message: fault instanceof Error ? fault.message : String(fault) })
  }
}
