type Heard = { readonly lastDay: string }
type Comment = { readonly answer: string | null }

/** What is missing before staff count as heard on the plan of a cycle. */
export type HearingGap =
  | { readonly kind: 'none' }
  | { readonly kind: 'open' | 'unanswered'; readonly lastDay: string; readonly unanswered: number }

/** The last day of a hearing belongs to it. null: it is over and every comment has its answer. */
export function hearingGap(hearing: (Heard & { readonly isOpen: boolean }) | null, comments: readonly Comment[]): HearingGap | null {
  if (hearing === null) return { kind: 'none' }
  const { lastDay, isOpen } = hearing
  const unanswered = comments.filter(({ answer }) => answer === null).length
  if (isOpen) return { kind: 'open', lastDay, unanswered }
  return unanswered > 0 ? { kind: 'unanswered', lastDay, unanswered } : null
}
