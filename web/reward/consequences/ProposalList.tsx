import { useState } from 'react'
import { useLanguage, useText } from '../../platform/language.tsx'
import { ActForm, ActSaid, type Whose } from './ActForm.tsx'
import type { OutcomeView } from './outcomeView.ts'
import { en, zh } from './text.ts'

type ProposalListProps = {
  readonly outcome: OutcomeView
  /** Left out: only to be read. */
  readonly acting?: Whose | undefined
}

/** The proposals of one outcome, each with its article and what became of it, and what is not known. */
export function ProposalList({ outcome, acting }: ProposalListProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const [open, setOpen] = useState<string | null>(null)
  return (
    <>
      <ul>
        {outcome.proposals.map((one) => (
          <li key={one.key}>
            {pick(one.text)}
            <small>{`　${text.article(one.article, one.verified)}`}</small>
            {acting && open !== one.key && (
              <>
                {' '}
                <button type="button" className="mp-text-button" onClick={() => setOpen(one.key)}>
                  {one.act === null ? text.act : text.actAgain}
                </button>
              </>
            )}
            {one.act !== null && <ActSaid act={one.act} />}
            {acting && open === one.key && <ActForm whose={acting} proposal={one} onDone={() => setOpen(null)} />}
          </li>
        ))}
      </ul>
      {outcome.unknownYears.length > 0 && <p>{text.unknown(outcome.unknownYears.join(', '))}</p>}
    </>
  )
}
