import type { DryRun } from '@milepost/scorecard/dryRun/dryRun'
import { Panel } from '../../parts/Panel.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { en, zh } from './text.ts'
import type { DryRunView } from './years.ts'

export function FindingsOfRun({ facts, run }: { readonly facts: DryRunView; readonly run: DryRun }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const silent = facts.withoutValues.map(({ name }) => pick(name)).join(text.between)
  return (
    <Panel title={text.findings}>
      {run.findings.length === 0 && silent === '' && <p>{text.findingsNone}</p>}
      <ul className="mp-dry-findings">
        {run.findings.map((finding) => (
          <li key={`${finding.code} ${finding.measure}`}>{pick(finding.message)}</li>
        ))}
        {silent !== '' && <li>{text.withoutValues(silent)}</li>}
      </ul>
    </Panel>
  )
}
