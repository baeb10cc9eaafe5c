/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks'
import { Body } from './Body.tsx'
import { type PublicView, readPublicPage } from './reading.ts'
import { firstLanguage, type Language, remember, TEXT } from './text.ts'

export function PublicPage() {
  const [language, setLanguage] = useState<Language>(firstLanguage)
  const [year, setYear] = useState<string | null>(null)
  const [view, setView] = useState<PublicView | null | 'reading'>('reading')
  const text = TEXT[language]

  useEffect(() => {
    void readPublicPage(year).then(setView)
  }, [year])
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
    remember(language)
  }, [language])
  useEffect(() => {
    if (view !== null && view !== 'reading') document.title = `${view.institution[language] || view.institution.zh} · Milepost`
  }, [view, language])

  const other = language === 'zh' ? 'en' : 'zh'
  return (
    <>
      <header>
        <span class="mark" aria-hidden="true" />
        <strong>{view !== null && view !== 'reading' ? view.institution[language] || view.institution.zh : 'Milepost'}</strong>
        <button type="button" lang={other === 'zh' ? 'zh-CN' : 'en'} onClick={() => setLanguage(other)}>
          {text.other}
        </button>
      </header>
      <main>
        {view === 'reading' && <p class="quiet">{text.reading}</p>}
        {view === null && <p role="alert">{text.unreachable}</p>}
        {view !== null && view !== 'reading' && view.current === null && (
          <section class="sheet">
            <h1>{text.nothing}</h1>
            <p>{text.nothingSays}</p>
          </section>
        )}
        {view !== null && view !== 'reading' && view.current !== null && (
          <Body view={view} current={view.current} language={language} text={text} onYear={setYear} />
        )}
      </main>
    </>
  )
}
