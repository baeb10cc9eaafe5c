/** @jsxImportSource preact */
import { Band } from './Band.tsx'
import { comparedCount, improvedOf, missesOf, plain } from './measureWords.ts'
import { Perspectives } from './Perspectives.tsx'
import type { PublicView, Reading } from './reading.ts'
import { Standing } from './Standing.tsx'
import type { Language, Text } from './text.ts'

type VerdictProps = {
  view: PublicView
  current: NonNullable<PublicView['current']>
  language: Language
  text: Text
  onRead: (reading: Reading) => void
}

/** The year at one glance: the whole, how many targets were reached, how much got better; who set the targets and when it was published. */
export function Verdict({ view, current, language, text, onRead }: VerdictProps) {
  const { snapshot } = current
  const { score, perspectives } = snapshot
  const pick = (words: { zh: string; en: string }) => words[language] || words.zh
  const [better, compared, missed] = [improvedOf(perspectives).length, comparedCount(perspectives), missesOf(perspectives).length]
  return (
    <section class="sheet first">
      <h1>{text.title(snapshot.year)}</h1>
      <p class="quiet small stamp">
        {current.publishedOn === '' ? text.draft : text.published(current.publishedOn)} · {text.revision(current.revision)} ·{' '}
        {text.targets(snapshot.targetsSetOn)}
      </p>
      <Standing view={view} read={{ year: snapshot.year, revision: current.revision }} language={language} text={text} onRead={onRead} />
      {pick(snapshot.mission) !== '' && <p class="mission">{pick(snapshot.mission)}</p>}
      <div class="tiles">
        <div class="tile">
          <span class="what">
            {text.whole} <span class="quiet">{text.of100}</span>
          </span>
          <span class="figure">{score.official ?? '?'}</span>
          <span class="note">
            <Band band={score.band} text={text} /> <a href="#how">{text.legend}</a>
          </span>
        </div>
        <div class="tile">
          <span class="what">{text.reachedTile}</span>
          <span class="figure">
            {score.onTarget}
            <span class="quiet"> / {score.measures}</span>
          </span>
          <Dots n={score.onTarget} of={score.measures} />
          <span class="note">
            {missed > 0 && <a href="#misses">{text.missedTile(missed)}</a>}{' '}
            {score.covered !== null && <span class="quiet">{text.covered(plain(score.covered))}</span>}
          </span>
        </div>
        {compared > 0 && (
          <div class="tile">
            <span class="what">{text.betterTile}</span>
            <span class="figure">
              {better}
              <span class="quiet"> / {compared}</span>
            </span>
            <Dots n={better} of={compared} />
            <span class="note">
              {better > 0 && <a href="#improved">{text.which}</a>} <span class="quiet">{text.comparedTile(compared)}</span>
            </span>
          </div>
        )}
        <div class="tile wide">
          <span class="what">{text.chart}</span>
          <Perspectives perspectives={perspectives} language={language} text={text} />
        </div>
      </div>
    </section>
  )
}

/** So many of so many, one mark each; the figures stand above. */
function Dots({ n, of }: { n: number; of: number }) {
  if (of > MOST_DOTS) return null
  return (
    <svg class="dots" width={of * STEP} viewBox={`0 0 ${of * STEP} ${STEP}`} aria-hidden="true">
      {Array.from({ length: of }, (_, at) => STEP / 2 + at * STEP).map((x) => (
        <circle key={x} cx={x} cy={STEP / 2} r="5" class={x < n * STEP ? 'on' : ''} />
      ))}
    </svg>
  )
}

const STEP = 15
const MOST_DOTS = 24
