import { useText } from '../../platform/language.tsx'
import { en, zh } from './text.ts'

/** "✓ the same" or "✗ differs": a sign and a word, not a colour alone. */
export function SameMark({ same }: { readonly same: boolean }) {
  const text = useText({ zh, en })
  return (
    <span className="mp-worked-mark" data-same={same}>
      <span aria-hidden="true">{same ? '✓' : '✗'}</span> {same ? text.same : text.differs}
    </span>
  )
}
