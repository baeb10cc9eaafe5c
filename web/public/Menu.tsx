/** @jsxImportSource preact */
import { improvedOf, missesOf } from './measureWords.ts'
import type { Snapshot } from './reading.ts'
import type { Language, Text } from './text.ts'

/** The parts of the page, one tap away: on a phone it is many screens long. */
export function Menu({ snapshot, text, language }: { snapshot: Snapshot; text: Text; language: Language }) {
  const { perspectives } = snapshot
  const parts = [
    ...(improvedOf(perspectives).length > 0 ? [{ to: 'improved', name: text.menu.improved }] : []),
    ...(missesOf(perspectives).length > 0 ? [{ to: 'misses', name: text.menu.misses }] : []),
    ...perspectives
      .filter(({ measures }) => measures.length > 0)
      .map(({ code, name }) => ({ to: `perspective-${code}`, name: name[language] || name.zh })),
    ...(snapshot.roads ? [{ to: 'roads', name: text.menu.roads }] : []),
    { to: 'feedback', name: text.menu.feedback },
    { to: 'data', name: text.menu.data },
  ]
  return (
    <nav class="menu" aria-label={text.parts}>
      {parts.map(({ to, name }) => (
        <a key={to} href={`#${to}`}>
          {name}
        </a>
      ))}
    </nav>
  )
}
