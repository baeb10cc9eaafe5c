import type { ExactText } from '@milepost/exact/exact'
import type { Language, LocalText } from './localText.ts'

/**
 * A number with its reasons: the formula by id and version, the inputs as they went in, the exact value, how it was rounded,
 * one sentence for a reader, and the numbers it rests on.
 */
export type Explanation = {
  key: string
  formulaId: string
  formulaVersion: number
  inputs: Record<string, string | number | null>
  value: ExactText | null
  /** The official figure and the rule that made it, or null where the value is not rounded. */
  rounding: { rule: 'half-away-2'; official: string } | null
  text: LocalText
  children: Explanation[]
}

export type ExplanationLine = { depth: number; key: string; text: string }

/** The tree as lines in one language, parents first; the reader of a ticket sees them indented by depth. */
export function renderExplanation(tree: Explanation, language: Language, depth = 0): ExplanationLine[] {
  return [
    { depth, key: tree.key, text: tree.text[language] },
    ...tree.children.flatMap((child) => renderExplanation(child, language, depth + 1)),
  ]
}
