import { useText } from '../../platform/language.tsx'
import { en, zh } from './text.ts'

export type ContentsLine = { readonly anchor: string; readonly name: string }

/** What a long ticket holds, each a jump to its place. Not printed: paper has no jumps. */
export function TicketContents({ lines }: { readonly lines: readonly ContentsLine[] }) {
  const text = useText({ zh, en })
  return (
    <nav className="mp-ticket-contents" aria-label={text.contents}>
      <ul>
        {lines.map((line) => (
          <li key={line.anchor}>
            <a href={`#${line.anchor}`}>{line.name}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
