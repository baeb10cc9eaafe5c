import type { RedNote } from '../redLines/data.ts'
import { factOf } from '../redLines/factOf.ts'
import type { Red } from '../redLines/reds.ts'
import type { Item } from './data.ts'

/** A red line as an item of the agenda: whose, what, how far off in which period, and what was said of it so far. */
export function agendaItem(red: Red, note: RedNote | null): Pick<Item, 'subject' | 'facts'> {
  const { card, line } = red
  const facts = [
    ...factOf(red),
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
