/** @jsxImportSource preact */
import type { Snapshot } from './reading.ts'
import type { Language, Text } from './text.ts'

type PerspectivesProps = { perspectives: Snapshot['perspectives']; language: Language; text: Text }

/** The perspectives side by side at a glance; the figures stand beside the bars, so that nothing is only drawn. */
export function Perspectives({ perspectives, language, text }: PerspectivesProps) {
  return (
    <ul class="bars" aria-label={text.chart}>
      {perspectives.map((perspective) => (
        <li key={perspective.code}>
          <a class="bar-name" href={`#perspective-${perspective.code}`}>
            {perspective.name[language] || perspective.name.zh}
          </a>
          <span class="bar" aria-hidden="true">
            <span
              class={`bar-fill bar-${perspective.band}`}
              style={{ width: `${Math.max(0, Math.min(100, Number(perspective.score ?? 0)))}%` }}
            />
          </span>
          <span class="bar-figure">{perspective.score ?? '?'}</span>
        </li>
      ))}
    </ul>
  )
}
