import type { CardScoreView } from '@milepost/contract/run/scores'
import { Panel } from '../../parts/Panel.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { en, zh } from './text.ts'

/** What the scoring rules found on the card, worst first, each with how to mend it. */
export function FindingsPanel({ findings }: { readonly findings: CardScoreView['result']['findings'] }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  if (findings.length === 0) return null
  const ordered = [...findings].sort((a, b) => Number(a.severity === 'warns') - Number(b.severity === 'warns'))
  return (
    <Panel title={text.findings} sentence={text.findingsSay}>
      <ul className="mp-run-findings">
        {ordered.map((finding) => (
          <li key={`${finding.code} ${finding.node}`} data-severity={finding.severity}>
            <strong>{text[finding.severity]}</strong> {pick(finding.message)} <span className="mp-run-mend">{pick(finding.mend)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
