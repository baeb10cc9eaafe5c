import type { StatusCode } from '@milepost/terms/status'
import type { ReactNode } from 'react'
import { useText } from '../platform/language.tsx'
import { drawable, type Figures, percentOfBasisPoints, written } from './figures.ts'
import { StatusMark } from './StatusMark.tsx'

export type ScoreBarProps = {
  /** The score, usually 0 to 100; null when there is none. */
  readonly score: Figures
  readonly status: StatusCode
  /** What the scheme calls the status; said in full where it is given. */
  readonly statusName?: string
  readonly target?: Figures
  /** How much of the weight has data, in basis points. */
  readonly coverage?: number | null
  readonly max?: number
  readonly digits?: number
  /** A trend beside it. */
  readonly trend?: ReactNode
  /** One click away: the ticket. */
  readonly ticket?: ReactNode
}

const zh = {
  score: (score: string, max: number) => `得分 ${score}，满分 ${max}`,
  target: (target: string) => `目标 ${target}`,
  coverage: (share: string) => `数据覆盖 ${share}`,
}
const en: typeof zh = {
  score: (score, max) => `Score ${score} of ${max}`,
  target: (target) => `target ${target}`,
  coverage: (share) => `${share} covered by data`,
}

/** A score with its target and its coverage: never a number alone. */
export function ScoreBar({
  score,
  status,
  statusName,
  target = null,
  coverage = null,
  max = 100,
  digits = 1,
  trend,
  ticket,
}: ScoreBarProps) {
  const text = useText({ zh, en })
  const length = share(drawable(score), max)
  const goal = share(drawable(target), max)
  const words = [
    text.score(written(score, digits), max),
    target === null ? null : text.target(written(target, digits)),
    coverage === null ? null : text.coverage(percentOfBasisPoints(coverage)),
  ]
  return (
    <div className="mp-score" data-status={status}>
      <div className="mp-score-top">
        <span className="mp-score-value">{written(score, digits)}</span>
        <StatusMark status={status} say={statusName === undefined ? 'letter' : 'word'} name={statusName} />
        {trend}
        {ticket !== undefined && <span className="mp-score-ticket">{ticket}</span>}
      </div>
      <svg
        className="mp-score-bar"
        viewBox="0 0 200 12"
        preserveAspectRatio="none"
        role="img"
        aria-label={words.filter((w) => w !== null).join(', ')}
      >
        <rect x="0" y="3" width="200" height="6" rx="3" fill="var(--mp-line)" />
        {length !== null && <rect x="0" y="3" width={length * 200} height="6" rx="3" fill="currentColor" />}
        {goal !== null && <rect x={Math.min(goal * 200, 198)} y="0" width="2" height="12" fill="var(--mp-ink)" />}
      </svg>
      <div className="mp-score-words">
        {words
          .slice(1)
          .filter((word) => word !== null)
          .join(' · ')}
      </div>
    </div>
  )
}

const share = (value: number | null, max: number) => (value === null || max <= 0 ? null : Math.min(Math.max(value / max, 0), 1))
