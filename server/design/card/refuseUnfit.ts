import type { CardDesign } from '@milepost/contract/design/card'
import type { LintFinding } from '@milepost/contract/design/lint'
import type { ScorecardDesign } from '@milepost/contract/design/scorecardDesign'
import { linesOf, percentOf, perspectiveTotals, totalWeight, WHOLE } from '@milepost/contract/design/weights'
import { type InvalidField, Refusal } from '@milepost/contract/refusals'
import { CARD_LINTS } from '@milepost/scorecard/lintCodes'
import { RULE_REFUSALS } from '@milepost/scorecard/ruleRefusals'
import { compileRule } from '@milepost/scorecard/scoringFunctions'

/** A card that is to be agreed must total 100 %, unless its scheme normalises, and hold only rules that can score. */
export function refuseUnfit(card: CardDesign): void {
  const unfit = whyUnfit(card)
  if (unfit !== null) throw unfit
}

/** What keeps a card from being agreed; null: nothing does. */
export function whyUnfit(card: CardDesign): Refusal | null {
  const lines = linesOf(card)
  const total = totalWeight(lines)
  if (total === 0 || (card.scheme.strict100 && total !== WHOLE)) return wrongTotal(card, { total, wanted: WHOLE, perspective: null })
  const faults = unscorable(card)
  if (faults.length === 0) return null
  const fields = faults.map(
    ({ line, at, message, mend }): InvalidField => ({
      pointer: `/lines/${at}/rule`,
      zh: `${line.name.zh}：${message.zh}。${mend.zh}。`,
      en: `${line.name.en}: ${message.en}. ${mend.en}.`,
    }),
  )
  const measures = faults.map(({ line }) => `${card.name.zh} ${line.code}`)
  const measuresEn = faults.map(({ line }) => `${card.name.en || card.name.zh} ${line.code}`)
  return new Refusal('measures-not-scoreable', { measures, measuresEn }, fields)
}

/** The lines of a card whose rule cannot score, each with the reason and its mend. */
export const unscorable = (card: CardDesign) =>
  linesOf(card).flatMap((line, at) => {
    const compiled = compileRule(line.rule)
    return compiled.kind === 'refused' ? [{ line, at, ...RULE_REFUSALS[compiled.because] }] : []
  })

/** What `whyUnfit` would refuse, as findings that name the card and lead to it. */
export function unfitFindings(card: CardDesign): LintFinding[] {
  const total = totalWeight(linesOf(card))
  const isOff = total === 0 || (card.scheme.strict100 && total !== WHOLE)
  const at = { severity: 'blocks' as const, cardId: card.cardId }
  return [
    ...(isOff ? [{ ...at, code: 'W0', node: card.cardId, name: card.name, message: CARD_LINTS.W0.message, mend: CARD_LINTS.W0.mend }] : []),
    ...unscorable(card).map(({ line, message, mend }) => ({
      ...at,
      code: 'F1',
      node: line.cardMeasureId,
      name: {
        zh: `${card.name.zh} · ${line.code} ${line.name.zh}`,
        en: `${card.name.en || card.name.zh} · ${line.code} ${line.name.en || line.name.zh}`,
      },
      message,
      mend,
    })),
  ]
}

/** Perspectives total 100 %, and the measures under each total the share the perspective was given; a scheme that normalises asks for neither. */
export function refuseWrongShares(scorecard: ScorecardDesign, card: CardDesign): void {
  if (!scorecard.rules.strict100) return
  const intended = totalWeight(scorecard.perspectives)
  if (intended !== WHOLE) throw wrongTotal(card, { total: intended, wanted: WHOLE, perspective: null })
  const lines = card.perspectives.flatMap((perspective) =>
    perspective.objectives.flatMap((objective) =>
      objective.measures.map(({ weightBp }) => ({ weightBp, perspectiveId: perspective.perspectiveId })),
    ),
  )
  for (const { perspectiveId, intendedBp, carriedBp } of perspectiveTotals(scorecard.perspectives, lines))
    if (intendedBp !== carriedBp) {
      const perspective = scorecard.perspectives.find((one) => one.perspectiveId === perspectiveId)?.name ?? null
      throw wrongTotal(card, { total: carriedBp, wanted: intendedBp, perspective })
    }
}

type Wrong = { total: number; wanted: number; perspective: { zh: string; en: string } | null }

const wrongTotal = (card: CardDesign, { total, wanted, perspective }: Wrong) =>
  new Refusal('weights-must-total-100', {
    card: card.name.zh,
    cardEn: card.name.en || card.name.zh,
    perspective: perspective?.zh ?? null,
    perspectiveEn: perspective?.en ?? null,
    total: percentOf(total),
    wanted: percentOf(wanted),
  })
