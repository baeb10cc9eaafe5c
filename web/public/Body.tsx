/** @jsxImportSource preact */
import { Band } from './Band.tsx'
import { MeasureLine } from './MeasureLine.tsx'
import type { PublicView } from './reading.ts'
import type { Language, Text } from './text.ts'

type BodyProps = {
  view: PublicView
  current: NonNullable<PublicView['current']>
  language: Language
  text: Text
  onYear: (year: string) => void
}

/** Level, target and trend of every public measure, the story of the year, the roads, and who answers for it. */
export function Body({ view, current, language, text, onYear }: BodyProps) {
  const { snapshot } = current
  const pick = (words: { zh: string; en: string }) => words[language] || words.zh
  const figures = (format: 'csv' | 'json') => `/api/public/figures?year=${snapshot.year}&format=${format}&language=${language}`
  return (
    <>
      <section class="sheet first">
        <h1>{text.title(snapshot.year)}</h1>
        {pick(snapshot.mission) !== '' && <p class="mission">{pick(snapshot.mission)}</p>}
        <p class="score">
          <span class="figure">{snapshot.score.official ?? '?'}</span>
          <span>
            <Band band={snapshot.score.band} text={text} /> {text.whole} <span class="quiet">{text.of100}</span>
            <br />
            {text.onTarget(snapshot.score.onTarget, snapshot.score.measures)}
            {snapshot.score.covered !== null && <span class="quiet"> · {text.covered(snapshot.score.covered)}</span>}
          </span>
        </p>
      </section>

      <section class="sheet">
        <h2>{text.story}</h2>
        <p class="story">{pick(snapshot.story)}</p>
      </section>

      {snapshot.perspectives
        .filter((perspective) => perspective.measures.length > 0)
        .map((perspective) => (
          <section class="sheet" key={perspective.code}>
            <h2>
              <Band band={perspective.band} text={text} /> {pick(perspective.name)} <span class="quiet">{perspective.score ?? '?'}</span>
            </h2>
            {perspective.measures.map((measure) => (
              <MeasureLine key={measure.code} measure={measure} language={language} text={text} />
            ))}
          </section>
        ))}

      {snapshot.roads && (
        <section class="sheet">
          <h2>{text.roads}</h2>
          <p class="quiet">{text.roadsSay(snapshot.roads.km, snapshot.roads.period)}</p>
          <dl class="facts">
            <dt>{text.mean}</dt>
            <dd>{snapshot.roads.mean ?? '?'}</dd>
            <dt>{text.good}</dt>
            <dd>{snapshot.roads.goodRate ?? '?'} %</dd>
            <dt>{text.poor}</dt>
            <dd>{snapshot.roads.poorRate ?? '?'} %</dd>
          </dl>
        </section>
      )}

      <section class="sheet">
        <h2>{text.units}</h2>
        <p class="quiet">{text.unitsSay(snapshot.units.scored)}</p>
        <dl class="facts">
          {snapshot.units.bands.map((one) => [
            <dt key={`${one.band}-name`}>
              <Band band={one.band} text={text} />
            </dt>,
            <dd key={one.band}>{one.units}</dd>,
          ])}
        </dl>
        <h2>{text.staff}</h2>
        <p class="quiet">{text.staffSays(snapshot.staff.appraised, snapshot.staff.leastShown)}</p>
        <dl class="facts">
          {snapshot.staff.grades.map((one) => [
            <dt key={`${one.grade}-name`}>{text.grades[one.grade as keyof Text['grades']] ?? one.grade}</dt>,
            <dd key={one.grade}>{one.n ?? text.hidden}</dd>,
          ])}
        </dl>
        {snapshot.surveys.length > 0 && <h2>{text.surveys}</h2>}
        <dl class="facts">
          {snapshot.surveys.map((one) => [
            <dt key={`${one.name.zh}-name`}>{pick(one.name)}</dt>,
            <dd key={one.name.zh}>{text.surveySays(one.answers, one.rate)}</dd>,
          ])}
        </dl>
      </section>

      <section class="sheet">
        <h2>{text.download}</h2>
        <p class="acts">
          <a href={figures('csv')}>CSV</a> <a href={figures('json')}>JSON</a>{' '}
          <button type="button" onClick={() => window.print()}>
            {text.print}
          </button>
        </p>
        <h2>{text.contact}</h2>
        <p>{snapshot.contact}</p>
        <h2>{text.years}</h2>
        <ul>
          {view.years.map((one) => (
            <li key={one.year}>
              <button type="button" class="link" onClick={() => onYear(String(one.year))}>
                {one.year}
              </button>
              {one.revisions.map((revision) => (
                <span class="quiet" key={revision.revision}>
                  {' '}
                  {text.revision(revision.revision)} · {revision.publishedOn} · {revision.reason}
                  {revision.withdrawn && ` (${text.withdrawn})`}
                </span>
              ))}
            </li>
          ))}
        </ul>
        <p class="quiet small">
          {text.published(current.publishedOn)} · {text.targets(snapshot.targetsSetOn)}
          <br />
          {text.hash} {current.hash}
          <br />
          {text.audit} {snapshot.audit.seq} · {snapshot.audit.head}
        </p>
      </section>
    </>
  )
}
