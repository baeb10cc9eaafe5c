import { CYCLE_STAGES, type CycleRow, setStage } from '@milepost/contract/institution/cycles'
import { App, Button, Select } from 'antd'
import { Panel } from '../../parts/Panel.tsx'
import { useDo } from '../../platform/asking.ts'
import { MilepostSign } from '../../platform/frame/MilepostSign.tsx'
import { road } from '../../platform/frame/road.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { en, stageName, zh } from './text.ts'

type CyclePanelProps = { readonly cycle: CycleRow; readonly isCurrent: boolean; readonly onEdit: (() => void) | null }

/** A year as a stretch of road: where it stands, and the next milepost. */
export function CyclePanel({ cycle, isCurrent, onEdit }: CyclePanelProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const { modal } = App.useApp()
  const moving = useDo(setStage)
  const closed = cycle.stage === 'closed'
  const open = CYCLE_STAGES.filter((stage) => stage !== 'closed')
  const next = CYCLE_STAGES[CYCLE_STAGES.indexOf(cycle.stage) + 1]
  const move = (stage: CycleRow['stage']) => moving.start({ cycleId: cycle.cycleId, stage })
  const close = () =>
    modal.confirm({
      title: text.close,
      content: text.closeAsk,
      okText: text.confirm,
      cancelText: text.cancel,
      onOk: () => moving.run({ cycleId: cycle.cycleId, stage: 'closed' }),
    })
  return (
    <Panel
      title={
        <>
          {pick(cycle.name)} {isCurrent && <span className="mp-beside">{text.current}</span>}
        </>
      }
      sentence={`${text.days(cycle.startsOn, cycle.endsOn)} · ${pick(stageName(cycle.stage))}`}
      acts={onEdit !== null && <Button onClick={onEdit}>{text.edit}</Button>}
    >
      <ol className="mp-cycle-road" aria-label={text.stage}>
        {road([], cycle.stage).map(({ stage, number, at }) => (
          <li key={stage} data-at={closed ? 'passed' : at} aria-current={at === 'here' ? 'step' : undefined}>
            <MilepostSign number={number} at={closed ? 'passed' : at} />
            <span>{pick(stageName(stage))}</span>
          </li>
        ))}
      </ol>
      {onEdit !== null && (
        <div className="mp-row">
          {next !== undefined && next !== 'closed' && (
            <Button type="primary" loading={moving.busy} onClick={() => move(next)}>
              {text.next(pick(stageName(next)))}
            </Button>
          )}
          {next === 'closed' && (
            <Button type="primary" onClick={close}>
              {text.close}
            </Button>
          )}
          <Select
            aria-label={text.stage}
            value={cycle.stage}
            options={open.map((stage) => ({ value: stage, label: pick(stageName(stage)) }))}
            onChange={move}
            style={{ width: 150 }}
          />
        </div>
      )}
      {moving.refused !== null && <RefusalNote refused={moving.refused} />}
    </Panel>
  )
}
