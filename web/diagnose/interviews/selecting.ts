export type Placed = { readonly start: number; readonly end: number; readonly text: string }
/** Sentences from one to another, both included, by their number. */
export type Span = { readonly from: number; readonly to: number }

/** What the keyboard has chosen, in characters of the transcript. */
export function rangeOf(sentences: readonly Placed[], span: Span): { start: number; end: number } | null {
  const first = sentences[Math.min(span.from, span.to)]
  const last = sentences[Math.max(span.from, span.to)]
  return first && last ? { start: first.start, end: last.end } : null
}

/** The next sentence somebody may code, up or down; stays where it is at the ends. */
export function step(sentences: readonly { readonly asked: boolean }[], at: number, by: 1 | -1): number {
  for (let next = at + by; next >= 0 && next < sentences.length; next += by) if (!sentences[next]?.asked) return next
  return at
}

/** The key of each code, in the order of the codebook: digits first, then letters. */
const KEYS = [...'1234567890abcdefghijklmnoprstuvwxy']
export const keyOf = (at: number): string => KEYS[at] ?? ''

/** A place inside a sentence as the browser counts it (UTF-16), as a place in the transcript (Unicode characters). */
export const placeIn = (sentence: Placed, offset: number): number => sentence.start + [...sentence.text.slice(0, offset)].length
