import type { DryRunFacts } from '@milepost/contract/run/dryRun'
import type { TriedWeights } from '@milepost/contract/run/dryRunCards'
import { compareDryRuns } from '@milepost/scorecard/dryRun/compareDryRuns'
import type { DryRun } from '@milepost/scorecard/dryRun/dryRun'
import { useMemo } from 'react'
import { useAddressValue } from '../../platform/address.tsx'
import { ArrowsPanel } from './ArrowsPanel.tsx'
import { BandPanel } from './BandPanel.tsx'
import { ComparedPanel } from './ComparedPanel.tsx'
import { FindingsOfRun } from './FindingsOfRun.tsx'
import { MeasuresPanel } from './MeasuresPanel.tsx'
import { RankPanel } from './RankPanel.tsx'
import { RunningLine } from './RunningLine.tsx'
import { SpreadPanel } from './SpreadPanel.tsx'
import { readTried, triedText } from './tried.ts'
import { useDryRun } from './useDryRun.ts'
import { viewOfYears } from './years.ts'

const NOTHING: TriedWeights = {}

type ReportProps = {
  /** The scheme on one year's values, or on those of several. */
  readonly years: readonly DryRunFacts[]
  /** What it is set beside: another scheme, or the same with weights to try. */
  readonly other: readonly DryRunFacts[] | null
  readonly mine: boolean
}

export function DryRunReport({ years, other, mine }: ReportProps) {
  const [kept, keep] = useAddressValue('weights')
  const tried = useMemo(() => (mine ? readTried(kept) : NOTHING), [mine, kept])
  const facts = useMemo(() => viewOfYears(years), [years])
  const first = useDryRun(years, NOTHING)
  const second = useDryRun(other, tried)
  const [a, b] = [first.run, other === null ? null : second.run]
  const compared = useMemo(() => (a === null || b === null ? null : compareDryRuns(a, b)), [a, b])
  const runs: readonly DryRun[] = [a, b].filter((run) => run !== null)
  if (facts === null) return null
  const count = (all: readonly DryRunFacts[]) => all.reduce((sum, one) => sum + one.cards.length, 0)
  return (
    <>
      <RunningLine running={first} cards={facts.cards.length} />
      {other !== null && second.state !== 'done' && <RunningLine running={second} cards={count(other)} />}
      {a !== null && (
        <>
          <FindingsOfRun facts={facts} run={a} />
          {compared !== null && <ComparedPanel compared={compared} />}
          <SpreadPanel runs={runs} names={facts.cards} />
          <BandPanel runs={runs} />
          <MeasuresPanel runs={runs} tried={mine ? tried : null} onTry={(next) => keep(triedText(next))} />
          <ArrowsPanel cycleId={facts.scorecard.cycleId} />
          <RankPanel run={a} facts={facts} compared={compared} />
        </>
      )}
    </>
  )
}
