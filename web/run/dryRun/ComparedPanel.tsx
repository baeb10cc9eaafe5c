import type { DryRunComparison } from '@milepost/scorecard/dryRun/compareDryRuns'
import { written } from '../../parts/figures.ts'
import { Panel } from '../../parts/Panel.tsx'
import { useText } from '../../platform/language.tsx'
import { en, zh } from './text.ts'

export function ComparedPanel({ compared }: { readonly compared: DryRunComparison }) {
  const text = useText({ zh, en })
  const { both, bandChanges, meanShift, mostShift, tau, onlyFirst, onlySecond } = compared
  return (
    <Panel title={text.compared}>
      <p>{text.comparedSay(both, bandChanges, written(meanShift, 1), mostShift ?? 0, tau === null ? text.unknown : written(tau, 2))}</p>
      {(onlyFirst > 0 || onlySecond > 0) && <p className="mp-soft">{text.onlyOne(onlyFirst, onlySecond)}</p>}
    </Panel>
  )
}
