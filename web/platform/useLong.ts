import type { Endpoint, OutputOf } from '@milepost/contract/endpoint'
import type { Step } from '@milepost/contract/steps'
import { useRef, useState } from 'react'
import { type Doing, useDoing } from './asking.ts'
import { callInSteps, type Sent } from './call.ts'

type Json = Endpoint<Endpoint['input'], Endpoint['output'], Endpoint['permission'], 'json'>

export type Long<Input, Output> = Doing<Input, Output | null> & {
  /** null: it has not begun, or has said nothing yet. */
  readonly step: Step | null
  readonly stop: () => void
  /** The last one was stopped: it came to nothing. */
  readonly stopped: boolean
}

/** An act that says how far it is and can be stopped; stopped, its outcome is null and everything shown is read again. */
export function useLong<E extends Json>(endpoint: E): Long<Sent<E>, OutputOf<E>> {
  const [step, setStep] = useState<Step | null>(null)
  const [stopped, setStopped] = useState(false)
  const ending = useRef(new AbortController())
  const doing = useDoing(async (input: Sent<E>): Promise<OutputOf<E> | null> => {
    ending.current = new AbortController()
    const { signal } = ending.current
    setStep(null)
    setStopped(false)
    try {
      return await callInSteps(endpoint, input, { onStep: setStep, signal })
    } catch (fault) {
      if (!signal.aborted) throw fault
      setStopped(true)
      return null
    }
  })
  // stopped, it is over at once, although what is shown is still being read again
  return { ...doing, busy: doing.busy && !stopped, step, stopped, stop: () => ending.current.abort() }
}
