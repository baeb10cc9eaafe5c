import type { DryRunFacts } from '@milepost/contract/run/dryRun'
import type { TriedWeights } from '@milepost/contract/run/dryRunCards'
import { compareDryRuns } from '@milepost/scorecard/dryRun/compareDryRuns'
import type { DryRun } from '@milepost/scorecard/dryRun/dryRun'
import { Segmented } from 'antd'
import { useMemo } from 'react'
import { useAddressValue } from '../../platform/address.tsx'
import { useText } from '../../platform/language.tsx'
import { ArrowsPanel } from './ArrowsPanel.tsx'
import { BandPanel } from './BandPanel.tsx'
import { ComparedPanel } from './ComparedPanel.tsx'
import type { DryRuns } from './dryRunWorker.ts'
import { FindingsOfRun } from './FindingsOfRun.tsx'
import { MeasuresPanel } from './MeasuresPanel.tsx'
import { RankPanel } from './RankPanel.tsx'
import { RunningLine } from './RunningLine.tsx'
import { SpreadPanel } from './SpreadPanel.tsx'
import { en, zh } from './text.ts'
import { readTried, triedText } from './tried.ts'
import { useDryRun } from './useDryRun.ts'
import { levelsIn, ofLevel, viewOfYears } from './years.ts'

const NOTHING: TriedWeights = {}

type ReportProps = {
  /** The scheme on one year's values, or on those of several. */
  readonly years: readonly DryRunFacts[]
  /** What it is set beside: another scheme, or the same with weights to try. */
  readonly other: readonly DryRunFacts[] | null
  readonly mine: boolean
}

export function DryRunReport({ years, other, mine }: ReportProps) {
  const text = useText({ zh, en })
  const [kept, keep] = useAddressValue('weights')
  const tried = useMemo(() => (mine ? readTried(kept) : NOTHING), [mine, kept])
  const [asked, show] = useAddressValue('shown')
  const levels = useMemo(() => levelsIn(years), [years])
  const level = levels.find((one) => one === asked) ?? levels.find((one) => one === 'unit') ?? levels[0]
  const facts = useMemo(() => viewOfYears(ofLevel(years, level)), [years, level])
  const first = useDryRun(years, NOTHING)
  const second = useDryRun(other, tried)
  const of = (runs: DryRuns | null): DryRun | null => (level === undefined ? null : (runs?.[level] ?? null))
  const [a, b] = [of(first.runs), other === null ? null : of(second.runs)]
  const compared = useMemo(() => (a === null || b === null ? null : compareDryRuns(a, b)), [a, b])
  const runs: readonly DryRun[] = [a, b].filter((run) => run !== null)
  if (facts === null) return null
  const count = (all: readonly DryRunFacts[]) => all.reduce((sum, one) => sum + one.cards.length, 0)
  return (
    <>
      <RunningLine running={first} cards={count(years)} />
      {other !== null && second.state !== 'done' && <RunningLine running={second} cards={count(other)} />}
      {levels.length > 1 && (
        <Segmented
          aria-label={text.shown}
          value={level ?? ''}
          options={levels.map((one) => ({ value: one, label: `${text.levels[one]} (${count(ofLevel(years, one))})` }))}
          onChange={show}
          style={{ justifySelf: 'start' }}
        />
      )}
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
