import type { Answer, ItemColumn, Scale, Series } from './answers.ts'

/** The item's answers so that high always speaks for the construct: min + max - x for a reversed item, gaps stay gaps. */
export function reverseKeyed(item: ItemColumn, scale: Scale): Series {
  return item.reverse ? item.answers.map((answer) => turned(answer, scale)) : item.answers
}

function turned(answer: Answer, scale: Scale): Answer {
  return answer === null ? null : scale.min + scale.max - answer
}
