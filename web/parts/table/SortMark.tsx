import type { Direction } from '../Column.ts'

/** Two small arrows; the one that holds is drawn full. */
export function SortMark({ direction }: { direction: Direction | null }) {
  return (
    <svg width="9" height="12" viewBox="0 0 9 12" aria-hidden="true">
      {direction !== 'down' && <path d="M4.5 0.5 8 4.8H1z" fill="currentColor" />}
      {direction !== 'up' && <path d="M4.5 11.5 1 7.2h7z" fill="currentColor" />}
    </svg>
  )
}
