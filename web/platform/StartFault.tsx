import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ErrorBoundary } from './errors.tsx'

/** Before the frame stands: the server cannot be reached, or the session cannot be read. */
export function StartFault({ children }: { readonly children: ReactNode }) {
  const queries = useQueryClient()
  return (
    <ErrorBoundary resetBy="" onRetry={() => void queries.resetQueries()}>
      {children}
    </ErrorBoundary>
  )
}
