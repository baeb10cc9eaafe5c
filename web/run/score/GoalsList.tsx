import { readCard } from '@milepost/contract/design/cards'
import { Panel } from '../../parts/Panel.tsx'
import { PageLink } from '../../platform/address.tsx'
import { useAskMaybe } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { en, zh } from './text.ts'

/** The development goals of a plan: talked about, never scored. */
export function GoalsList({ cardId }: { readonly cardId: string }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const { answer } = useAskMaybe(readCard, { cardId })
  if (answer === null) return null
  return (
    <Panel title={text.goals} sentence={text.goalsSay} acts={<PageLink href="/design/my-plan">{text.toMyPlan}</PageLink>}>
      {answer.goals.length === 0 && <p>{text.noGoals}</p>}
      <ul className="mp-run-goals">
        {answer.goals.map((goal) => (
          <li key={goal.goalId}>
            <strong>{pick(goal.title)}</strong>
            <span>
              {text.goalStates[goal.state]} · {text.goalDue(goal.dueOn)}
            </span>
            <p>{text.proof(pick(goal.proof))}</p>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
