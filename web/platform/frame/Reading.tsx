import { useEffect, useState } from 'react'
import { useText } from '../language.tsx'
import { en, zh } from './text.ts'

/** Said only when reading takes long enough to be noticed. */
export function Reading() {
  const text = useText({ zh, en })
  const [noticed, setNoticed] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setNoticed(true), 250)
    return () => clearTimeout(timer)
  }, [])
  return (
    <p className="mp-reading" role="status">
      {noticed && (
        <>
          <span className="mp-reading-road" aria-hidden="true" />
          {text.loading}
        </>
      )}
    </p>
  )
}
