import { type CycleRow, holdCycle, readCycles, readHolds, setUpNextCycle } from '@milepost/contract/institution/cycles'
import { Alert, Button, Popconfirm, Space } from 'antd'
import { useState } from 'react'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { useAskMaybe, useDo } from '../../platform/asking.ts'
import { dayOf } from '../../platform/instants.ts'
import { useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useMay } from '../../platform/session.tsx'

const zh = {
  acts: { paused: '暂停周期', resumed: '恢复周期', cancelled: '取消周期' },
  done: { paused: '暂停', resumed: '恢复', cancelled: '取消' },
  says: {
    paused: '暂停后各环节都不再接收内容，恢复后从原处继续。',
    resumed: '恢复后从暂停时的环节继续。',
    cancelled: '取消后保留已有内容，不再接收任何内容，本年度可另建周期。等次决定之后不能取消。',
  },
  states: { paused: '本周期已暂停', cancelled: '本周期已取消' },
  reason: '理由（至少 4 字）',
  next: '按本年设置下一年',
  nextAsk: (year: number) => `建立 ${year} 年周期？`,
  nextSays: (from: number, year: number) =>
    `沿用 ${from} 年的填报期间（日期顺延一年）和仍在任的委员，从“诊断”起步；${from} 年不变。计分卡、数据和结果不带过去。建立后不能撤销，只能取消 ${year} 年周期。`,
  nextGo: (year: number) => `建立 ${year} 年`,
  keep: '不建立',
  nextDone: (year: number, periods: number, members: number) => `已建立 ${year} 年：沿用期间 ${periods} 个、委员 ${members} 人。`,
  left: (names: string) => `已离开、需补选的委员：${names}。`,
}
const en: typeof zh = {
  acts: { paused: 'Pause the cycle', resumed: 'Resume the cycle', cancelled: 'Cancel the cycle' },
  done: { paused: 'paused', resumed: 'resumed', cancelled: 'cancelled' },
  says: {
    paused: 'Paused, no room takes anything; resumed, it goes on where it stood.',
    resumed: 'It goes on in the stage where it was paused.',
    cancelled:
      'Cancelled, it keeps what it holds and takes nothing more, and its year is free for another. After grades are decided nothing is cancelled.',
  },
  states: { paused: 'This cycle is paused', cancelled: 'This cycle is cancelled' },
  reason: 'Reason (at least 4 characters)',
  next: 'Set up next year from this',
  nextAsk: (year) => `Set up ${year}?`,
  nextSays: (from, year) =>
    `It takes over the reporting periods of ${from}, a year later, and the committee members still in office, and starts at Diagnose; ${from} stays as it is. Scorecard, values and results are not carried over. It cannot be undone; the cycle of ${year} can only be cancelled.`,
  nextGo: (year) => `Set up ${year}`,
  keep: 'Leave it',
  nextDone: (year, periods, members) => `${year} is set up: ${periods} periods and ${members} committee members were taken over.`,
  left: (names) => `Members who have left and need a successor: ${names}.`,
}
type Act = 'paused' | 'resumed' | 'cancelled'

/** Pausing, resuming, cancelling, each with who and why; and the next year from this one. */
export function HoldPart({ cycle, mayEdit }: { readonly cycle: CycleRow; readonly mayEdit: boolean }) {
  const text = useText({ zh, en })
  const { cycleId, hold } = cycle
  const mayHold = useMay('cycle.step-back')
  const maySetUp = useMay('cycle.edit') && mayEdit
  const { answer } = useAskMaybe(readHolds, { cycleId })
  const next = useDo(setUpNextCycle)
  // a cancelled cycle frees its year
  const cycles = useAskMaybe(readCycles, maySetUp ? {} : null).answer?.cycles ?? []
  const isNextFree = cycles.length > 0 && !cycles.some((one) => one.year === cycle.year + 1 && one.hold !== 'cancelled')
  const [act, setAct] = useState<Act | null>(null)
  const acts: Act[] = [
    ...(answer?.mayPause ? (['paused'] as const) : []),
    ...(hold === 'paused' ? (['resumed'] as const) : []),
    ...(answer?.mayCancel ? (['cancelled'] as const) : []),
  ]
  return (
    <>
      {hold !== 'none' && <Alert type="warning" showIcon title={text.states[hold]} />}
      {answer && answer.holds.length > 0 && (
        <ul className="mp-soft">
          {answer.holds.map((one) => (
            <li key={one.at}>
              {dayOf(one.at)} {one.by} {text.done[one.act]} · {one.reason}
            </li>
          ))}
        </ul>
      )}
      <Space wrap>
        {mayHold &&
          acts.map((one) => (
            <Button key={one} size="small" onClick={() => setAct(one)}>
              {text.acts[one]}
            </Button>
          ))}
        {maySetUp && hold === 'none' && isNextFree && (
          <Popconfirm
            title={text.nextAsk(cycle.year + 1)}
            description={<div style={{ maxWidth: 360 }}>{text.nextSays(cycle.year, cycle.year + 1)}</div>}
            okText={text.nextGo(cycle.year + 1)}
            cancelText={text.keep}
            onConfirm={() => next.start({ cycleId })}
          >
            <Button size="small" loading={next.busy}>
              {text.next}
            </Button>
          </Popconfirm>
        )}
      </Space>
      {next.outcome && (
        <Alert
          type="success"
          showIcon
          role="status"
          title={text.nextDone(next.outcome.year, next.outcome.periods, next.outcome.members)}
          description={next.outcome.left.length > 0 ? text.left(next.outcome.left.join('、')) : undefined}
        />
      )}
      {next.refused && <RefusalNote refused={next.refused} />}
      {act && <HoldForm cycleId={cycleId} act={act} onClose={() => setAct(null)} />}
    </>
  )
}

function HoldForm({ cycleId, act, onClose }: { readonly cycleId: string; readonly act: Act; readonly onClose: () => void }) {
  const text = useText({ zh, en })
  const holding = useDo(holdCycle)
  return (
    <FormDialog
      title={text.acts[act]}
      sentence={text.says[act]}
      fields={[{ key: 'reason', label: text.reason, kind: 'area' }]}
      start={{}}
      acting={holding}
      okText={text.acts[act]}
      onSave={({ reason = '' }) => holding.run({ cycleId, act, reason })}
      onClose={onClose}
    />
  )
}
