import { div, type ExactText } from '@milepost/exact/exact'
import { toDecimalString } from '@milepost/exact/rounding'
import type { HeadCode } from '@milepost/terms/appraisal'
import type { Bilingual } from '@milepost/terms/bilingual'

export type ExplainedHead = { head: HeadCode; score: ExactText | null; weightGiven: number; weightUsed: ExactText; points: ExactText }

export type Explained = {
  contributions: readonly ExplainedHead[]
  official: string
  veto: { reason: Bilingual } | null
  /** What the heads are called. */
  names: Readonly<Record<HeadCode, Bilingual>>
}

/** So many decimal places a line shows of a score and of what it adds. */
export const LINE_PLACES = 4

/** The sum as a person can check it by hand: one line a head, the total, and the veto if there is one. Points are shown to four places. */
export function personScoreLines({ contributions, official, veto, names }: Explained): readonly Bilingual[] {
  const heads = contributions.filter(({ weightGiven }) => weightGiven > 0).map((each) => headLine(each, names[each.head]))
  const total: Bilingual = { zh: `合计 ${official} 分`, en: `Total ${official}` }
  if (!veto) return [...heads, total]
  return [...heads, total, { zh: `廉洁一票否决：${veto.reason.zh}`, en: `Integrity veto: ${veto.reason.en}` }]
}

function headLine({ score, weightGiven, weightUsed, points }: ExplainedHead, name: Bilingual): Bilingual {
  const given = toDecimalString(div(weightGiven, 100), 2)
  if (score === null)
    return {
      zh: `${name.zh}：经批准不计，权重 ${given}% 按比例分给其他各项`,
      en: `${name.en}: waived, its weight of ${given}% goes to the others in proportion`,
    }
  const used = toDecimalString(div(weightUsed, 100), LINE_PLACES)
  const worth = toDecimalString(points, LINE_PLACES)
  return {
    zh: `${name.zh}：${toDecimalString(score, LINE_PLACES)} × ${used}% = ${worth}`,
    en: `${name.en}: ${toDecimalString(score, LINE_PLACES)} × ${used}% = ${worth}`,
  }
}
