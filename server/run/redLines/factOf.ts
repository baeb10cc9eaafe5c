import { roundHalfAway } from '@milepost/exact/rounding'
import type { Bilingual } from '@milepost/terms/bilingual'
import type { Red } from './reds.ts'

/**
 * Why a line is red, in parts: what was not reported by its day comes first, for the figure of an earlier period may well be above its
 * target; then the figure with its period, the target and the score.
 */
export function factOf({ line, why, actual, period, silent, target, score }: Red): readonly Bilingual[] {
  const figure = (zh: string, en: string, value: string | null, unit: Bilingual = { zh: '', en: '' }): Bilingual[] =>
    value === null ? [] : [{ zh: `${zh} ${value}${unit.zh && ` ${unit.zh}`}`, en: `${en} ${value}${unit.en && ` ${unit.en}`}` }]
  return [
    silent.length === 0
      ? WHY[why]
      : { zh: `${silent.join('、')} 到期未报`, en: `nothing reported for ${silent.join(', ')} by its due day` },
    ...figure(
      period === null ? '实际' : `${period} 实际`,
      period === null ? 'actual' : `actual of ${period}`,
      actual === null ? null : roundHalfAway(actual, line.digits),
      line.unit,
    ),
    ...figure('目标', 'target', target, line.unit),
    ...figure('得分', 'score', score),
  ]
}

const WHY = {
  red: { zh: '红灯', en: 'red' },
  late: { zh: '逾期未报', en: 'late' },
  missing: { zh: '缺报', en: 'missing' },
} as const
