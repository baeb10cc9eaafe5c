import type { StatusCode } from '@milepost/terms/status'
import type { ReactNode } from 'react'

const SHAPES: { readonly [S in StatusCode]: ReactNode } = {
  A: <circle cx="6" cy="6" r="5" fill="currentColor" />,
  B: <path d="M6 .6 11.4 6 6 11.4.6 6z" fill="currentColor" />,
  C: <path d="M6 1 11.6 11H.4z" fill="currentColor" />,
  D: <path d="M1 1h10v10H1z" fill="currentColor" />,
  outdated: <circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" strokeWidth="1.6" strokeDasharray="2 1.6" />,
  not_applicable: <path d="M1.5 6h9" stroke="currentColor" strokeWidth="1.8" />,
  missing: (
    <text x="6" y="10.6" textAnchor="middle" fontSize="12" fontWeight="700" fill="currentColor">
      ?
    </text>
  ),
}

/** The shape of a status, 12 by 12; decoration only, the words stand beside it. */
export function StatusShape({ status }: { status: StatusCode }) {
  return (
    <svg className="mp-status-shape" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      {SHAPES[status]}
    </svg>
  )
}
