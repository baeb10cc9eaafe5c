import type { DryRun } from '@milepost/scorecard/dryRun/dryRun'
import { written } from '../../parts/figures.ts'
import { Panel } from '../../parts/Panel.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { en, zh } from './text.ts'
import type { DryRunView } from './years.ts'

/** The measures that decide most, told before the table that holds all of them. */
const [LEAST_TOLD, MOST_TOLD] = [0.05, 4]

export function FindingsOfRun({ facts, run }: { readonly facts: DryRunView; readonly run: DryRun }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const silentIds = new Set(facts.withoutValues.map(({ code }) => code))
  const unscored = run.measures
    .filter(({ id, weight, spread }) => weight > 0 && spread === null && !silentIds.has(id))
    .map(({ id, name }) => `${id} ${pick(name)}`)
    .join(text.between)
  const deciding = run.measures
    .filter(({ decides }) => decides !== null && decides >= LEAST_TOLD)
    .toSorted((a, b) => (b.decides ?? 0) - (a.decides ?? 0))
    .slice(0, MOST_TOLD)
    .map(({ id, name, decides }) => text.decidesShare(`${id} ${pick(name)}`, written(100 * (decides ?? 0), 0)))
    .join(text.between)
  const silent = facts.withoutValues.map(({ name }) => pick(name)).join(text.between)
  return (
    <Panel title={text.findings}>
      {run.findings.length === 0 && silent === '' && unscored === '' && run.scored > 1 && <p>{text.findingsNone}</p>}
      <ul className="mp-dry-findings">
        {run.scored < 2 && <li>{text.findingsTooFew(run.scored)}</li>}
        {run.scored > 1 && deciding !== '' && <li>{text.decidedBy(deciding)}</li>}
        {unscored !== '' && <li>{text.noScore(unscored)}</li>}
        {run.findings.map((finding) => (
          <li key={`${finding.code} ${finding.measure}`}>{pick(finding.message)}</li>
        ))}
        {silent !== '' && <li>{text.withoutValues(silent)}</li>}
      </ul>
    </Panel>
  )
}
