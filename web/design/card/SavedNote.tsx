import { useText } from '../../platform/language.tsx'
import { en, zh } from './text.ts'
import type { CardDraft } from './useCardDraft.ts'

/** A quiet "saved 10:42" beside the title. */
export function SavedNote({ draft }: { readonly draft: Pick<CardDraft<unknown>, 'saving' | 'savedAt' | 'refused' | 'conflict'> }) {
  const text = useText({ zh, en })
  if (draft.conflict !== null) return <strong role="status">{text.notSaved}</strong>
  if (draft.refused !== null) return null
  if (draft.saving !== 'saved') return <span role="status">{text.saving}</span>
  if (draft.savedAt === null) return null
  const time = new Intl.DateTimeFormat('sv-SE', { hour: '2-digit', minute: '2-digit' }).format(draft.savedAt)
  return <span role="status">{text.savedAt(time)}</span>
}
