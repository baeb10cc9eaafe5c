import { SearchOutlined } from '@ant-design/icons'
import { STAGES } from '@milepost/terms/cycle'
import { lazy, Suspense, useEffect, useState } from 'react'
import { PageLink } from '../address.tsx'
import { useLanguage, useText } from '../language.tsx'
import { useSession } from '../session.tsx'
import { useNarrow } from '../useNarrow.ts'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { Mark } from './Mark.tsx'
import { MeMenu } from './MeMenu.tsx'
import { isStage } from './road.ts'
import { en, zh } from './text.ts'

const SearchDialog = lazy(async () => ({ default: (await import('./SearchDialog.tsx')).SearchDialog }))

/** Institution and cycle at the left; search, language and me at the right. */
export function TopBar() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const { institution, cycle } = useSession()
  const narrow = useNarrow()
  const [searching, setSearching] = useState(false)
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return
      event.preventDefault()
      setSearching(true)
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [])
  const stage = cycle !== null && isStage(cycle.stage) ? ` · ${pick(STAGES[cycle.stage])}` : ''
  return (
    <header className="mp-top mp-unprinted">
      {narrow && (
        <PageLink href="/" aria-label={text.today} className="mp-top-mark">
          <Mark />
        </PageLink>
      )}
      <div className="mp-top-where">
        <span className="mp-top-institution">{institution === null ? text.product : pick(institution.name)}</span>
        {institution?.demo === true && <span className="mp-tag">{text.demo}</span>}
        <span className="mp-top-cycle">{cycle === null ? text.noCycle : `${pick(cycle.name)}${stage}`}</span>
      </div>
      <div className="mp-top-right">
        <button
          type="button"
          className="mp-search-button"
          onClick={() => setSearching(true)}
          title={text.searchHint}
          aria-keyshortcuts="Control+K"
        >
          <SearchOutlined aria-hidden />
          <span className={narrow ? 'mp-unseen' : undefined}>{text.search}</span>
          {!narrow && <kbd>Ctrl K</kbd>}
        </button>
        <LanguageSwitch short={narrow} />
        <MeMenu short={narrow} />
      </div>
      {searching && (
        <Suspense fallback={null}>
          <SearchDialog onClose={() => setSearching(false)} />
        </Suspense>
      )}
    </header>
  )
}
