import { readCycleSteps, setStage } from '@milepost/contract/institution/cycleSteps'
import { type CycleRow, readPhases } from '@milepost/contract/institution/cycles'
import { App, Button } from 'antd'
import { useState } from 'react'
import { Panel } from '../../parts/Panel.tsx'
import { useAskMaybe, useDo } from '../../platform/asking.ts'
import { MilepostSign } from '../../platform/frame/MilepostSign.tsx'
import { road } from '../../platform/frame/road.ts'
import { dayOf } from '../../platform/instants.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useMay } from '../../platform/session.tsx'
import { ConditionList } from './ConditionList.tsx'
import { HoldPart } from './HoldPart.tsx'
import { onceEach } from './onceEach.ts'
import { PhaseDay } from './PhaseDay.tsx'
import { PhasesDialog } from './PhasesDialog.tsx'
import { StepBackDialog } from './StepBackDialog.tsx'
import { en, stageName, zh } from './text.ts'

type CyclePanelProps = { readonly cycle: CycleRow; readonly isCurrent: boolean; readonly onEdit: (() => void) | null }

/** A year as a stretch of road: where it stands, the next milepost, and what still stands before it. */
export function CyclePanel({ cycle, isCurrent, onEdit }: CyclePanelProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const { modal } = App.useApp()
  const { cycleId } = cycle
  const { answer: steps } = useAskMaybe(readCycleSteps, { cycleId })
  const { answer: plan } = useAskMaybe(readPhases, { cycleId })
  const phaseOf = new Map(plan?.phases.map((phase) => [phase.stage as string, phase]))
  const [planning, setPlanning] = useState(false)
  const moving = useDo(setStage)
  const mayStepBack = useMay('cycle.step-back')
  const [steppingBack, setSteppingBack] = useState(false)
  const closed = cycle.stage === 'closed'
  const next = steps?.next ?? null
  const conditions = onceEach(next?.conditions ?? [])
  const missing = conditions.filter((one) => one.state !== 'met').length
  const close = () =>
    modal.confirm({
      title: text.close,
      content: text.closeAsk,
      okText: text.confirm,
      cancelText: text.cancel,
      onOk: () => moving.run({ cycleId, stage: 'closed' }),
    })
  return (
    <Panel
      title={
        <>
          {pick(cycle.name)} {isCurrent && <span className="mp-beside">{text.current}</span>}
        </>
      }
      sentence={[
        text.days(cycle.startsOn, cycle.endsOn),
        ...(cycle.midYearBy === null ? [] : [text.midYearLine(cycle.midYearBy)]),
        pick(stageName(cycle.stage)),
      ].join(' · ')}
      acts={
        onEdit !== null &&
        !closed && (
          <>
            <Button onClick={() => setPlanning(true)} disabled={plan === null}>
              {text.planPhases}
            </Button>
            <Button onClick={onEdit}>{text.edit}</Button>
          </>
        )
      }
    >
      <ol className="mp-cycle-road" aria-label={text.stage}>
        {road([], cycle.stage).map(({ stage, number, at }) => (
          <li key={stage} data-at={closed ? 'passed' : at} aria-current={at === 'here' ? 'step' : undefined}>
            <MilepostSign number={number} at={closed ? 'passed' : at} />
            <span>
              {pick(stageName(stage))}
              <PhaseDay phase={phaseOf.get(stage)} />
            </span>
          </li>
        ))}
      </ol>
      {next !== null && conditions.length > 0 && (
        <ConditionList cycleId={cycleId} conditions={conditions} title={text.before(pick(stageName(next.to)), missing)} />
      )}
      <div className="mp-row">
        {onEdit !== null && next !== null && (
          <Button
            type="primary"
            disabled={missing > 0}
            loading={moving.busy}
            onClick={() => (next.to === 'closed' ? close() : moving.start({ cycleId, stage: next.to }))}
          >
            {next.to === 'closed' ? text.close : text.next(pick(stageName(next.to)))}
          </Button>
        )}
        {mayStepBack && steps?.back && <Button onClick={() => setSteppingBack(true)}>{text.back(pick(stageName(steps.back)))}</Button>}
      </div>
      {steps !== null && steps.moves.length > 0 && (
        <details className="mp-cycle-moves">
          <summary>{text.moves(steps.moves.length)}</summary>
          <ol>
            {steps.moves.map((move) => (
              <li key={move.on}>
                {dayOf(move.on)} {move.by} {pick(stageName(move.from))} → {pick(stageName(move.to))}
                {move.reason !== '' && ` · ${move.reason}`}
              </li>
            ))}
          </ol>
        </details>
      )}
      <HoldPart cycle={cycle} mayEdit={onEdit !== null || closed} />
      {planning && plan !== null && <PhasesDialog cycle={cycle} plan={plan} onClose={() => setPlanning(false)} />}
      {moving.refused !== null && <RefusalNote refused={moving.refused} />}
      {steppingBack && steps?.back && (
        <StepBackDialog cycleId={cycleId} to={pick(stageName(steps.back))} onClose={() => setSteppingBack(false)} />
      )}
    </Panel>
  )
}
