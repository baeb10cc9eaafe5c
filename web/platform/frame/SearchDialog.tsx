import { SearchOutlined } from '@ant-design/icons'
import { mayByRole } from '@milepost/access/may'
import { STAGES } from '@milepost/terms/cycle'
import { useQueries } from '@tanstack/react-query'
import { Input, Modal } from 'antd'
import { type KeyboardEvent, useId, useState } from 'react'
import { useGo } from '../address.tsx'
import { type Found, useHouse, usePages } from '../house.tsx'
import { useLanguage, useText } from '../language.tsx'
import type { RoomPage } from '../pages.ts'
import { useActor } from '../session.tsx'
import { isStage } from './road.ts'
import { en, zh } from './text.ts'

/** Ctrl-K: pages at once, and whatever the rooms' searchers find. */
export function SearchDialog({ onClose }: { readonly onClose: () => void }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const go = useGo()
  const id = useId()
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const found = useFound(words)
  const chosen = found[Math.min(at, found.length - 1)]
  const open = (one: Found | undefined) => {
    if (one === undefined) return
    onClose()
    go(one.href)
  }
  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'Enter') open(chosen)
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    setAt((before) => Math.max(0, Math.min(found.length - 1, before + (event.key === 'ArrowDown' ? 1 : -1))))
  }
  const optionId = (one: Found) => `${id}-${found.indexOf(one)}`
  return (
    <Modal
      open
      onCancel={onClose}
      footer={null}
      closable={false}
      title={<span className="mp-unseen">{text.search}</span>}
      width={620}
      className="mp-search"
    >
      <Input
        autoFocus
        size="large"
        prefix={<SearchOutlined aria-hidden />}
        value={words}
        placeholder={text.searchHint}
        aria-label={text.searchHint}
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={chosen === undefined ? undefined : optionId(chosen)}
        onChange={(event) => {
          setWords(event.target.value)
          setAt(0)
        }}
        onKeyDown={pressed}
      />
      <div className="mp-search-list" id={`${id}-list`} role="listbox" aria-label={text.search}>
        {found.map((one) => (
          <div
            key={one.key}
            id={optionId(one)}
            role="option"
            tabIndex={-1}
            aria-selected={one === chosen}
            onClick={() => open(one)}
            onKeyDown={pressed}
          >
            <span>{pick(one.text)}</span>
            {one.note !== undefined && <span className="mp-soft">{pick(one.note)}</span>}
          </div>
        ))}
      </div>
      {found.length === 0 && (
        <p className="mp-search-none" role="status">
          {text.searchNothing}
        </p>
      )}
    </Modal>
  )
}

/** Pages first, then what the rooms find; each with its kind at the right. */
function useFound(words: string): readonly Found[] {
  const { searchers } = useHouse()
  const actor = useActor()
  const pages = usePages()
  const asked = words.trim().toLowerCase()
  const mine = searchers.filter(({ permission }) => mayByRole(actor, permission))
  const answers = useQueries({
    queries: mine.map((searcher) => ({
      queryKey: ['search', searcher.key, asked],
      queryFn: () => searcher.find(asked, actor),
      enabled: asked !== '',
    })),
  })
  const found = pages.filter((page) => !page.path.includes('$') && says(page, asked)).map(pageFound)
  const others = mine.flatMap((searcher, i) =>
    (answers[i]?.data ?? []).map((one) => ({ note: searcher.title, ...one, key: `${searcher.key} ${one.key}` })),
  )
  return [...found.slice(0, 12), ...others]
}

function says(page: RoomPage, asked: string): boolean {
  const words = [page.title.zh, page.title.en, ...(page.alsoCalled ?? [])].join('\n').toLowerCase()
  return asked.split(/\s+/).every((word) => words.includes(word))
}

function pageFound(page: RoomPage): Found {
  return { key: page.path, text: page.title, href: page.path, ...(isStage(page.stage) ? { note: STAGES[page.stage] } : {}) }
}
