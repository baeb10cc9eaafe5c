/** @jsxImportSource preact */
import type { Instrument } from '@milepost/contract/diagnose/instrument'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { type Answers, inLanguage, type Language } from './asked.ts'
import { askedOf, missingOf, type Page, progressOf, unreadableOf } from './pages.ts'
import { Question } from './Question.tsx'
import { en, zh } from './text.ts'

type QuestionnaireProps = {
  readonly instrument: Instrument
  readonly pages: readonly Page[]
  readonly answers: Answers
  readonly page: number
  readonly language: Language
  readonly onAnswer: (code: string, value: string) => void
  readonly onPage: (page: number) => void
  /** In a preview that follows what is written beside it: a new page does not take the focus away from there. */
  readonly quiet?: boolean
  /** The last act: sending, or nothing in a preview. */
  readonly end: ComponentChildren
}

/** Page by page with progress; required questions hold up their own page only. */
export function Questionnaire(props: QuestionnaireProps) {
  const shown = props.pages[props.page]
  return shown ? <OnePage key={props.page} {...props} shown={shown} /> : null
}

/** Made anew for every page, so that it starts at its top and nothing of the last page lingers. */
function OnePage({
  instrument,
  pages,
  answers,
  page,
  language,
  onAnswer,
  onPage,
  quiet = false,
  end,
  shown,
}: QuestionnaireProps & { readonly shown: Page }) {
  const text = language === 'zh' ? zh : en
  const [pressed, setPressed] = useState(false)
  const top = useRef<HTMLHeadingElement>(null)
  const missing = missingOf(shown, answers)
  const unreadable = unreadableOf(shown, answers)
  const toMend = [...missing, ...unreadable]
  useEffect(() => {
    if (quiet) return
    top.current?.focus({ preventScroll: true })
    top.current?.scrollIntoView({ block: 'nearest' })
  }, [quiet])
  const go = (by: number) => {
    if (by > 0 && toMend.length > 0) {
      setPressed(true)
      document.getElementById(`q-${toMend[0]}`)?.scrollIntoView({ block: 'center' })
      return
    }
    onPage(page + by)
  }
  const last = page === pages.length - 1
  const open = pages.flatMap((one) => askedOf(one, answers)).filter((item) => !answers.get(item.code)?.trim()).length
  return (
    <main>
      <h1 tabIndex={-1} ref={top}>
        {shown.title ? inLanguage(language, shown.title) : text.page(page + 1, pages.length)}
      </h1>
      <progress max={100} value={progressOf(pages, answers)} aria-label={text.page(page + 1, pages.length)} />
      {askedOf(shown, answers).map((item) => (
        <Question
          key={item.code}
          item={item}
          instrument={instrument}
          language={language}
          value={answers.get(item.code) ?? ''}
          wrong={pressed && toMend.includes(item.code)}
          onAnswer={(value) => onAnswer(item.code, value)}
        />
      ))}
      <p role="alert">
        {pressed && missing.length > 0 ? text.missing(missing.length) : ''} {pressed && unreadable.length > 0 ? text.notNumber : ''}
      </p>
      {last && <p>{open > 0 ? text.unanswered(open) : text.ready}</p>}
      <nav>
        {page > 0 && (
          <button type="button" onClick={() => go(-1)}>
            {text.back}
          </button>
        )}
        <span>{text.page(page + 1, pages.length)}</span>
        {last ? (
          toMend.length > 0 ? (
            <button type="button" class="main" onClick={() => go(1)}>
              {text.send}
            </button>
          ) : (
            end
          )
        ) : (
          <button type="button" class="main" onClick={() => go(1)}>
            {text.next}
          </button>
        )}
      </nav>
    </main>
  )
}
