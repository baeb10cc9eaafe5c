import type { appraisalLine, gradeChange } from '@milepost/contract/appraise/appraisals'
import type { seatTicket } from '@milepost/contract/open/personTicket'
import { compare, sub } from '@milepost/exact/exact'
import { roundHalfAway, toDecimalString } from '@milepost/exact/rounding'
import type { Bilingual } from '@milepost/terms/bilingual'
import { GRADE_CHANGES, GRADES } from '@milepost/terms/grades'
import { withoutStop } from '@milepost/terms/sentences'
import type { z } from 'zod'

type Line = z.infer<typeof appraisalLine>
type Change = z.infer<typeof gradeChange>
type Seat = z.infer<typeof seatTicket>

/** The constraint that binds, with its cut-off and by how much it was missed. Empty while nothing is proposed. `seat` null: what it followed from is not kept or not to be known. */
export function whyNotExcellent(line: Line, seat: Seat | null, changes: readonly Change[]): Bilingual[] {
  const { grade, proposedGrade, standing, participation } = line
  if (grade === 'excellent' || standing === null) return []
  if (participation.grade !== 'graded') return participation.reasons.map((reason) => ({ ...reason }))
  const reasons: Bilingual[] = []
  if (standing === 'held-back-by-seats') reasons.push(heldBack(seat))
  if (standing === 'tied-at-last-seat') reasons.push(tied(seat))
  if (standing === 'not-a-candidate') reasons.push(...notCandidate(line, seat))
  const decided = changes[0]?.from ?? grade
  const taken = changes.findLast((one) => one.from === 'excellent')
  if (taken && grade !== null) reasons.push(changedAfter(taken))
  if (proposedGrade === 'excellent' && decided !== null && decided !== 'excellent')
    reasons.push({
      zh: '原建议为优秀，考核委员会集体研究后另作决定，理由见决定。',
      en: 'Excellent was proposed; the committee decided otherwise, see the reason of the decision.',
    })
  return reasons
}

/** It was excellent, and was changed afterwards. */
const changedAfter = ({ to, because, reason }: Change): Bilingual => ({
  zh: `考核委员会确定的等次为“优秀”，后经${GRADE_CHANGES[because].zh}改为“${GRADES[to].zh}”：${withoutStop(reason)}。`,
  en: `The committee had decided “Excellent”; by ${GRADE_CHANGES[because].en} it later became “${GRADES[to].en}”: ${withoutStop(reason)}.`,
})

const shown = (score: string) => toDecimalString(score, 4)

/** A difference with two places, or with as many as show that it is not nothing. */
function gap(more: string, less: string): string {
  const off = sub(more, less)
  return compare(off, '0.01') < 0 ? toDecimalString(off, 6) : roundHalfAway(off, 2)
}

/** How many seats there were, and of what. */
const seatWords = ({ base, basisPoints, seats, poolSeats, shares }: Seat): Bilingual => {
  const share = toDecimalString(`${basisPoints}/100`, 2)
  const all = {
    zh: `参加考核 ${base} 人 × ${share}%，舍去小数，优秀名额 ${seats} 个`,
    en: `${base} people × ${share} %, rounded down, is ${seats} excellent seats`,
  }
  if (shares === null) return all
  return {
    zh: `${all.zh}，其中 ${shares.ofPool.join('、')} 合计 ${poolSeats} 个`,
    en: `${all.en}, ${poolSeats} of them for ${shares.ofPool.join(', ')}`,
  }
}

function heldBack(seat: Seat | null): Bilingual {
  const score = seat?.candidate.score ?? null
  if (!seat || score === null)
    return {
      zh: '得分达到优秀人选条件，但优秀名额已由得分更高者用完（第15条）。',
      en: 'The score was high enough, but those with higher scores took all the excellent seats (Art. 15).',
    }
  const seats = seatWords(seat)
  const place = {
    zh: `本人得分 ${shown(score)}，排第 ${seat.place ?? '?'}，前面有 ${seat.ahead} 人`,
    en: `The score of ${shown(score)} is in place ${seat.place ?? '?'}, with ${seat.ahead} before it`,
  }
  const cut = cutOffWords(seat.cutOff, score)
  return {
    zh: `达到优秀人选条件，但名额已由排在前面的人用完（第15条）：${seats.zh}；${place.zh}${cut.zh}。`,
    en: `A candidate for excellent, but those ranked before took all the seats (Art. 15): ${seats.en}. ${place.en}${cut.en}.`,
  }
}

