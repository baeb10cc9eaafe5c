/** How a due day stands to today; both are calendar days, yyyy-mm-dd. */
export type Due =
  | { readonly kind: 'none' }
  | { readonly kind: 'late'; readonly days: number }
  | { readonly kind: 'today' }
  | { readonly kind: 'tomorrow' }
  | { readonly kind: 'soon'; readonly days: number }
  | { readonly kind: 'later'; readonly day: string }

const DAY = 86_400_000
const SOON = 14

export function dueOf(dueOn: string | null, today: string): Due {
  if (dueOn === null) return { kind: 'none' }
  const days = Math.round((Date.parse(dueOn) - Date.parse(today)) / DAY)
  if (days < 0) return { kind: 'late', days: -days }
  if (days === 0) return { kind: 'today' }
  if (days === 1) return { kind: 'tomorrow' }
  return days <= SOON ? { kind: 'soon', days } : { kind: 'later', day: dueOn }
}

/** Earliest first; what has no day comes last. */
export function byDue(a: { readonly dueOn: string | null }, b: { readonly dueOn: string | null }): number {
  return (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999')
}
