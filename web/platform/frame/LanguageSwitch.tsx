import { useLanguage } from '../language.tsx'

/** One click to the other language; it stays. */
export function LanguageSwitch({ short = false }: { readonly short?: boolean }) {
  const { language, setLanguage } = useLanguage()
  const other = language === 'zh' ? 'en' : 'zh'
  const named = other === 'en' ? 'English' : '中文'
  if (short)
    return (
      <button
        type="button"
        className="mp-language-short"
        lang={other === 'en' ? 'en' : 'zh-CN'}
        title={named}
        onClick={() => setLanguage(other)}
      >
        {other === 'en' ? 'EN' : '中文'}
      </button>
    )
  return (
    <div className="mp-language">
      <button type="button" lang="zh-CN" aria-pressed={language === 'zh'} onClick={() => setLanguage('zh')}>
        中文
      </button>
      <button type="button" lang="en" aria-pressed={language === 'en'} onClick={() => setLanguage('en')}>
        English
      </button>
    </div>
  )
}
