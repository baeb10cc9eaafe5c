import { PageLink } from '../../platform/address.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import type { CardView } from '../card/cardView.ts'
import { en, zh } from './text.ts'

/** What came of the development goals of the year before, and which of them this plan goes on with. */
export function GoalsBefore({ before }: { readonly before: NonNullable<CardView['goalsBefore']> }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const reached = before.goals.filter(({ state }) => state === 'achieved').length
  return (
    <details className="mp-goals-before" open={before.goals.some(({ state }) => state !== 'achieved')}>
      <summary>{text.before(before.year, reached, before.goals.length)}</summary>
      <ul>
        {before.goals.map(({ title, state, evidence, goesOn }) => (
          <li key={title.zh}>
            {pick(title)}: {text.goalStates[state]}
            {evidence !== '' && <span className="mp-soft"> · {evidence}</span>}
            {goesOn && <span className="mp-soft"> · {text.goesOn}</span>}
          </li>
        ))}
      </ul>
      <PageLink href={`/design/cards/${before.cardId}`}>{text.planBefore(before.year)}</PageLink>
    </details>
  )
}
