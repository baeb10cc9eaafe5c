import { readMyTasks } from '@milepost/contract/institution/tasks'
import { useAskMaybe } from '../../platform/asking.ts'
import { useMay } from '../../platform/session.tsx'

/** How many things wait for the person; null while unknown. */
export function useWaiting(): number | null {
  const { answer } = useAskMaybe(readMyTasks, useMay('tasks.own') ? {} : null)
  return answer?.tasks.length ?? null
}
