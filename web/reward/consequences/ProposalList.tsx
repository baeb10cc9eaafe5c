import type { OutputOf } from '@milepost/contract/endpoint'
import type { listConsequences } from '@milepost/contract/reward/outcome'
import { useLanguage, useText } from '../../platform/language.tsx'
import { en, zh } from './text.ts'

export type OutcomeView = OutputOf<typeof listConsequences>['rows'][number]['outcomes'][number]

/** The proposals of one outcome, each with its article, and what is not known. */
export function ProposalList({ outcome }: { readonly outcome: OutcomeView }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  return (
    <>
      <ul>
        {outcome.proposals.map((one) => (
          <li key={`${one.kind} ${one.text.en}`}>
            {pick(one.text)}
            <small>{`　${text.article(one.article, one.verified)}`}</small>
          </li>
        ))}
      </ul>
      {outcome.unknownYears.length > 0 && <p>{text.unknown(outcome.unknownYears.join(', '))}</p>}
    </>
  )
}
