import type { OutputOf } from '@milepost/contract/endpoint'
import { readOfficialRuns } from '@milepost/contract/run/scores'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useGo } from '../../platform/address.tsx'
import { useAsk } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { CycleChoice } from '../CycleChoice.tsx'
import { NoCycle } from '../NoCycle.tsx'
import '../run.css'
import { type RunCycle, useRunCycle } from '../useRunCycle.ts'
import { minuteOf } from '../words.ts'
import { RunScoresDialog } from './RunScoresDialog.tsx'
import { en, zh } from './text.ts'

export function OfficialRunsPage() {
  const text = useText({ zh, en })
  const chosen = useRunCycle()
  if (chosen.cycle !== null) return <Runs chosen={chosen} cycleId={chosen.cycle.cycleId} />
  return (
    <>
      <PageHead title={text.title} sentence={text.sentence} />
      <NoCycle />
    </>
  )
}

function Runs({ chosen, cycleId }: { readonly chosen: RunCycle; readonly cycleId: string }) {
  const text = useText({ zh, en })
  const go = useGo()
  const { runs, openPeriods, scorecard, notAgreed } = useAsk(readOfficialRuns, { cycleId })
  const [running, setRunning] = useState(false)
  const undecided = notAgreed.filter(({ decided }) => decided === null)
  const ready = openPeriods.length === 0 && scorecard === 'published' && undecided.length === 0
  return (
    <>
      <PageHead
        title={text.title}
        sentence={text.sentence}
        back={{ href: '/run', text: text.back }}
        beside={<CycleChoice chosen={chosen} />}
        primary={
          <Button type="primary" disabled={!ready} onClick={() => setRunning(true)}>
            {runs.length === 0 ? text.run : text.again}
          </Button>
        }
      />
      <div className="mp-stack">
        {scorecard !== 'published' && <Alert type="warning" showIcon title={text.scorecard[scorecard]} />}
        {openPeriods.length > 0 && (
          <Alert
            type="info"
            showIcon
            title={text.open(openPeriods.join(text.between))}
            action={<Button onClick={() => go('/run/periods')}>{text.toPeriods}</Button>}
          />
        )}
        {undecided.length > 0 && (
          <Alert
            type="warning"
            showIcon
            title={text.undecided(undecided.length)}
            description={undecided.map(({ person }) => person).join(text.between)}
            action={<Button onClick={() => go('/design/plans')}>{text.toPlans}</Button>}
          />
        )}
        {notAgreed.length > undecided.length && (
          <Alert
            type="info"
            title={text.leftOut}
            description={notAgreed
              .flatMap(({ person, decided }) => (decided === null ? [] : [text.decided(person, decided.by, decided.reason)]))
              .join(text.between)}
          />
        )}
        {runs.length === 0 && <Empty title={text.none} sentence={text.noneSay} />}
        {runs.map((run) => (
          <RunPanel key={run.runId} run={run} />
        ))}
      </div>
      {running && <RunScoresDialog cycleId={cycleId} onClose={() => setRunning(false)} />}
    </>
  )
}

function RunPanel({ run }: { readonly run: OutputOf<typeof readOfficialRuns>['runs'][number] }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  return (
    <Panel title={text.runHead(run.revision)} sentence={text.ran(minuteOf(run.ranAt), run.ranBy)}>
      <Facts
        facts={[
          { key: 'cards', name: text.cards, value: run.cards },
          { key: 'changed', name: text.changed, value: run.changes.length },
          { key: 'engine', name: text.engine, value: run.engineVersion },
          { key: 'hash', name: text.hash, value: <code className="mp-run-hash">{run.inputHash.slice(0, 16)}…</code> },
        ]}
      />
      {run.reason !== '' && <p>{text.because(run.reason)}</p>}
      {run.changes.length === 0 ? (
        <p className="mp-run-mend">{run.revision === 1 ? text.first : text.noChanges}</p>
      ) : (
        <DataTable
          label={text.changes}
          exportAs={`official-run-${run.revision}`}
          rows={run.changes}
          rowKey={(row) => row.cardId}
          href={(row) => `/run/cards/${row.cardId}`}
          columns={[
            { key: 'name', title: text.name, value: (row) => pick(row.name) },
            { key: 'level', title: text.level, value: (row) => text.levels[row.holderKind], filter: true, width: 110 },
            {
              key: 'before',
              title: text.before,
              kind: 'number',
              value: (row) => row.before?.score ?? null,
              show: (row) => row.before?.score ?? '–',
              width: 110,
            },
            {
              key: 'after',
              title: text.after,
              kind: 'number',
              value: (row) => row.after?.score ?? null,
              show: (row) => row.after?.score ?? '–',
              width: 110,
            },
          ]}
        />
      )}
    </Panel>
  )
}
