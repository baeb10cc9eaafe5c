import { roundHalfAway } from '@milepost/exact/rounding'
import type { RedNote } from '../redLines/data.ts'
import type { Red } from '../redLines/reds.ts'
import type { Item } from './data.ts'

const WHY = {
  red: { zh: '红灯', en: 'red' },
  late: { zh: '逾期未报', en: 'late' },
  missing: { zh: '缺报', en: 'missing' },
} as const

/** A red line as an item of the agenda: whose, what, how far off in which period, and what was said of it so far. */
export function agendaItem(
  { card, line, why, actual, period, silent, target, score }: Red,
  note: RedNote | null,
): Pick<Item, 'subject' | 'facts'> {
  const figure = (zh: string, en: string, value: string | null, unit = { zh: '', en: '' }) =>
    value === null ? [] : [{ zh: `${zh} ${value}${unit.zh && ` ${unit.zh}`}`, en: `${en} ${value}${unit.en && ` ${unit.en}`}` }]
  const facts = [
    silent.length === 0 ? WHY[why] : { zh: `${silent.join('、')} ${WHY[why].zh}`, en: `${silent.join(', ')} ${WHY[why].en}` },
    ...figure(
      period === null ? '实际' : `${period} 实际`,
      period === null ? 'actual' : `actual of ${period}`,
      actual === null ? null : roundHalfAway(actual, line.digits),
      line.unit,
    ),
    ...figure('目标', 'target', target),
    ...figure('得分', 'score', score),
    ...(note
      ? [
          {
            zh: `原因：${note.cause}；措施：${note.action}（${note.dueOn} 前）`,
            en: `Cause: ${note.cause}; action: ${note.action} (by ${note.dueOn})`,
          },
        ]
      : [{ zh: '尚无说明', en: 'no note yet' }]),
  ]
  return {
    subject: { zh: `${card.name.zh}：${line.name.zh}`, en: `${card.name.en || card.name.zh}: ${line.name.en}` },
    facts: { zh: facts.map((one) => one.zh).join('，'), en: facts.map((one) => one.en).join(', ') },
  }
}

/** What is red in the institution always; a unit's only when nobody has said what is done, or what was done did not work. */
export function needsDecision({ card, line }: Red, notes: readonly RedNote[]): boolean {
  const own = notes.filter((note) => note.cardId === card.cardId && note.measureId === line.measureId)
  return card.holderKind === 'institution' || own.length === 0 || own[0]?.check?.verdict === 'did-not'
}
