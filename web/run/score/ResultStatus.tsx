import type { CardScoreView } from '@milepost/contract/run/scores'
import { StatusShape } from '../../parts/StatusShape.tsx'
import { useLanguage } from '../../platform/language.tsx'
import { signOf } from '../words.ts'

/** The status of a score as shape and word. */
export function ResultStatus({ status }: { readonly status: CardScoreView['result']['status'] }) {
  const { pick } = useLanguage()
  const sign = signOf(status)
  return (
    <span className="mp-status" data-status={sign}>
      <StatusShape status={sign} />
      <span>{pick(status.label)}</span>
    </span>
  )
}
