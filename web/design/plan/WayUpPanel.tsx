import type { WayUp } from '@milepost/contract/design/wayUp'
import { readCardScore } from '@milepost/contract/run/scores'
import { written } from '../../parts/figures.ts'
import { Panel } from '../../parts/Panel.tsx'
import { useAskMaybe } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { en, zh } from './text.ts'

type Goal = WayUp['goals'][number]
type Served = Goal['units'][number]

/** One page on which a person sees what the own goals and the own learning are for: the mission on top, each goal with its way up. */
export function WayUpPanel({ way, isOwn }: { readonly way: WayUp; readonly isOwn: boolean }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const scored = useAskMaybe(readCardScore, way.institutionCardId === null ? null : { cardId: way.institutionCardId }).answer
  const objectives = scored?.result.tree.children.flatMap((perspective) => perspective.children) ?? []
  const stateOf = (objectiveId: string) => {
    const node = objectives.find((one) => one.id === objectiveId)
    return node == null || node.official === null ? text.wayNoScore : text.wayScore(written(node.official, 2), pick(node.status.label))
  }
  const mission = pick(way.mission)
  return (
    <Panel title={isOwn ? text.way : text.wayOfOther} sentence={text.waySay}>
      {mission !== '' && (
        <dl className="mp-mission">
          <div>
            <dt>{text.mission}</dt>
            <dd>{mission}</dd>
          </div>
        </dl>
      )}
      <ul className="mp-way">
        {way.goals.map((goal) => (
          <li key={goal.cardMeasureId}>
            <strong>{pick(goal.name)}</strong>
            <Steps goal={goal} stateOf={stateOf} />
          </li>
        ))}
      </ul>
      {way.needs.length > 0 && (
        <>
          <h3>{text.needs}</h3>
          <ul className="mp-way">
            {way.needs.map(({ need, objective, closedBy }) => (
              <li key={need.zh}>
                <strong>{pick(need)}</strong>
                <ul>
                  <li data-open={closedBy === null}>{sayClosed(text, pick(need), closedBy === null ? null : pick(closedBy.title))}</li>
                  {objective !== null && (
                    <li>
                      {objective.code} {pick(objective.name)}
                    </li>
                  )}
                </ul>
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  )
}

function sayClosed(text: typeof zh, need: string, goal: string | null): string {
  if (goal === null) return text.needOpen
  return goal === need ? text.needSame : text.needClosed(goal)
}

function Steps({ goal, stateOf }: { readonly goal: Goal; readonly stateOf: (objectiveId: string) => string }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  return (
    <ul>
      {[...goal.units, ...goal.institution].map((line) => (
        <Step key={line.cardMeasureId} line={line} />
      ))}
      {goal.objective !== null && goal.units.length === 0 && goal.institution.length === 0 && (
        <li className="mp-soft">{text.wayUnlinked}</li>
      )}
      {goal.objective === null ? (
        <li>{text.wayDuty}</li>
      ) : (
        <li>
          <strong>
            {goal.objective.code} {pick(goal.objective.name)}
          </strong>{' '}
          <span className="mp-soft">{stateOf(goal.objective.objectiveId)}</span>
          {goal.alongside.length > 0 && (
            <div className="mp-soft">
              {text.wayAlongside(
                goal.alongside
                  .map(({ name, target, digits, unit }) =>
                    target === null ? pick(name) : text.wayNamed(pick(name), text.wayTarget(`${written(target, digits)} ${pick(unit)}`)),
                  )
                  .join(text.wayBetween),
              )}
            </div>
          )}
        </li>
      )}
    </ul>
  )
}

function Step({ line }: { readonly line: Served }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  return (
    <li>
      <span className="mp-soft">{pick(line.card)}</span> {pick(line.name)}
      {line.target !== null && (
        <span className="mp-soft"> {text.wayTarget(`${written(line.target, line.digits)} ${pick(line.unit)}`)}</span>
      )}
    </li>
  )
}
