/** @jsxImportSource preact */
import { PROMISES, SHARED_LINK, SHARED_STORED } from '@milepost/contract/diagnose/promises'
import type { ComponentChildren } from 'preact'
import { type Asked, inLanguage, type Language, type Place } from './asked.ts'
import { en, zh } from './text.ts'

type IntroProps = {
  readonly asked: Asked
  readonly place: Place
  readonly language: Language
  readonly resumes: boolean
  readonly stratum: string | null
  readonly onStratum: (stratum: string) => void
  readonly note: ComponentChildren
  readonly onStart: () => void
}

/** Who asks, how long it takes, and the exact words of what is stored, before the first question. */
export function Intro({ asked, place, language, resumes, stratum, onStratum, note, onStart }: IntroProps) {
  const text = language === 'zh' ? zh : en
  const promise = PROMISES[asked.mode]
  const barred = barredBecause(asked, place, text)
  return (
    <main>
      <h1>{inLanguage(language, asked.title)}</h1>
      <p>
        {text.asks(inLanguage(language, asked.institution))} · {inLanguage(language, asked.name)}
      </p>
      <p>{text.minutes(asked.instrument.items.length)}</p>
      {asked.closesOn && <p>{text.until(asked.closesOn)}</p>}
      <section class="promise" aria-labelledby="stored">
        <h2 id="stored">
          {text.stored} · {inLanguage(language, promise.name)}
        </h2>
        <ul>
          {(asked.sharedLink ? SHARED_STORED : promise.stored)[language].map((line) => (
            <li key={line}>{line}</li>
          ))}
          {asked.sharedLink && <li>{SHARED_LINK[language]}</li>}
        </ul>
      </section>
      {asked.sharedLink && asked.strata.length > 1 && (
        <p class="question">
          <label for="level">{text.level}</label>
          <select id="level" value={stratum ?? ''} onChange={(event) => onStratum(event.currentTarget.value)}>
            <option value="">{text.chooseLevel}</option>
            {asked.strata.map((one) => (
              <option key={one.code} value={one.code}>
                {inLanguage(language, one.name)}
              </option>
            ))}
          </select>
        </p>
      )}
      {note}
      {barred !== null ? (
        <p role="alert">{barred}</p>
      ) : (
        <nav>
          <button type="button" class="main" disabled={asked.sharedLink && !stratum} onClick={onStart}>
            {resumes ? text.resume : text.start}
          </button>
        </nav>
      )}
    </main>
  )
}

function barredBecause(asked: Asked, place: Place, text: typeof zh): string | null {
  if (asked.open === 'not-yet') return text.notYet(asked.opensOn)
  if (asked.open === 'closed') return text.closed
  if (!asked.sharedLink && place.token === null) return text.bad
  return globalThis.crypto?.subtle === undefined && (asked.mode === 'anonymous' || asked.sharedLink) ? text.insecure : null
}
