/** @jsxImportSource preact */
import { improvedOf, isBestYet } from './measureWords.ts'
import type { Snapshot } from './reading.ts'
import { Spark } from './Spark.tsx'
import type { Language, Text } from './text.ts'

type ImprovedProps = { perspectives: Snapshot['perspectives']; language: Language; text: Text }

/** What got better since the year before, each with both figures; whether its target was reached is said beside it. */
export function Improved({ perspectives, language, text }: ImprovedProps) {
  const improved = improvedOf(perspectives)
  const pick = (words: { zh: string; en: string }) => words[language] || words.zh
  if (improved.length === 0) return null
  return (
    <section class="sheet improved" id="improved">
      <h2>{text.improved}</h2>
      <p class="quiet">{text.improvedSay}</p>
      <ul>
        {improved.map(({ measure, moved }) => (
          <li key={measure.code}>
            <strong>
              <a href={`#measure-${measure.code}`}>{pick(measure.name)}</a>
            </strong>
            <span class="way">
              <Spark values={measure.trend.map(({ actual }) => actual)} />
              <span>
                {moved.from} → <b>{moved.to}</b> {pick(measure.unit)}
              </span>
              <span class={measure.reached ? 'reached' : 'quiet'}>
                {measure.reached === null ? '' : measure.reached ? `✓ ${text.reached}` : `${text.target} ${measure.target ?? '–'}`}
                {isBestYet(measure) && <span class="best"> · {text.bestYet}</span>}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
