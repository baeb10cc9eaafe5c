/** @jsxImportSource preact */
import type { Language } from './asked.ts'
import { en, zh } from './text.ts'

type HeadProps = { readonly title: string; readonly language: Language; readonly onLanguage: (language: Language) => void }

export function Head({ title, language, onLanguage }: HeadProps) {
  const other = language === 'zh' ? 'en' : 'zh'
  return (
    <header>
      <i class="mark" aria-hidden="true" />
      <strong>{title}</strong>
      <button type="button" lang={other === 'zh' ? 'zh-CN' : 'en'} onClick={() => onLanguage(other)}>
        {(language === 'zh' ? zh : en).other}
      </button>
    </header>
  )
}
