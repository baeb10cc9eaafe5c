import type { CardScoreView } from '@milepost/contract/run/scores'
import { StatusShape } from '../../parts/StatusShape.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { signOf } from '../words.ts'
import { en, zh } from './text.ts'

type ResultStatusProps = {
  readonly status: CardScoreView['result']['status']
  /** A score stands beside it: too little data then means that it stands in no band yet, not that there is none. */
  readonly scored: boolean
}

/** The status of a score as shape and word. */
export function ResultStatus({ status, scored }: ResultStatusProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const sign = signOf(status)
  return (
    <span className="mp-status" data-status={sign}>
      <StatusShape status={sign} />
      <span>{scored && status.kind === 'insufficient-coverage' ? text.noBandYet : pick(status.label)}</span>
    </span>
  )
}
