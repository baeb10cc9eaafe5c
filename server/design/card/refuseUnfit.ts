import type { CardDesign } from '@milepost/contract/design/card'
import type { ScorecardDesign } from '@milepost/contract/design/scorecardDesign'
import { linesOf, percentOf, perspectiveTotals, totalWeight, WHOLE } from '@milepost/contract/design/weights'
import { type InvalidField, Refusal } from '@milepost/contract/refusals'
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
  const faults = lines.flatMap((line, at): (InvalidField & { name: string })[] => {
    const compiled = compileRule(line.rule)
    if (compiled.kind !== 'refused') return []
    const { message, mend } = RULE_REFUSALS[compiled.because]
    return [
      {
        pointer: `/lines/${at}/rule`,
        name: `${card.name.zh} ${line.code}`,
        zh: `${line.name.zh}：${message.zh}。${mend.zh}。`,
        en: `${line.name.en}: ${message.en}. ${mend.en}.`,
      },
    ]
  })
  return faults.length > 0 ? new Refusal('measures-not-scoreable', { measures: faults.map((fault) => fault.name) }, faults) : null
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
