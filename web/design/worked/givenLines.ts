import type { CardInput, ValueInput } from '@milepost/scorecard/card'
import { ruleWords } from '@milepost/scorecard/ruleWords'
import type { Bilingual } from '@milepost/terms/bilingual'
import { measuresOf } from './tried.ts'

/** What goes into a case, a line a measure: its rule and its figures. */
export const givenLines = (card: CardInput | null, pick: (words: Bilingual) => string): readonly string[] =>
  card === null
    ? []
    : measuresOf(card).map(
        ({ code, rule, values }) => `${code}: ${pick(ruleWords(rule))} ← ${values.map((value) => figureOf(value, pick)).join(', ')}`,
      )

function figureOf({ state, actual, numerator, denominator, counts, n }: ValueInput, pick: (words: Bilingual) => string): string {
  if (state === 'missing') return pick({ zh: '缺报', en: 'missing' })
  if (state === 'not_applicable') return pick({ zh: '不适用', en: 'not applicable' })
  if (numerator !== undefined) return `${numerator}/${denominator}`
  if (counts) return Object.values(counts).join(' + ')
  return n === undefined ? (actual ?? '–') : `${actual} (n = ${n})`
}
