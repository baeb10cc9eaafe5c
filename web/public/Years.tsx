/** @jsxImportSource preact */
import type { PublicView, Reading } from './reading.ts'
import type { Text } from './text.ts'

type YearsProps = { years: PublicView['years']; text: Text; onRead: (reading: Reading) => void }

/** Every year and revision that was published: a correction never takes the place of what it corrects. */
export function Years({ years, text, onRead }: YearsProps) {
  return (
    <>
      <h2>{text.years}</h2>
      {years.map((one) => (
        <section class="year" key={one.year}>
          <h3>{one.year}</h3>
          <ul>
            {one.revisions.map((revision) => (
              <li key={revision.revision}>
                {revision.withdrawn ? (
                  <span>
                    {text.revision(revision.revision)} ({text.withdrawn})
                  </span>
                ) : (
                  <button type="button" class="link" onClick={() => onRead({ year: one.year, revision: revision.revision })}>
                    {text.revision(revision.revision)}
                  </button>
                )}{' '}
                <span class="quiet">
                  {revision.publishedOn} · {revision.reason}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
