/** @jsxImportSource preact */
import { Band, bandsOf } from './Band.tsx'
import { Feedback } from './Feedback.tsx'
import { Improved } from './Improved.tsx'
import { MeasureLine } from './MeasureLine.tsx'
import { Misses } from './Misses.tsx'
import { plain } from './measureWords.ts'
import { correctionsAddress, figuresAddress, type PublicView, previewed, type Reading } from './reading.ts'
import { Sum } from './Sum.tsx'
import type { Language, Text } from './text.ts'
import { Verdict } from './Verdict.tsx'
import { Years } from './Years.tsx'

type BodyProps = {
  view: PublicView
  current: NonNullable<PublicView['current']>
  language: Language
  text: Text
  onRead: (reading: Reading) => void
}

/** Level, target and trend of every public measure, the story of the year, the roads, and who answers for it. */
export function Body({ view, current, language, text, onRead }: BodyProps) {
  const { snapshot } = current
  const pick = (words: { zh: string; en: string }) => words[language] || words.zh
  const figures = (format: 'csv' | 'json') => figuresAddress({ year: snapshot.year, revision: current.revision }, format, language)
  return (
    <>
      <Verdict view={view} current={current} language={language} text={text} onRead={onRead} />

      <section class="sheet">
        <h2>{text.story}</h2>
        <p class="story">{pick(snapshot.story)}</p>
      </section>

      {view.surveys.length > 0 && (
        <section class="sheet ask">
          <h2>{text.askNow}</h2>
          <p class="quiet">{text.askNowSays}</p>
          <p class="acts">
            {view.surveys.map((one) => (
              <a key={one.path} href={one.path}>
                {pick(one.name)}
                {one.closesOn !== null && ` · ${text.until(one.closesOn)}`}
              </a>
            ))}
          </p>
        </section>
      )}

      <div class="beside">
        <Improved perspectives={snapshot.perspectives} language={language} text={text} />
        <Misses perspectives={snapshot.perspectives} language={language} text={text} />
      </div>

      <section class="sheet legend" id="how">
        <h2>{text.legend}</h2>
        <p class="quiet">{text.legendSays(bandsOf(snapshot.score.bands, text))}</p>
        <Sum snapshot={snapshot} text={text} />
      </section>

      {snapshot.perspectives
        .filter((perspective) => perspective.measures.length > 0)
        .map((perspective) => (
          <section class="sheet" key={perspective.code} id={`perspective-${perspective.code}`}>
            <h2>
              <Band band={perspective.band} text={text} /> {pick(perspective.name)} <span class="quiet">{perspective.score ?? '?'}</span>
              {perspective.weight !== null && <span class="weight quiet">{text.weight(perspective.weight)}</span>}
            </h2>
            {perspective.measures.map((measure) => (
              <MeasureLine key={measure.code} measure={measure} language={language} text={text} />
            ))}
          </section>
        ))}

      {snapshot.roads && (
        <section class="sheet" id="roads">
          <h2>{text.roads}</h2>
          <p class="quiet">{text.roadsSay(plain(snapshot.roads.km), snapshot.roads.period)}</p>
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

      <section class="sheet columns">
        <div>
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
        </div>
        <div>
          <h2>{text.staff}</h2>
          {snapshot.staff.appraised === 0 ? (
            <p class="quiet">{text.staffNotYet}</p>
          ) : (
            <>
              <p class="quiet">{text.staffSays(snapshot.staff.appraised, snapshot.staff.leastShown)}</p>
              <dl class="facts">
                {snapshot.staff.grades.map((one) => [
                  <dt key={`${one.grade}-name`}>{text.grades[one.grade as keyof Text['grades']] ?? one.grade}</dt>,
                  <dd key={one.grade}>{one.n ?? text.hidden}</dd>,
                ])}
              </dl>
            </>
          )}
        </div>
        <div>
          {snapshot.surveys.length > 0 && <h2>{text.surveys}</h2>}
          <dl class="facts">
            {snapshot.surveys.map((one) => [
              <dt key={`${one.name.zh}-name`}>{pick(one.name)}</dt>,
              <dd key={one.name.zh}>{text.surveySays(one.answers, one.rate)}</dd>,
            ])}
          </dl>
        </div>
      </section>

      <Feedback
        feedback={view.feedback}
        perspectives={snapshot.perspectives}
        language={language}
        text={text}
        isDraft={previewed() !== null}
      />

      <section class="sheet" id="data">
        <h2 class="acting">{text.download}</h2>
        <p class="acts">
          <a href={figures('csv')}>CSV</a> <a href={figures('json')}>JSON</a>
          <a href={correctionsAddress('csv', language)}>{text.corrections} CSV</a>
          <button type="button" onClick={() => window.print()}>
            {text.print}
          </button>
        </p>
        <h2>{text.contact}</h2>
        <p>{pick(snapshot.contact)}</p>
        {view.years.length > 0 && <Years years={view.years} language={language} text={text} onRead={onRead} />}
        <p class="quiet small">
          {current.publishedOn === '' ? text.draft : text.published(current.publishedOn)}
          {current.endsOn !== null && ` · ${text.endsOn(current.endsOn)}`} · {text.targets(snapshot.targetsSetOn)}
          <br />
          {text.hash} {current.hash}
          <br />
          {text.audit} {snapshot.audit.seq} · {snapshot.audit.head}
          {view.audit !== null && (
            <>
              <br />
              {text.daily(view.audit.day)} {view.audit.seq} · {view.audit.head} · {text.dailySays}
            </>
          )}
        </p>
      </section>
    </>
  )
}
