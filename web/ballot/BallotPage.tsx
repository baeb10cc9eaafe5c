/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { type Asked, inLanguage, type Language, type Place } from './asked.ts'
import { type Draft, forgetAnswers, keepDraft, readDraft } from './draft.ts'
import { Head } from './Head.tsx'
import { Intro } from './Intro.tsx'
import { pagesOf } from './pages.ts'
import { Questionnaire } from './Questionnaire.tsx'
import { en, zh } from './text.ts'
import { Refused } from './wire.ts'

type BallotPageProps = {
  readonly asked: Asked
  readonly place: Place
  readonly first: Language
  /** What the server says of the link; null when it could not be asked, or there is none. */
  readonly link: { readonly used: boolean } | Refused | null
}
type Stage = 'refused' | 'intro' | 'asked' | 'sending' | 'waiting' | 'sent' | 'used'

const FIRST_TRY_MS = 2000
const LAST_TRY_MS = 30_000

export function BallotPage({ asked, place, first, link }: BallotPageProps) {
  const kept = useMemo(() => readDraft(place), [place])
  const usable = kept !== null && (kept.state === 'sent' || kept.hash === asked.questionnaireHash) ? kept : null
  const [draft, setDraft] = useState<Draft>(usable ?? newDraft(asked, first))
  const [stage, setStage] = useState<Stage>(stageOf(usable, link))
  const [refused, setRefused] = useState<Refused | null>(link instanceof Refused ? link : null)
  const { language } = draft
  const text = language === 'zh' ? zh : en
  const pages = useMemo(() => pagesOf(asked.instrument, draft.seed), [asked, draft.seed])
  const keep = (next: Draft): Draft => {
    setDraft(next)
    keepDraft(place, next)
    return next
  }

  const deliver = async () => {
    setStage('sending')
    setRefused(null)
    // a refused ballot keeps the signature it has: a link is signed for once
    let latest = keep({ ...draft, state: 'waiting' })
    const step = (next: Draft): Draft => {
      latest = keep(next)
      return latest
    }
    try {
      const { send } = await import('./send.ts')
      await send(asked, place, latest, step)
      forgetAnswers(place, latest)
      setStage('sent')
    } catch (fault) {
      const known = fault instanceof Refused ? fault : new Refused('internal', { zh: String(fault), en: String(fault) })
      if (known.code === 'no-connection') return setStage('waiting')
      setRefused(known)
      keep({ ...latest, state: 'asked' })
      setStage(known.code === 'invitation-used' ? 'used' : 'asked')
    }
  }

  useTryingAgain(stage === 'waiting', () => void deliver())

  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
    document.title = inLanguage(language, asked.title)
  }, [language, asked])

  const switchTo = (next: Language) => keep({ ...draft, language: next })
  const note = refused && <p role="alert">{inLanguage(language, refused.text)}</p>
  return (
    <>
      <Head title={inLanguage(language, asked.institution)} language={language} onLanguage={switchTo} />
      {stage === 'intro' && (
        <Intro
          asked={asked}
          place={place}
          language={language}
          resumes={Object.keys(draft.answers).length > 0}
          stratum={draft.stratum}
          onStratum={(stratum) => keep({ ...draft, stratum })}
          note={note}
          onStart={() => {
            if (draft.startedAt === 0) keep({ ...draft, startedAt: Date.now() })
            setStage('asked')
          }}
        />
      )}
      {stage === 'asked' && (
        <>
          {refused && (
            <p role="alert" class="refused">
              {inLanguage(language, refused.text)}
            </p>
          )}
          <Questionnaire
            instrument={asked.instrument}
            pages={pages}
            answers={new Map(Object.entries(draft.answers))}
            page={Math.min(draft.page, pages.length - 1)}
            language={language}
            onAnswer={(code, value) => keep({ ...draft, answers: { ...draft.answers, [code]: value } })}
            onPage={(page) => keep({ ...draft, page })}
            end={
              <button type="button" class="main" onClick={() => void deliver()}>
                {text.send}
              </button>
            }
          />
        </>
      )}
      {stage === 'sending' && <Notice title={text.sending} />}
      {stage === 'waiting' && (
        <Notice title={text.waiting}>
          <button type="button" class="main" onClick={() => void deliver()}>
            {text.tryNow}
          </button>
        </Notice>
      )}
      {stage === 'sent' && (
        <Notice title={text.thanks}>
          <p>{text.thanksSay}</p>
        </Notice>
      )}
      {stage === 'used' && <Notice title={text.used} />}
      {stage === 'refused' && refused && <Notice title={inLanguage(language, refused.text)} />}
    </>
  )
}

/** A signed ballot that has not arrived yet goes on, although its link counts as used. */
function stageOf(kept: Draft | null, link: BallotPageProps['link']): Stage {
  if (kept?.state === 'sent' || kept?.state === 'waiting') return kept.state
  if (link instanceof Refused && !kept?.blinded) return 'refused'
  return link !== null && 'used' in link && link.used && !kept?.blinded ? 'used' : 'intro'
}

/** While something waits to be sent: whenever the network returns, and by itself, soon at first and then every half minute. */
function useTryingAgain(waits: boolean, send: () => void): void {
  const latest = useRef(send)
  latest.current = send
  const tries = useRef(0)
  useEffect(() => {
    if (!waits) return
    const again = () => latest.current()
    addEventListener('online', again)
    // the network may have returned before anybody listened
    const timer = setTimeout(again, Math.min(LAST_TRY_MS, FIRST_TRY_MS * 2 ** tries.current))
    tries.current += 1
    return () => {
      removeEventListener('online', again)
      clearTimeout(timer)
    }
  }, [waits])
}

function Notice({ title, children }: { readonly title: string; readonly children?: ComponentChildren }) {
  return (
    <main class="notice" aria-live="polite">
      <h1>{title}</h1>
      {children}
    </main>
  )
}

const newDraft = (asked: Asked, language: Language): Draft => ({
  hash: asked.questionnaireHash,
  answers: {},
  page: 0,
  startedAt: 0,
  seed: Math.floor(Math.random() * 2_147_483_646),
  language,
  stratum: asked.sharedLink && asked.strata.length === 1 ? (asked.strata[0]?.code ?? null) : null,
  blinded: null,
  signature: null,
  state: 'asked',
})
