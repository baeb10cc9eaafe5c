export type CutSentence = {
  /** Places in Unicode characters of the text, end not included. */
  readonly start: number
  readonly end: number
  readonly text: string
  /** Line of the text, from 1. */
  readonly line: number
  /** In a line of the interviewer (问：, Q:). */
  readonly asked: boolean
}

const ENDS = new Set(['。', '！', '？', '!', '?', '．'])
const CLOSERS = new Set(['”', '’', '」', '』', '）', ')', '】', '》', '"', "'", ']'])
const INTERVIEWER = /^\s*(?:问|访|访谈者|访谈员|采访人|Q|I|Interviewer)\s*[:：]/i
/** After these a full stop ends no sentence. */
const ABBREVIATIONS =
  /(?:^|[\s(“"'])(?:Mr|Mrs|Ms|Dr|Prof|St|No|Nos|Art|Fig|vs|etc|e\.g|i\.e|approx|dept|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|[A-Z])$/

/**
 * Cuts a transcript into sentences, Chinese and English alike. A line break always ends one; so do 。！？ and ! ?, with the quotes and brackets that close
 * after them; a full stop does when a blank or the end follows, no small letter comes next, and what stands before is no abbreviation or initial. Blank lines give none.
 * The text is taken as it is (line breaks LF); every character but white space at the edges of lines lies in exactly one sentence.
 */
export function cutSentences(text: string): CutSentence[] {
  const found: CutSentence[] = []
  let at = 0
  for (const [index, line] of text.split('\n').entries()) {
    const characters = [...line]
    const asked = INTERVIEWER.test(line)
    let from = 0
    for (let place = 0; place < characters.length; place++) {
      const end = endAt(characters, from, place)
      if (end === null) continue
      take(from, end)
      from = end
      place = end - 1
    }
    take(from, characters.length)
    at += characters.length + 1

    function take(start: number, end: number): void {
      let [first, last] = [start, end]
      while (first < last && isBlank(characters[first])) first++
      while (last > first && isBlank(characters[last - 1])) last--
      if (first < last)
        found.push({ start: at + first, end: at + last, text: characters.slice(first, last).join(''), line: index + 1, asked })
    }
  }
  return found
}

/** The place after the sentence that ends with the character at `place`; null when none does. */
function endAt(characters: readonly string[], from: number, place: number): number | null {
  const character = characters[place] ?? ''
  if (!ENDS.has(character) && character !== '.') return null
  let end = place + 1
  while (end < characters.length && (ENDS.has(characters[end] ?? '') || CLOSERS.has(characters[end] ?? ''))) end++
  if (character !== '.') return end
  if (end < characters.length && !isBlank(characters[end])) return null
  let next = end
  while (isBlank(characters[next])) next++
  if (/\p{Ll}/u.test(characters[next] ?? '')) return null
  return ABBREVIATIONS.test(characters.slice(from, place).join('')) ? null : end
}

const isBlank = (character: string | undefined): boolean => character !== undefined && /\s/.test(character)

/** Part of a text by places counted in Unicode characters. */
export const passageOf = (text: string, start: number, end: number): string => [...text].slice(start, end).join('')
