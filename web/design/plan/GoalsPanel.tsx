import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Alert, Button, Input, Select } from 'antd'
import { DayField } from '../../parts/DayField.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { Field } from '../../parts/Field.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import type { CardView } from '../card/cardView.ts'
import { GoalOutcome } from './GoalOutcome.tsx'
import { GoalsBefore } from './GoalsBefore.tsx'
import { type GoalDraft, newGoal } from './goals.ts'
import { en, zh } from './text.ts'

type GoalsPanelProps = {
  readonly view: CardView
  readonly goals: readonly GoalDraft[]
  /** null: only to be read. */
  readonly onChange: ((goals: readonly GoalDraft[]) => void) | null
}

/** Development goals: completed and evidenced, never scored. */
export function GoalsPanel({ view, goals, onChange }: GoalsPanelProps) {
  const text = useText({ zh, en })
  const { pick, language } = useLanguage()
  const nameOf = (objectiveId: string | null) => {
    const objective = view.objectives.find((one) => one.objectiveId === objectiveId)
    return objective === undefined ? text.noObjective : `${objective.code} ${pick(objective.name)}`
  }
  const suggestions = view.suggestedGoals.filter((one) => !goals.some((goal) => goal.title.zh === one.title.zh))
  return (
    <Panel
      title={text.goals}
      sentence={text.goalsSay}
      acts={
        onChange !== null && (
          <Button icon={<PlusOutlined aria-hidden />} onClick={() => onChange([...goals, newGoal(view, goals)])}>
            {text.addGoal}
          </Button>
        )
      }
    >
      {view.goalsBefore && view.goalsBefore.goals.length > 0 && <GoalsBefore before={view.goalsBefore} />}
      {goals.length === 0 && <Alert type="warning" showIcon title={text.noGoal} />}
      <ul className="mp-goals">
        {goals.map((goal) => (
          <li key={goal.key}>
            {onChange === null ? (
              <>
                <strong>{pick(goal.title)}</strong>
                <Facts
                  facts={[
                    { key: 'proof', name: text.proof, value: pick(goal.proof) || '–' },
                    { key: 'support', name: text.support, value: goal.support || '–' },
                    { key: 'due', name: text.dueOn, value: goal.dueOn },
                    { key: 'serves', name: text.serves, value: nameOf(goal.objectiveId) },
                  ]}
                />
                <GoalOutcome view={view} goal={view.goals.find((one) => one.goalId === goal.goalId)} />
              </>
            ) : (
              <GoalForm
                goal={goal}
                objectives={view.objectives}
                language={language}
                onChange={(next) => onChange(goals.map((one) => (one.key === goal.key ? { ...one, ...next } : one)))}
                onRemove={() => onChange(goals.filter((one) => one.key !== goal.key))}
              />
            )}
          </li>
        ))}
      </ul>
      {onChange !== null && suggestions.length > 0 && (
        <div style={{ marginTop: 16 }}>
          <h3>{text.suggested}</h3>
          <ul className="mp-choose-measures">
            {suggestions.map((one) => (
              <li key={one.title.zh}>
                <div>
                  {pick(one.title)}
                  <div className="mp-soft">{pick(one.proof)}</div>
                  {one.carried && (
                    <div className="mp-soft">
                      {text.carried(one.carried.year, text.goalStates[one.carried.state], one.carried.evidence)}
                    </div>
                  )}
                </div>
                <Button onClick={() => onChange([...goals, newGoal(view, goals, one)])}>{text.use}</Button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Panel>
  )
}

type GoalFormProps = {
  readonly goal: GoalDraft
  readonly objectives: CardView['objectives']
  readonly language: 'zh' | 'en'
  readonly onChange: (next: Partial<GoalDraft>) => void
  readonly onRemove: () => void
}

/** A goal in the language its writer uses; the other side of the text stays as it is. */
function GoalForm({ goal, objectives, language, onChange, onRemove }: GoalFormProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  return (
    <div className="mp-form">
      <Field label={text.goal}>
        {(control) => (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: 1, maxRows: 4 }}
            value={goal.title[language]}
            placeholder={pick(goal.title)}
            onChange={({ target }) => onChange({ title: { ...goal.title, [language]: target.value } })}
          />
        )}
      </Field>
      <Field label={text.proof}>
        {(control) => (
          <Input
            {...control}
            value={goal.proof[language]}
            placeholder={pick(goal.proof)}
            onChange={({ target }) => onChange({ proof: { ...goal.proof, [language]: target.value } })}
          />
        )}
      </Field>
      <div className="mp-goal-row">
        <Field label={text.serves}>
          {(control) => (
            <Select
              {...control}
              value={goal.objectiveId}
              allowClear
              placeholder={text.noObjective}
              popupMatchSelectWidth={false}
              options={objectives.map((one) => ({ value: one.objectiveId, label: `${one.code} ${pick(one.name)}` }))}
              onChange={(objectiveId: string | undefined) => onChange({ objectiveId: objectiveId ?? null })}
            />
          )}
        </Field>
        <Field label={text.support}>
          {(control) => <Input {...control} value={goal.support} onChange={({ target }) => onChange({ support: target.value })} />}
        </Field>
        <Field label={text.dueOn}>
          {(control) => <DayField control={control} isNeeded value={goal.dueOn} onChange={(dueOn) => onChange({ dueOn })} />}
        </Field>
      </div>
      <Button danger icon={<DeleteOutlined aria-hidden />} onClick={onRemove} style={{ justifySelf: 'start' }}>
        {text.removeGoal}
      </Button>
    </div>
  )
}
