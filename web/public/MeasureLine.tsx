/** @jsxImportSource preact */
import { Band } from './Band.tsx'
import type { Measure } from './reading.ts'
import { Spark } from './Spark.tsx'
import type { Language, Text } from './text.ts'

type MeasureLineProps = { measure: Measure; language: Language; text: Text }

/** One measure: level, target, trend; what it means and where it comes from one tap away. */
export function MeasureLine({ measure, language, text }: MeasureLineProps) {
  const pick = (words: { zh: string; en: string }) => words[language] || words.zh
  const unit = pick(measure.unit)
  const points = measure.trend.map((point) => `${point.year} ${point.actual ?? text.noData}`).join(language === 'zh' ? '，' : ', ')
  return (
    <details class="measure">
      <summary>
        <Band band={measure.band} text={text} />
        <span class="name">{pick(measure.name)}</span>
        <span class="level">{measure.actual === null ? text.noData : `${measure.actual} ${unit}`}</span>
        <span class="aim quiet">
          {text.target} {measure.target ?? '–'}
        </span>
        <Spark values={measure.trend.map((point) => point.actual)} />
      </summary>
      <p>
        <strong>{text.what}</strong> {pick(measure.definition)}
      </p>
      <p class="quiet">
        {text.better[measure.better]} · {text.score} {measure.score ?? '?'}
        {measure.n !== null && ` · ${text.answers(measure.n)}`} · {text.source} {pick(measure.source)}
      </p>
      {measure.trend.length > 1 && <p class="quiet">{text.trend(points)}</p>}
    </details>
  )
}
