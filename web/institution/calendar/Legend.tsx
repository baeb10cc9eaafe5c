import { useText } from '../../platform/language.tsx'
import { en, zh } from './text.ts'

export function Legend() {
  const text = useText({ zh, en })
  const kinds = [
    { kind: 'work', name: text.work },
    { kind: 'off', name: text.off },
    { kind: 'extra-off', name: text.extraOff },
    { kind: 'extra-work', name: text.extraWork },
  ]
  return (
    <ul className="mp-day-legend" aria-label={text.legend}>
      {kinds.map(({ kind, name }) => (
        <li key={kind}>
          <span className="mp-day" data-kind={kind} aria-hidden="true">
            1
          </span>
          {name}
        </li>
      ))}
    </ul>
  )
}
