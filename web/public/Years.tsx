/** @jsxImportSource preact */
import type { PublicView, Reading } from './reading.ts'
import type { Language, Text } from './text.ts'

type YearsProps = { years: PublicView['years']; language: Language; text: Text; onRead: (reading: Reading) => void }

/** Every year and revision that was published: a correction never takes the place of what it corrects. */
export function Years({ years, language, text, onRead }: YearsProps) {
  const pick = (words: { zh: string; en: string }) => words[language] || words.zh
  return (
    <>
      <h2>{text.years}</h2>
      {years.map((one) => (
        <section class="year" key={one.year}>
          <h3>{one.year}</h3>
          <ul>
            {one.revisions.map((revision) => (
              <li key={revision.revision}>
                {revision.withdrawn || revision.ended ? (
                  <span>
                    {text.revision(revision.revision)} ({revision.withdrawn ? text.withdrawn : text.ended})
                  </span>
                ) : (
                  <button type="button" class="link" onClick={() => onRead({ year: one.year, revision: revision.revision })}>
                    {text.revision(revision.revision)}
                  </button>
                )}{' '}
                <span class="quiet">
                  {revision.publishedOn} · {pick(revision.reason)}
                </span>
                {revision.changes.length > 0 && (
                  <details>
                    <summary>
                      {text.changes} ({revision.changes.length})
                    </summary>
                    <ul>
                      {revision.changes.map((one) => (
                        <li key={one.name.zh}>{text.change(pick(one.name), one.before ?? text.noData, one.after ?? text.noData)}</li>
                      ))}
                    </ul>
                  </details>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
