/** @jsxImportSource preact */
import type { Snapshot } from './reading.ts'
import type { Text } from './text.ts'

/** How the overall score adds up from the perspectives, with the figures of the page: anybody can add them again. */
export function Sum({ snapshot, text }: { snapshot: Snapshot; text: Text }) {
  const { official } = snapshot.score
  const parts = snapshot.perspectives.flatMap(({ score, weight }) => (score === null || weight === null ? [] : [`${score} × ${weight}%`]))
  if (official === null || parts.length === 0 || parts.length < snapshot.perspectives.length) return null
  return (
    <p class="quiet">
      {text.addsUp}
      {`${parts.join(' + ')} ≈ ${official}`}
      {text.stop}
    </p>
  )
}
