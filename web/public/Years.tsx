/** @jsxImportSource preact */
import type { PublicView, Reading, Revision } from './reading.ts'
import type { Language, Text } from './text.ts'

type YearsProps = { years: PublicView['years']; language: Language; text: Text; onRead: (reading: Reading) => void }

/** Every year and revision that was published: a correction never takes the place of what it corrects. */
export function Years({ years, language, text, onRead }: YearsProps) {
  const pick = (words: { zh: string; en: string }) => words[language] || words.zh
  return (
    <>
      <h2 id="corrections">{text.years}</h2>
      {years.map((one) => (
        <section class="year" key={one.year}>
          <h3>{one.year}</h3>
          <ul>
            {one.revisions.map((revision) => (
              <li key={revision.revision}>
                {revision.withdrawn || revision.ended ? (
                  <span>{text.revision(revision.revision)}</span>
                ) : (
                  <button type="button" class="link" onClick={() => onRead({ year: one.year, revision: revision.revision })}>
                    {text.revision(revision.revision)}
                  </button>
                )}{' '}
                <span class="quiet">
                  {text.publishedOn(revision.publishedOn)}
                  {revision.withdrawn && <strong class="was-withdrawn"> · {text.withdrawnOn(revision.goneOn ?? '')}</strong>}
                  {revision.ended && ` · ${text.endedOn(revision.goneOn ?? '')}`} · {revision.withdrawn && text.whyWithdrawn}
                  {pick(revision.reason)}
                </span>
                <Changes revision={revision} pick={pick} text={text} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

type ChangesProps = { revision: Revision; pick: (words: { zh: string; en: string }) => string; text: Text }

function Changes({ revision, pick, text }: ChangesProps) {
  const { changes, comparedWith } = revision
  if (comparedWith === null) return null
  if (changes.length === 0) return <p class="quiet small">{text.noChanges(comparedWith)}</p>
  return (
    <details open={changes.length <= FEW}>
      <summary>{text.changes(changes.length, comparedWith)}</summary>
      <table class="changes">
        <thead>
          <tr>
            <th scope="col">{text.figure}</th>
            <th scope="col">{text.before}</th>
            <th scope="col">{text.after}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={change.name.zh}>
              <td>{pick(change.name)}</td>
              <td>{change.before ?? text.noData}</td>
              <td>{change.after ?? text.noData}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

/** So many corrected figures stand open; more are one tap away. */
const FEW = 12
