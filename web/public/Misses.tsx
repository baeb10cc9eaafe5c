/** @jsxImportSource preact */
import { missesOf } from './measureWords.ts'
import type { Snapshot } from './reading.ts'
import type { Language, Text } from './text.ts'

type MissesProps = { perspectives: Snapshot['perspectives']; language: Language; text: Text }

/** What was missed, why, and what is being done: said before the figures, not below them. */
export function Misses({ perspectives, language, text }: MissesProps) {
  const misses = missesOf(perspectives)
  const pick = (words: { zh: string; en: string }) => words[language] || words.zh
  if (misses.length === 0) return null
  return (
    <section class="sheet misses" id="misses">
      <h2>{text.misses}</h2>
      <p class="quiet">{text.missesSay}</p>
      <ul>
        {misses.map((measure) => (
          <li key={measure.code}>
            <strong>
              <a href={`#measure-${measure.code}`}>{pick(measure.name)}</a>
            </strong>{' '}
            <span class="quiet">
              {measure.actual ?? text.noData} {pick(measure.unit)}, {text.target} {measure.target ?? '–'}
            </span>
            <br />
            {measure.miss.zh === '' && measure.miss.en === '' ? text.noWord : pick(measure.miss)}
          </li>
        ))}
      </ul>
    </section>
  )
}
