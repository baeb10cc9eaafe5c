/** @jsxImportSource preact */
import { Band } from './Band.tsx'
import { bestOf, gapOf, movedOf, sourcesOf, targetYears } from './measureWords.ts'
import type { Measure } from './reading.ts'
import { Scale } from './Scale.tsx'
import { Spark } from './Spark.tsx'
import type { Language, Text } from './text.ts'
import { YearsChart } from './YearsChart.tsx'

type MeasureLineProps = { measure: Measure; language: Language; text: Text }

/** One measure: level, target, how far apart; what it means, where it comes from, and how it went one tap away. */
export function MeasureLine({ measure, language, text }: MeasureLineProps) {
  const pick = (words: { zh: string; en: string }) => words[language] || words.zh
  const unit = pick(measure.unit)
  const gap = gapOf(measure)
  const best = bestOf(measure)
  const moved = movedOf(measure)
  return (
    <details class="measure">
      <summary>
        <Band band={measure.band} text={text} />
        <span class="name">{pick(measure.name)}</span>
        <span class="level">
          <b>{measure.actual === null ? text.noData : `${measure.actual} ${unit}`}</b>
          {moved !== null && (
            <span class={`moved ${moved.way}`} title={text.sinceLast[moved.way]}>
              <span aria-hidden="true">{moved.way === 'same' ? '→' : moved.up ? '↑' : '↓'}</span>
              <span class="hidden">{text.sinceLast[moved.way]} </span>
              {moved.by}
            </span>
          )}
        </span>
        <span class="aim quiet">
          {text.target} {measure.target ?? '–'}
        </span>
        <Scale measure={measure} />
        <span class={`verdict ${measure.reached ? 'reached' : 'short'}`}>
          {measure.reached === null ? '' : measure.reached ? `✓ ${text.reached}` : gap === null ? text.missed : text.short(gap, unit)}
        </span>
      </summary>
      <div class="more" id={`measure-${measure.code}`}>
        <p>
          <strong>{text.what}</strong> {pick(measure.definition)}
        </p>
        <p class="quiet">
          {text.better[measure.better]} · {text.score} {measure.score ?? '?'}
          {measure.n !== null && ` · ${text.answers(measure.n)}`}
          {measure.interval !== null && ` · ${text.interval(measure.interval.low, measure.interval.high)}`} · {text.source}{' '}
          {pick(measure.source)}
        </p>
        {pick(measure.miss) !== '' && (
          <p class="why">
            <strong>{text.whyMissed}</strong> {pick(measure.miss)}
          </p>
        )}
        {pick(measure.rule) !== '' && (
          <p class="quiet">
            <strong>{text.scoring}</strong> {pick(measure.rule)}
            {measure.exact !== null && ` · ${text.scoredFrom(measure.exact, unit)}`} → {measure.score ?? '?'}
            {measure.weight !== null && ` · ${text.weight(measure.weight)}`}
          </p>
        )}
        <div class="history">
          <YearsChart measure={measure} text={text} />
          <dl class="facts">
            {measure.periods.length > 1 && [
              <dt key="periods">{text.withinYear}</dt>,
              <dd key="periods-figures">
                {measure.trend.length < 2 && <Spark values={measure.periods.map((one) => one.actual)} />}
                {measure.periods.map((one) => `${one.period} ${one.actual ?? text.noData}`).join(text.comma)}
              </dd>,
            ]}
            {measure.trend.length > 1 && [
              <dt key="years">{text.overYears}</dt>,
              <dd key="years-figures">
                {measure.trend.map((one) => `${one.year} ${one.actual ?? text.noData}`).join(text.comma)}
                {best !== null && ` · ${text.best(best.year, best.actual)}`}
              </dd>,
            ]}
            {sourcesOf(measure).length > 0 && [
              <dt key="sources">{text.earlierFrom}</dt>,
              <dd key="sources-names">
                {sourcesOf(measure)
                  .map(({ source }) => pick(source))
                  .join(text.comma)}
              </dd>,
            ]}
            {targetYears(measure).length > 0 && [
              <dt key="targets">{text.targetHistory}</dt>,
              <dd key="targets-figures">
                {targetYears(measure)
                  .map((one) => text.targetOf(one.year, one.target, one.setOn))
                  .join(text.comma)}
              </dd>,
            ]}
            {measure.spread !== null && [
              <dt key="spread">{text.sideBySide}</dt>,
              <dd key="spread-figures">{text.spread(measure.spread)}</dd>,
            ]}
          </dl>
        </div>
      </div>
    </details>
  )
}
