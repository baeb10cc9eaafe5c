import type { DryRunFacts } from '@milepost/contract/run/dryRun'
import type { TriedWeights } from '@milepost/contract/run/dryRunCards'
import { seededRandom } from '@milepost/decision/seededRandom'
import { type DryRun, type DryRunProgress, dryRunSteps } from '@milepost/scorecard/dryRun/dryRun'
import { cardsOfYears } from './years.ts'

/** Asked of the worker: the cards to run, and how often weights are drawn anew. */
export type DryRunAsked = { readonly years: readonly DryRunFacts[]; readonly tried: TriedWeights; readonly draws: number }
export type DryRunSaid =
  | { readonly kind: 'progress'; readonly progress: DryRunProgress }
  | { readonly kind: 'done'; readonly run: DryRun; readonly milliseconds: number }
  | { readonly kind: 'failed'; readonly message: string }

const say = (said: DryRunSaid): void => self.postMessage(said)

/** Off the page's own thread, so that the page stays in hand and can end it. */
self.onmessage = ({ data }: MessageEvent<DryRunAsked>) => {
  const began = performance.now()
  try {
    const steps = dryRunSteps(cardsOfYears(data.years, data.tried), { draws: data.draws, chance: seededRandom('dry run') })
    for (;;) {
      const step = steps.next()
      if (step.done) return say({ kind: 'done', run: step.value, milliseconds: performance.now() - began })
      say({ kind: 'progress', progress: step.value })
    }
  } catch (fault) {
    say({ kind: 'failed', message: fault instanceof Error ? fault.message : String(fault) })
  }
}
