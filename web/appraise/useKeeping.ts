import { useEffect, useRef, useState } from 'react'

export type Keeping = { readonly state: 'kept' | 'keeping' | 'failed'; readonly at: Date | null }

/**
 * Keeps what is typed a moment after the last key: `keep` sends it, its answer says when it was kept. Nothing is sent while `value` is as it
 * came, and nothing is lost when it fails: the next change tries again.
 */
export function useKeeping<T>(
  value: T,
  { enabled, keep }: { enabled: boolean; keep: (value: T) => Promise<{ savedAt: string }> },
): Keeping {
  const written = JSON.stringify(value)
  const known = useRef(written)
  const send = useRef(keep)
  send.current = keep
  const [keeping, setKeeping] = useState<Keeping>({ state: 'kept', at: null })
  useEffect(() => {
    if (!enabled || written === known.current) return
    const timer = setTimeout(() => {
      setKeeping((before) => ({ ...before, state: 'keeping' }))
      send.current(JSON.parse(written) as T).then(
        ({ savedAt }) => {
          known.current = written
          setKeeping({ state: 'kept', at: new Date(savedAt) })
        },
        () => setKeeping((before) => ({ ...before, state: 'failed' })),
      )
    }, 900)
    return () => clearTimeout(timer)
  }, [written, enabled])
  return keeping
}

/** The reader's time of day, "10:42". */
export const timeOf = (at: Date): string => new Intl.DateTimeFormat('sv-SE', { hour: '2-digit', minute: '2-digit' }).format(at)
