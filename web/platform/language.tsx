import type { Bilingual } from '@milepost/terms/bilingual'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'

export type Language = 'zh' | 'en'

type InLanguage = {
  readonly language: Language
  readonly setLanguage: (language: Language) => void
  /** The side of a bilingual text that the reader chose; falls back to the other side when that one is empty. */
  readonly pick: (text: Bilingual) => string
}

const REMEMBERED_AS = 'milepost.language'
const HTML_LANG = { zh: 'zh-CN', en: 'en' } as const

const LanguageContext = createContext<InLanguage | null>(null)

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(firstLanguage)
  useEffect(() => {
    document.documentElement.lang = HTML_LANG[language]
    remember(language)
  }, [language])
  const value = useMemo(() => ({ language, setLanguage, pick: (text: Bilingual) => pickIn(language, text) }), [language])
  return <LanguageContext value={value}>{children}</LanguageContext>
}

export function useLanguage(): InLanguage {
  const value = useContext(LanguageContext)
  if (value === null) throw new Error('useLanguage outside LanguageProvider')
  return value
}

/** Screen copy: `const text = useText({ zh, en })`, with both sides in `text.ts` beside the screen. */
export function useText<Copy>(copy: { readonly zh: Copy; readonly en: Copy }): Copy {
  return copy[useLanguage().language]
}

function pickIn(language: Language, text: Bilingual): string {
  return text[language] || text.zh || text.en
}

function firstLanguage(): Language {
  const remembered = recall()
  if (remembered !== null) return remembered
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}

/** Private windows may forbid storage; the language then lasts as long as the page. */
function recall(): Language | null {
  try {
    const value = localStorage.getItem(REMEMBERED_AS)
    return value === 'zh' || value === 'en' ? value : null
  } catch {
    return null
  }
}

function remember(language: Language): void {
  try {
    localStorage.setItem(REMEMBERED_AS, language)
  } catch {
    // storage forbidden: see recall
  }
}
