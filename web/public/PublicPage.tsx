/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks'
import { Body } from './Body.tsx'
import { Menu } from './Menu.tsx'
import { NothingToRead } from './NothingToRead.tsx'
import { type Found, previewed, type Reading, readPublicPage } from './reading.ts'
import { firstLanguage, type Language, remember, TEXT } from './text.ts'

export function PublicPage() {
  const [language, setLanguage] = useState<Language>(firstLanguage)
  const [reading, setReading] = useState<Reading>(null)
  const [found, setFound] = useState<Found | null>(null)
  const view = found?.kind === 'page' ? found.view : null
  const text = TEXT[language]

  useEffect(() => {
    void readPublicPage(reading).then((read) => {
      setFound(read)
      if (reading !== null) window.scrollTo(0, 0)
    })
  }, [reading])
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
    remember(language)
  }, [language])
  useEffect(() => {
    if (view !== null) document.title = `${view.institution[language] || view.institution.zh} · Milepost`
  }, [view, language])

  const other = language === 'zh' ? 'en' : 'zh'
  return (
    <>
      <header>
        <span class="mark" aria-hidden="true" />
        <strong>{view !== null ? view.institution[language] || view.institution.zh : 'Milepost'}</strong>
        <button type="button" lang={other === 'zh' ? 'zh-CN' : 'en'} onClick={() => setLanguage(other)}>
          {text.other}
        </button>
      </header>
      {view !== null && view.current !== null && <Menu snapshot={view.current.snapshot} text={text} language={language} />}
      <main>
        {found?.kind === 'page' && found.previewOf !== null && (
          <p class="notice" role="status">
            {text.preview[found.previewOf.state](found.previewOf.revision, found.previewOf.endsOn ?? '')}
          </p>
        )}
        {found === null && <p class="quiet">{text.reading}</p>}
        {found?.kind === 'unreachable' && <p role="alert">{text.unreachable}</p>}
        {found?.kind === 'refused' && (
          <section class="sheet gone" role="alert">
            {previewed() !== null && <h1>{text.noPreview}</h1>}
            <p>{found.because[language]}</p>
            {found.code === 'not-signed-in' && <a href="/">{text.signIn}</a>}
          </section>
        )}
        {view !== null && view.absent !== null && (
          <NothingToRead view={view} absent={view.absent} language={language} text={text} onRead={setReading} />
        )}
        {view !== null && view.current !== null && (
          <Body view={view} current={view.current} language={language} text={text} onRead={setReading} />
        )}
      </main>
    </>
  )
}
