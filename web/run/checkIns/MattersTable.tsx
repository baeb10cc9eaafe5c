import type { MidYearMatters } from '@milepost/contract/run/checkIns'
import { DataTable } from '../../parts/DataTable.tsx'
import { written } from '../../parts/figures.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { en, zh } from './midYearText.ts'

const SHAPES = { red: '■', late: '◌', missing: '?' } as const

/** What a mid-year review is about: every line of the plan with its last figure and whether it is red or silent, and the goals. */
export function MattersTable({ matters }: { readonly matters: MidYearMatters }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  type Item = MidYearMatters['items'][number]
  const standing = ({ why, silent, score }: Item) =>
    why === null
      ? score === null
        ? text.notScored
        : text.score(score)
      : [`${SHAPES[why]} ${text.why[why]}`, silent.join(text.and)].filter((one) => one !== '').join(' ')
  const figure = ({ actual, period, unit }: Item) =>
    actual === null ? text.nothing : `${written(actual, 2)} ${pick(unit)}${period === null ? '' : text.of(period)}`
  return (
    <div className="mp-matters">
      <p className="mp-run-mend">{text.asOf(matters.asOf)}</p>
      <DataTable
        label={text.items}
        plain
        onPhone="cards"
        rows={matters.items}
        rowKey={(item) => `${item.of} ${item.code} ${item.name.zh}`}
        empty={<p>{text.noItems}</p>}
        columns={[
          { key: 'name', title: text.measure, value: (item) => (item.of === 'unit' ? text.ofUnit(pick(item.name)) : pick(item.name)) },
          {
            key: 'target',
            title: text.target,
            value: (item) => (item.target === null ? text.nothing : `${item.target} ${pick(item.unit)}`),
            width: 110,
          },
          { key: 'actual', title: text.actual, value: figure, width: 170 },
          { key: 'stands', title: text.stands, value: standing, width: 150 },
        ]}
      />
      {matters.goals.length > 0 && (
        <>
          <h4 className="mp-part">{text.goals}</h4>
          <ul className="mp-matters-goals">
            {matters.goals.map((goal) => (
              <li key={`${goal.title.zh} ${goal.dueOn}`}>
                {pick(goal.title)} · {text.goalDue(goal.dueOn)} · {text.goalStates[goal.state]}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
