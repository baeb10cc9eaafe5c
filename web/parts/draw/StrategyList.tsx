import { useText } from '../../platform/language.tsx'
import { StatusMark } from '../StatusMark.tsx'
import type { StrategyMapProps } from '../StrategyMapProps.ts'

const zh = { drives: (names: string) => `支撑：${names}`, between: '、' }
const en: typeof zh = { drives: (names) => `Drives: ${names}`, between: '; ' }

/** The same map for narrow screens. */
export function StrategyList({ perspectives, objectives, links, label, onOpen }: StrategyMapProps) {
  const text = useText({ zh, en })
  const nameOf = new Map(objectives.map(({ id, name }) => [id, name]))
  const drivenBy = (id: string) => links.filter(({ from }) => from === id).map(({ to }) => nameOf.get(to) ?? '')
  return (
    <ul className="mp-map-list" aria-label={label}>
      {perspectives.map((perspective) => (
        <li key={perspective.id}>
          <h3>{perspective.name}</h3>
          <ul>
            {objectives
              .filter(({ perspectiveId }) => perspectiveId === perspective.id)
              .map((objective) => (
                <li key={objective.id}>
                  <button type="button" onClick={() => onOpen?.(objective.id)} disabled={onOpen === undefined}>
                    <span>{objective.name}</span>
                    <span className="mp-map-note">
                      {objective.status !== undefined && <StatusMark status={objective.status} />}
                      {objective.note}
                    </span>
                  </button>
                  {drivenBy(objective.id).length > 0 && <p>{text.drives(drivenBy(objective.id).join(text.between))}</p>}
                </li>
              ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}
