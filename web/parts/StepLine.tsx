import type { Step } from '@milepost/contract/steps'
import { Button, Progress } from 'antd'
import { useText } from '../platform/language.tsx'

const zh = { starting: '正在开始…', stop: '停止' }
const en: typeof zh = { starting: 'Starting…', stop: 'Stop' }

type StepLineProps = {
  readonly step: Step | null
  /** The part that is being done, as a sentence. */
  readonly says: (step: Step) => string
  /** null: it is past stopping. */
  readonly onStop: (() => void) | null
}

/** How far a long act is, what is being done, and the way to end it. */
export function StepLine({ step, says, onStop }: StepLineProps) {
  const text = useText({ zh, en })
  return (
    <div className="mp-row" role="status">
      <span>{step === null ? text.starting : says(step)}</span>
      {step !== null && step.of > 0 && <Progress percent={Math.floor((100 * step.done) / step.of)} style={{ maxWidth: 320 }} />}
      {onStop !== null && <Button onClick={onStop}>{text.stop}</Button>}
    </div>
  )
}
