import type { EvaluationBlock } from '@milepost/contract/open/audiences'
import type { PublicMeasure, PublicSnapshot } from '@milepost/contract/open/publications'

/**
 * The same measures by the blocks of the self-evaluation of spending: what money was spent as planned (execution), what was done
 * (output), what came of it (benefit), what the public thinks (satisfaction). A proposal by perspective, not yet compared with the
 * rules of the finance authority; a measure that people answer is always satisfaction.
 */
export function blocksOf({ perspectives }: PublicSnapshot): { block: EvaluationBlock; measures: PublicMeasure[] }[] {
  const placed = perspectives.flatMap(({ code, measures }) => measures.map((measure) => ({ block: blockOf(code, measure), measure })))
  return ORDER.map((block) => ({ block, measures: placed.filter((one) => one.block === block).map(({ measure }) => measure) }))
}

const ORDER = ['execution', 'output', 'benefit', 'satisfaction'] as const satisfies readonly EvaluationBlock[]

function blockOf(perspective: string, measure: PublicMeasure): EvaluationBlock {
  if (measure.n !== null) return 'satisfaction'
  if (perspective === 'FB') return 'execution'
  return perspective === 'IP' ? 'output' : 'benefit'
}
