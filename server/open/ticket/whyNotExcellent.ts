import type { appraisalLine } from '@milepost/contract/appraise/appraisals'
import type { Bilingual } from '@milepost/terms/bilingual'
import type { z } from 'zod'

type Line = z.infer<typeof appraisalLine>

/** The constraint that binds: participation, criteria or score, seats, a tie, or the committee. Empty while nothing is proposed. */
export function whyNotExcellent({ grade, proposedGrade, standing, participation }: Line): Bilingual[] {
  if (grade === 'excellent' || standing === null) return []
  if (participation.grade !== 'graded') return participation.reasons.map((reason) => ({ ...reason }))
  const reasons: Bilingual[] = []
  if (standing === 'held-back-by-seats')
    reasons.push({
      zh: '得分达到优秀人选条件，但优秀名额已由得分更高者用完（第15条）。',
      en: 'The score was high enough, but those with higher scores took all the excellent seats (Art. 15).',
    })
  if (standing === 'tied-at-last-seat')
    reasons.push({
      zh: '与他人在最后名额处得分相同，由考核委员会决定。',
      en: 'Tied with others at the last seat; that is for the committee to decide.',
    })
  if (standing === 'not-a-candidate')
    reasons.push({ zh: '对照标准或得分未达到优秀人选条件。', en: 'By the criteria or the score not a candidate for excellent.' })
  if (proposedGrade === 'excellent' && grade !== null)
    reasons.push({
      zh: '原建议为优秀，考核委员会集体研究后另作决定，理由见决定。',
      en: 'Excellent was proposed; the committee decided otherwise, see the reason of the decision.',
    })
  return reasons
}
