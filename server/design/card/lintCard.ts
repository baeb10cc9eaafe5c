import type { CardDesign } from '@milepost/contract/design/card'
import type { LintFinding } from '@milepost/contract/design/lint'
import type { MeasureDesign } from '@milepost/contract/design/measure'
import type { ScorecardDesign } from '@milepost/contract/design/scorecardDesign'
import { linesOf, percentOf, perspectiveTotals } from '@milepost/contract/design/weights'
import { CARD_LINTS } from '@milepost/scorecard/lintCodes'
import { lintScorecard } from '@milepost/scorecard/lintScorecard'
import type { Bilingual } from '@milepost/terms/bilingual'
import { definitionOf } from '../measure/lintMeasures.ts'

/** What the engine says of a card's design, each finding with the name of what it is about. */
export function lintOfCard(card: CardDesign, measures: readonly MeasureDesign[]): LintFinding[] {
  const measureById = new Map(measures.map((measure) => [measure.measureId, measure]))
  const lint = lintScorecard({
    id: card.cardId,
    scope: card.holderKind,
    objectives: card.perspectives.flatMap((perspective) =>
      perspective.objectives.map((objective) => ({
        id: objective.objectiveId ?? `${card.cardId}/${objective.code}`,
        name: objective.name,
        measures: objective.measures.flatMap((line) => {
          const measure = measureById.get(line.measureId)
          if (!measure) return []
          const parents = [objective.objectiveId, line.parentCardMeasureId].filter((id) => id !== null)
          const standing = { id: line.cardMeasureId, scope: card.holderKind, weightBp: line.weightBp, rule: line.rule, parents }
          return [definitionOf(measure, { ...standing, perspectiveCode: perspective.code })]
        }),
      })),
    ),
  })
  const names = namesOn(card)
  return [...lint.findings, ...lint.measures.flatMap((measure) => measure.findings)]
    .filter((finding) => card.holderKind === 'institution' || !OF_THE_STRATEGY.includes(finding.code))
    .map((finding) => ({ ...asTheScheme(finding, card.scheme), name: names.get(finding.node) ?? card.name }))
}

/** Under a scheme that normalises, weights that do not total 100 % are worth a look and block nothing. */
const asTheScheme = <F extends { readonly code: string; readonly severity: LintFinding['severity'] }>(
  finding: F,
  { strict100 }: CardDesign['scheme'],
): F => (finding.code === 'W0' && !strict100 ? { ...finding, severity: 'warns' } : finding)

/** Rules about objectives: a unit or person carries part of an objective, so that one measure under it is no fault there. */
const OF_THE_STRATEGY = ['K2']

function namesOn(card: CardDesign): Map<string, Bilingual> {
  const names = new Map<string, Bilingual>([[card.cardId, card.name]])
  for (const perspective of card.perspectives)
    for (const objective of perspective.objectives) if (objective.objectiveId !== null) names.set(objective.objectiveId, objective.name)
  for (const line of linesOf(card)) names.set(line.cardMeasureId, line.name)
  return names
}

/** What of the strategy nothing measures, and what weighs on the card although it was retired. */
export function lintOfStrategy(scorecard: ScorecardDesign, card: CardDesign, measures: readonly MeasureDesign[]): LintFinding[] {
  const measured = new Set(card.perspectives.flatMap((one) => one.objectives.map(({ objectiveId }) => objectiveId)))
  const retired = new Set(measures.filter(({ definition }) => definition.retired !== null).map(({ measureId }) => measureId))
  return [
    ...scorecard.objectives
      .filter(({ objectiveId }) => !measured.has(objectiveId))
      .map(({ objectiveId, name }) => ({ code: 'K1', ...without(CARD_LINTS.K1), node: objectiveId, name })),
    ...linesOf(card)
      .filter(({ measureId, weightBp }) => weightBp > 0 && retired.has(measureId))
      .map(({ cardMeasureId, name }) => ({ code: 'K8', ...without(CARD_LINTS.K8), node: cardMeasureId, name })),
  ]
}

/** Objectives for which nobody answers: advice, not a fault. */
export const lintOfOwners = ({ objectives }: Pick<ScorecardDesign, 'objectives'>): LintFinding[] =>
  objectives
    .filter(({ ownerPersonId }) => ownerPersonId === null)
    .map(({ objectiveId, name }) => ({ code: 'K9', ...without(CARD_LINTS.K9), node: objectiveId, name }))

/** With a diagnosis at hand, objectives that answer none of its findings: advice, for an objective may come from law or duty as well. */
export const lintOfOrigins = ({ objectives }: Pick<ScorecardDesign, 'objectives'>, findings: readonly unknown[]): LintFinding[] =>
  findings.length === 0
    ? []
    : objectives
        .filter(({ findingId }) => findingId === null)
        .map(({ objectiveId, name }) => ({ code: 'K10', ...without(CARD_LINTS.K10), node: objectiveId, name }))

const without = ({ severity, message, mend }: { severity: LintFinding['severity']; message: Bilingual; mend: Bilingual }) => ({
  severity,
  message,
  mend,
})

/** The institution's card must also give each perspective the share it was meant to have. */
export function lintOfPerspectives(scorecard: ScorecardDesign, card: CardDesign): LintFinding[] {
  const lines = card.perspectives.flatMap((perspective) =>
    perspective.objectives.flatMap((objective) =>
      objective.measures.map(({ weightBp }) => ({ weightBp, perspectiveId: perspective.perspectiveId })),
    ),
  )
  const { severity, mend } = CARD_LINTS.W0
  return perspectiveTotals(scorecard.perspectives, lines)
    .filter(({ intendedBp, carriedBp }) => intendedBp !== carriedBp)
    .map(({ perspectiveId, intendedBp, carriedBp }) => ({
      code: 'W0',
      severity: scorecard.rules.strict100 ? severity : 'warns',
      node: perspectiveId,
      name: scorecard.perspectives.find((p) => p.perspectiveId === perspectiveId)?.name ?? scorecard.name,
      message: {
        zh: `维度权重定为 ${percentOf(intendedBp)}%，其下指标合计 ${percentOf(carriedBp)}%`,
        en: `The perspective is meant to weigh ${percentOf(intendedBp)} %; its measures total ${percentOf(carriedBp)} %`,
      },
      mend,
    }))
}
