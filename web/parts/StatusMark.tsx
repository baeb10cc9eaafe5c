import { STATUSES, type StatusCode } from '@milepost/terms/status'
import { useLanguage } from '../platform/language.tsx'
import { StatusShape } from './StatusShape.tsx'

export type StatusMarkProps = {
  readonly status: StatusCode
  /** `letter`: 优 / A beside the shape; `word`: the whole word; `shape`: the shape alone, the word for screen readers. */
  readonly say?: 'letter' | 'word' | 'shape'
  /** What the scheme calls the band, where it is known; otherwise the house's word. */
  readonly name?: string | undefined
}

/** A status as colour, shape and letter, so that it reads in greyscale and for the colour-blind. */
export function StatusMark({ status, say = 'letter', name }: StatusMarkProps) {
  const { pick } = useLanguage()
  const { letter, ...term } = STATUSES[status]
  const word = name ?? pick(term)
  return (
    <span className="mp-status" data-status={status} title={word}>
      <StatusShape status={status} />
      {say === 'letter' && <span aria-hidden="true">{pick(letter)}</span>}
      {say === 'word' ? <span>{word}</span> : <span className="mp-unseen">{word}</span>}
    </span>
  )
}
