/** @jsxImportSource preact */
import type { Absent, PublicView, Reading } from './reading.ts'
import { revisionIn, yearsToRead } from './standing.ts'
import type { Language, Text } from './text.ts'
import { Years } from './Years.tsx'

type NothingToReadProps = {
  view: PublicView
  absent: Absent
  language: Language
  text: Text
  onRead: (reading: Reading) => void
}

function sentenceOf(absent: Absent, { absent: say }: Text): string {
  switch (absent.kind) {
    case 'nothing-yet':
      return say['nothing-yet']()
    case 'unreadable':
      return say.unreadable(absent)
    case 'no-such-year':
      return say['no-such-year'](absent)
    case 'no-such-revision':
      return say['no-such-revision'](absent)
    case 'withdrawn':
      return say.withdrawn(absent)
    case 'ended':
      return say.ended(absent)
  }
}

/** Why there are no figures: what was withdrawn, when and why, or what the address asks for that never was; then the years that are there. */
export function NothingToRead({ view, absent, language, text, onRead }: NothingToReadProps) {
  const pick = (words: { zh: string; en: string }) => words[language] || words.zh
  const gone =
    absent.kind === 'withdrawn' || absent.kind === 'ended'
      ? { year: absent.year, one: revisionIn(view, { year: absent.year, revision: absent.revision }) }
      : null
  const there = yearsToRead(view)
  return (
    <>
      <section class="sheet gone">
        <h1>{sentenceOf(absent, text)}</h1>
        {gone?.one && (
          <>
            <p>
              {absent.kind === 'withdrawn'
                ? text.wasWithdrawn(gone.one.revision, gone.one.publishedOn, gone.one.goneOn ?? '')
                : text.hasEnded(gone.one.revision, gone.one.publishedOn, gone.one.goneOn ?? '')}
            </p>
            {absent.kind === 'withdrawn' && (
              <p class="why">
                <strong>{text.whyWithdrawn}</strong>
                {pick(gone.one.reason)}
              </p>
            )}
            <p class="quiet">{absent.kind === 'withdrawn' ? text.notBrought.withdrawn : text.notBrought.ended}</p>
          </>
        )}
        {absent.kind === 'nothing-yet' && <p>{text.nothingSays}</p>}
        {there.length > 0 && (
          <p class="acts">
            <span>{text.canBeRead}</span>
            {there.map((year) => (
              <button key={year} type="button" class="link" onClick={() => onRead({ year })}>
                {text.title(year)}
              </button>
            ))}
          </p>
        )}
      </section>
      {view.years.length > 0 && (
        <section class="sheet">
          <Years years={view.years} language={language} text={text} onRead={onRead} />
        </section>
      )}
    </>
  )
}
