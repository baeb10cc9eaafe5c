import type { ReactNode } from 'react'

export type EmptyProps = {
  readonly title: string
  /** What is normally here, and what makes it appear. */
  readonly sentence: ReactNode
  /** The next step, as a button or link. */
  readonly next?: ReactNode
}

/** Nothing here yet, said warmly, with the next step. */
export function Empty({ title, sentence, next }: EmptyProps) {
  return (
    <div className="mp-empty">
      <svg width="120" height="72" viewBox="0 0 120 72" aria-hidden="true">
        <path d="M44 72 57 22h6l13 50z" fill="#e3e9ee" />
        <path d="M60 66v-8M60 52v-7M60 40v-5M60 31v-3" stroke="#fff" strokeWidth="2.4" strokeLinecap="round" />
        <path d="M6 60c14-20 26-24 38-16M114 60C100 40 88 36 76 44" stroke="#d3dce3" strokeWidth="2" fill="none" strokeLinecap="round" />
        <path d="M88 62V44" stroke="#9fb0bd" strokeWidth="2.4" strokeLinecap="round" />
        <rect x="81" y="32" width="14" height="14" rx="3" fill="#10598c" />
        <path
          d="M85.2 39h5.6M88.4 36.4 91 39l-2.6 2.6"
          stroke="#fff"
          strokeWidth="1.6"
          fill="none"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      <strong>{title}</strong>
      <p>{sentence}</p>
      {next}
    </div>
  )
}
