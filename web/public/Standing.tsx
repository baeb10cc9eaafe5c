/** @jsxImportSource preact */
import type { PublicView, Reading } from './reading.ts'
import { laterThan, revisionIn, withdrawnBefore } from './standing.ts'
import type { Language, Text } from './text.ts'

type StandingProps = {
  view: PublicView
  read: { readonly year: number; readonly revision: number }
  language: Language
  text: Text
  onRead: (reading: Reading) => void
}

/** What a reader must know before the first figure: a later revision, one that was withdrawn, figures that were corrected. */
export function Standing({ view, read, language, text, onRead }: StandingProps) {
  const pick = (words: { zh: string; en: string }) => words[language] || words.zh
  const later = laterThan(view, read)
  const withdrawn = withdrawnBefore(view, read)
  const own = revisionIn(view, read)
  return (
    <>
      {later !== null && (
        <p class="notice" role="status">
          {later.withdrawn
            ? text.replacedThenWithdrawn(read.revision, later.revision, later.goneOn ?? '')
            : later.ended
              ? text.replacedThenEnded(read.revision, later.revision, later.goneOn ?? '')
              : text.corrected(read.revision, later.revision)}{' '}
          {!later.withdrawn && !later.ended && (
            <button type="button" class="link" onClick={() => onRead({ year: read.year, revision: later.revision })}>
              {text.readNewest}
            </button>
          )}
        </p>
      )}
      {withdrawn !== null && (
        <p class="notice" role="status">
          {text.wasWithdrawn(withdrawn.revision, withdrawn.publishedOn, withdrawn.goneOn ?? '')} {text.whyWithdrawn}{' '}
          {pick(withdrawn.reason)}
        </p>
      )}
      {own !== null && own.comparedWith !== null && own.changes.length > 0 && (
        <p class="notice" role="status">
          {text.correctedHere(own.revision, own.comparedWith, own.changes.length, own.publishedOn)}
          {pick(own.reason)} <a href="#corrections">{text.seeChanges}</a>
        </p>
      )}
    </>
  )
}
