import { Alert, Button, Progress } from 'antd'
import { useText } from '../../platform/language.tsx'
import { en, zh } from './text.ts'
import type { Running } from './useDryRun.ts'

/** How far the run is, and the way to end it. */
export function RunningLine({ running, cards }: { readonly running: Running; readonly cards: number }) {
  const text = useText({ zh, en })
  const { state, progress } = running
  if (state === 'failed') return <Alert type="error" showIcon title={text.failed(running.message)} />
  if (state === 'running' || state === 'waiting')
    return (
      <div className="mp-row mp-dry-running" role="status">
        <span>{progress === null ? text.starting : text.running(progress.done, progress.of)}</span>
        <Progress percent={progress === null ? 0 : Math.floor((100 * progress.done) / progress.of)} style={{ maxWidth: 320 }} />
        <Button onClick={running.stop}>{text.stop}</Button>
      </div>
    )
  return (
    <div className="mp-row mp-soft" role="status">
      {state === 'stopped' ? text.stopped : text.took(cards, Math.round(running.milliseconds))}
      <Button size="small" onClick={running.again}>
        {text.again}
      </Button>
    </div>
  )
}
