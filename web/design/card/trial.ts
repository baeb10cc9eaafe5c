import { WHOLE } from '@milepost/contract/design/weights'
import { exact, parseExact } from '@milepost/exact/exact'
import { toExactText } from '@milepost/exact/rounding'
import { RULE_REFUSALS } from '@milepost/scorecard/ruleRefusals'
import type { ScoringRule } from '@milepost/scorecard/rules'
import { scoreCard } from '@milepost/scorecard/scoreCard'
import { scoreMeasure } from '@milepost/scorecard/scoreMeasure'
import { compileRule, targetOf } from '@milepost/scorecard/scoringFunctions'
import type { Bilingual } from '@milepost/terms/bilingual'
import type { Anchor } from '../../parts/CurvePicture.tsx'
import type { DraftLine } from './draft.ts'

/** What a rule makes of an actual, worked out here by the engine the server uses. */
export type Trial =
  | { readonly kind: 'refused'; readonly message: Bilingual; readonly mend: Bilingual }
  /** Counts, checklists, judgements and monitored measures have no curve. */
  | { readonly kind: 'no-curve' }
  | { readonly kind: 'curve'; readonly anchors: readonly Anchor[]; readonly target: string | null; readonly point: Anchor | null }

export function trialOf(rule: ScoringRule, actual: string | null): Trial {
  const compiled = compileRule(rule)
  if (compiled.kind === 'refused') return { kind: 'refused', ...RULE_REFUSALS[compiled.because] }
  if (compiled.kind !== 'line') return { kind: 'no-curve' }
  const target = targetOf(compiled)
  const figure = actual === null ? null : parseExact(actual)
  const scored = scoreMeasure({ kind: 'figure', value: figure?.kind === 'exact' ? figure.value : (target ?? exact(0)) }, rule)
  if (scored.kind !== 'scored') return { kind: 'no-curve' }
  return {
    kind: 'curve',
    anchors: (scored.anchors ?? []).map(({ x, y }) => ({ actual: x, score: y })),
    target: target === null ? null : toExactText(target),
    point: figure?.kind === 'exact' && actual !== null ? { actual, score: scored.official } : null,
  }
}

export type CardTrial = { readonly score: string | null; readonly byLine: ReadonlyMap<string, string | null> }

/** The whole card with trial actuals; a line without one stands at its target. Lines whose rule has no target are left out. */
export function trialCard(lines: readonly DraftLine[], actuals: Readonly<Record<string, string>>): CardTrial {
  const tried = lines.flatMap((line) => {
    const compiled = compileRule(line.rule)
    const target = compiled.kind === 'refused' ? null : targetOf(compiled)
    const actual = actuals[line.key] ?? (target === null ? null : toExactText(target))
    return actual === null || parseExact(actual).kind !== 'exact' ? [] : [{ line, actual }]
  })
  if (tried.length === 0) return { score: null, byLine: new Map() }
  const result = scoreCard({
    cardId: 'trial',
    scope: 'institution',
    name: { zh: '', en: '' },
    mode: 'official',
    period: { from: '2000-01-01', to: '2000-12-31' },
    scheme: { strict100: false, coverageGateBp: 0, notApplicableGateBp: WHOLE },
    perspectives: [
      {
        id: 'all',
        name: { zh: '', en: '' },
        objectives: [
          {
            id: 'all/lines',
            name: { zh: '', en: '' },
            measures: tried.map(({ line, actual }) => ({
              id: line.key,
              name: line.name,
              unit: line.unit,
              weightBp: line.weightBp,
              rule: line.rule,
              values: [{ period: '2000', state: 'reported' as const, actual }],
            })),
          },
        ],
      },
    ],
  })
  return { score: result.final?.official ?? null, byLine: new Map(result.measures.map((measure) => [measure.id, measure.official])) }
}
