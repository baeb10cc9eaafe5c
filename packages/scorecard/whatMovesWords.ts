import type { LocalText } from './localText.ts'
import type { Move, WhatMoves } from './whatMoves.ts'

/** What would raise the card by one point through this measure, as a sentence. */
export function movesWords({ cardByOne }: WhatMoves, unit: LocalText): LocalText {
  if (cardByOne.kind === 'needs') {
    return {
      zh: `总分提高 1 分，需达到 ${`${cardByOne.shown} ${unit.zh}`.trimEnd()}（${signed(cardByOne.changeShown)}）`,
      en: `one point more on the card needs ${`${cardByOne.shown} ${unit.en}`.trimEnd()} (${signed(cardByOne.changeShown)})`,
    }
  }
  return CANNOT[cardByOne.because](cardByOne.mostPoints ?? '0.00')
}

const signed = (change: string): string => (change.startsWith('-') ? change : `+${change}`)

const CANNOT: Record<Extract<Move, { kind: 'cannot' }>['because'], (most: string) => LocalText> = {
  'not-scored': () => ({ zh: '按规定计分，填报后才会变化', en: 'it is counted by rule and moves once a value is reported' }),
  'at-cap': () => ({ zh: '已到封顶分', en: 'it is at its cap' }),
  'not-within-cap': (most) => ({
    zh: `本项封顶前还能提高 ${most} 分，不足以使总分提高 1 分`,
    en: `it can gain ${most} before its cap, too little for one point on the card`,
  }),
  'not-a-line': (most) => ({ zh: `本项还能提高 ${most} 分，按档或按项变化`, en: `it can gain ${most}, in steps or by item` }),
  'no-weight': () => ({ zh: '本项在总分中没有权重', en: 'it has no weight on the card' }),
}