function cutOffWords(cutOff: string | null, score: string): Bilingual {
  if (cutOff === null) return { zh: '', en: '' }
  if (compare(cutOff, score) === 0)
    return {
      zh: `；末位名额的得分也是 ${shown(cutOff)}，由同分规则分出先后`,
      en: `; the last seat went at the same ${shown(cutOff)}, set apart by the rules for equal scores`,
    }
  return {
    zh: `；末位名额的得分为 ${shown(cutOff)}，相差 ${gap(cutOff, score)} 分`,
    en: `; the last seat went at ${shown(cutOff)}, ${gap(cutOff, score)} more`,
  }
}

function tied(seat: Seat | null): Bilingual {
  if (!seat)
    return {
      zh: '与他人在最后名额处得分相同，由考核委员会决定。',
      en: 'Tied with others at the last seat; that is for the committee to decide.',
    }
  const left = Math.max(0, seat.poolSeats - seat.takenBefore - seat.ahead)
  const seats = seatWords(seat)
  return {
    zh: `与另外 ${seat.equal} 人同分（${shown(seat.candidate.score ?? '0')}），${seats.zh}，剩 ${left} 个，由考核委员会决定。`,
    en: `Tied with ${seat.equal} ${seat.equal === 1 ? 'other' : 'others'} at ${shown(seat.candidate.score ?? '0')}: ${seats.en}, ${left} left; that is for the committee to decide.`,
  }
}

function notCandidate({ ceiling, missing }: Line, seat: Seat | null): Bilingual[] {
  const reasons = (seat?.because ?? []).flatMap((because) => conditionWords(because, { seat, ceiling, missing }))
  if (reasons.length > 0) return reasons
  return [{ zh: '对照标准或得分未达到优秀人选条件。', en: 'By the criteria or the score not a candidate for excellent.' }]
}

type About = { readonly seat: Seat | null; readonly ceiling: Line['ceiling']; readonly missing: Line['missing'] }

/** Each condition of a candidate that was not met (Art. 11), with what was asked and what there was. */
function conditionWords(because: Seat['because'][number], { seat, ceiling, missing }: About): Bilingual[] {
  const { candidate, rules } = seat ?? {}
  if (because === 'below-threshold' && candidate?.score && rules)
    return [
      {
        zh: `得分 ${shown(candidate.score)}，低于优秀人选的最低分 ${shown(rules.threshold)}，差 ${gap(rules.threshold, candidate.score)} 分。`,
        en: `The score is ${shown(candidate.score)}; a candidate for excellent needs ${shown(rules.threshold)}: ${gap(rules.threshold, candidate.score)} short.`,
      },
    ]
  if (because === 'criteria-below-excellent' && candidate?.criteriaGrade) {
    const reached = GRADES[candidate.criteriaGrade]
    return [
      {
        zh: `负责人对照标准（德、能、勤、绩、廉）评定为“${reached.zh}”，优秀要求各方面均达到优秀（第11条）。`,
        en: `By the superior’s checklist the criteria reach “${reached.en}”; excellent asks for excellent in every respect (Art. 11).`,
      },
    ]
  }
  if (because === 'criteria-not-complete')
    return [
      {
        zh: '负责人尚未填写等次标准对照表，不能列为优秀人选（第11条）。',
        en: 'The superior has not filled in the checklist of the criteria, so there is no candidate (Art. 11).',
      },
    ]
  if (because === 'no-score') {
    const why = missing[0]
    return [
      {
        zh: `没有可参加排名的得分${why ? `：${why.zh}` : '（得分尚未确定）'}。`,
        en: `There is no score that can be ranked${why ? `: ${why.en}` : ' (the score is provisional)'}.`,
      },
    ]
  }
  if (because === 'ceiling' && ceiling) {
    const most = GRADES[ceiling.ceiling]
    return [
      {
        zh: `最高可定为“${most.zh}”：${ceiling.reason.zh}（第${ceiling.citation.article}条）。`,
        en: `At most “${most.en}”: ${ceiling.reason.en} (Art. ${ceiling.citation.article}).`,
      },
    ]
  }
  return []
}
