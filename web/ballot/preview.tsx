/** @jsxImportSource preact */
import type { Instrument } from '@milepost/contract/diagnose/instrument'
import { render } from 'preact'
import { useLayoutEffect, useState } from 'preact/hooks'
import type { Bilingual, Language } from './asked.ts'
import { inLanguage } from './asked.ts'
import { Head } from './Head.tsx'
import { pagesOf } from './pages.ts'
import { Questionnaire } from './Questionnaire.tsx'
import { en, zh } from './text.ts'

type Shown = { readonly title: Bilingual; readonly instrument: Instrument; readonly language: Language; readonly follow: string | null }

/** The questionnaire exactly as a respondent will see it, inside another page; null takes it away. No answer is kept. */
export function showPreview(into: HTMLElement, shown: Shown | null): void {
  render(shown && <Preview {...shown} />, into)
}

function Preview({ title, instrument, language: first, follow }: Shown) {
  const [language, setLanguage] = useState(first)
  const [answers, setAnswers] = useState<ReadonlyMap<string, string>>(new Map())
  const [{ page, followed }, setAt] = useState({ page: 0, followed: true })
  const pages = pagesOf(instrument, 1)
  useLayoutEffect(() => {
    const wanted = follow === null ? -1 : pagesOf(instrument, 1).findIndex((one) => one.items.some((item) => item.code === follow))
    if (wanted >= 0) setAt({ page: wanted, followed: true })
  }, [instrument, follow])
  return (
    <>
      <Head title={inLanguage(language, title)} language={language} onLanguage={setLanguage} />
      <Questionnaire
        instrument={instrument}
        pages={pages}
        answers={answers}
        page={Math.min(page, pages.length - 1)}
        language={language}
        onAnswer={(code, value) => setAnswers(new Map(answers).set(code, value))}
        onPage={(next) => setAt({ page: next, followed: false })}
        quiet={followed}
        end={<small>{(language === 'zh' ? zh : en).preview}</small>}
      />
    </>
  )
}
