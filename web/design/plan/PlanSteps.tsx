import { dayOf } from '../../platform/instants.ts'
import { useText } from '../../platform/language.tsx'
import type { CardView } from '../card/cardView.ts'
import { en, zh } from './text.ts'

/** How far the agreement has come: drafted, the person, the head. */
export function PlanSteps({ view }: { readonly view: CardView }) {
  const text = useText({ zh, en })
  const { proposedAt, proposedBy, agreedByPersonAt, agreedByHeadAt, agreedByHead } = view.plan
  const day = (at: string | null) => (at === null ? '' : dayOf(at))
  return (
    <ol className="mp-plan-steps">
      <li data-done="true">
        {text.steps.drafted}
        {proposedAt !== null && <small>{text.proposedOn(proposedBy ?? '', day(proposedAt))}</small>}
      </li>
      <li data-done={agreedByPersonAt !== null}>
        {text.steps.person} <small>{day(agreedByPersonAt)}</small>
      </li>
      <li data-done={agreedByHeadAt !== null}>
        {text.steps.head} {agreedByHeadAt !== null && <small>{text.headAgreed(agreedByHead ?? '', day(agreedByHeadAt))}</small>}
      </li>
    </ol>
  )
}
