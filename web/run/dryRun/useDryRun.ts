import type { DryRunFacts } from '@milepost/contract/run/dryRun'
import type { TriedWeights } from '@milepost/contract/run/dryRunCards'
import type { DryRunProgress } from '@milepost/scorecard/dryRun/dryRun'
import { useEffect, useRef, useState } from 'react'
import type { DryRunAsked, DryRunSaid, DryRuns } from './dryRunWorker.ts'

export type Running = {
  readonly state: 'waiting' | 'running' | 'done' | 'stopped' | 'failed'
  readonly progress: DryRunProgress | null
  /** The last finished run; it stays while the next one is under way. */
  readonly runs: DryRuns | null
  readonly milliseconds: number
  readonly message: string
  readonly stop: () => void
  readonly again: () => void
}

const DRAWS = 300
/** A slider that is still moving starts nothing. */
const PAUSE = 250

/** Runs a scheme in a worker whenever it or the weights to try change. */
export function useDryRun(years: readonly DryRunFacts[] | null, tried: TriedWeights): Running {
  const [said, setSaid] = useState<Omit<Running, 'stop' | 'again'>>({
    state: 'waiting',
    progress: null,
    runs: null,
    milliseconds: 0,
    message: '',
  })
  const [turn, setTurn] = useState(0)
  const worker = useRef<Worker | null>(null)
  // the turn stands in front, so that the same can be asked once more
  const asked = `${turn} ${JSON.stringify(tried)}`
  useEffect(() => {
    if (years === null) return
    const begin = setTimeout(() => {
      const own = new Worker(new URL('./dryRunWorker.ts', import.meta.url), { type: 'module' })
      worker.current = own
      setSaid((before) => ({ ...before, state: 'running', progress: null }))
      own.onmessage = ({ data }: MessageEvent<DryRunSaid>) => {
        if (data.kind === 'progress') return setSaid((before) => ({ ...before, progress: data.progress }))
        own.terminate()
        setSaid((before) =>
          data.kind === 'done'
            ? { state: 'done', progress: null, runs: data.runs, milliseconds: data.milliseconds, message: '' }
            : { ...before, state: 'failed', message: data.message },
        )
      }
      own.onerror = (event) => setSaid((before) => ({ ...before, state: 'failed', message: event.message }))
      own.postMessage({ years, tried: JSON.parse(asked.slice(asked.indexOf(' '))), draws: DRAWS } satisfies DryRunAsked)
    }, PAUSE)
    return () => {
      clearTimeout(begin)
      worker.current?.terminate()
    }
  }, [years, asked])
  return {
    ...said,
    stop: () => {
      worker.current?.terminate()
      setSaid((before) => ({ ...before, state: 'stopped', progress: null }))
    },
    again: () => setTurn((before) => before + 1),
  }
}
