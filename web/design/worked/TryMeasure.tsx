import type { MeasureInput, MissingPolicy, ValueInput } from '@milepost/scorecard/card'
import { ruleWords } from '@milepost/scorecard/ruleWords'
import { Select } from 'antd'
import { Field } from '../../parts/Field.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { DecimalInput } from '../card/DecimalInput.tsx'
import { RuleEditor } from '../card/RuleEditor.tsx'
import { WeightInput } from '../card/WeightInput.tsx'
import { en, zh } from './text.ts'
import { type FigureName, stateOf, withCount, withFigure, withState } from './tried.ts'

type TryMeasureProps = {
  readonly measure: MeasureInput
  readonly weighs: boolean
  /** Scored while the period runs, when what is missing is left out whatever the policy. */
  readonly live: boolean
  readonly onChange: (measure: MeasureInput) => void
}

/** One measure of a case: its weight, its rule, and every figure of every period. */
export function TryMeasure({ measure, weighs, live, onChange }: TryMeasureProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const unit = pick(measure.unit)
  return (
    <fieldset className="mp-worked-measure">
      <legend>
        {pick(measure.name)} <small>{pick(ruleWords(measure.rule))}</small>
      </legend>
      <div className="mp-worked-figures">
        {weighs && (
          <Field label={text.weight}>
            {() => (
              <WeightInput weightBp={measure.weightBp} label={text.weight} onChange={(weightBp) => onChange({ ...measure, weightBp })} />
            )}
          </Field>
        )}
        {measure.values.map((value, at) => (
          <ValueFields
            key={value.period}
            value={value}
            unit={unit}
            named={measure.values.length > 1}
            rule={measure.rule}
            policy={measure.missingPolicy ?? 'zero'}
            live={live}
            onFigure={(name, typed) => onChange(withFigure(measure, at, name, typed))}
            onCount={(key, typed) => onChange(withCount(measure, at, key, typed))}
            onState={(state) => onChange(withState(measure, at, state))}
          />
        ))}
      </div>
      <RuleEditor
        rule={measure.rule}
        direction={measure.rule.kind === 'ratio_down' ? 'down' : 'up'}
        unit={unit}
        onChange={(rule) => onChange({ ...measure, rule })}
      />
    </fieldset>
  )
}

type ValueFieldsProps = {
  readonly value: ValueInput
  readonly unit: string
  readonly rule: MeasureInput['rule']
  readonly policy: MissingPolicy
  readonly live: boolean
  /** Whether the period stands before the figure. */
  readonly named: boolean
  readonly onFigure: (name: FigureName, typed: string) => void
  readonly onCount: (key: string, typed: string) => void
  readonly onState: (state: 'reported' | 'missing' | 'not_applicable') => void
}

function ValueFields({ value, unit, rule, named, policy, live, onFigure, onCount, onState }: ValueFieldsProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const before = named ? `${value.period} ` : ''
  const figures: readonly FigureName[] =
    value.numerator === undefined ? ['actual', ...(value.n === undefined ? [] : (['n'] as const))] : ['numerator', 'denominator']
  if (value.counts && rule.kind === 'deduct')
    return rule.items.map(({ key, name }) => (
      <Figure
        key={key}
        label={`${before}${name ? pick(name) : key}`}
        value={value.counts?.[key] ?? '0'}
        onChange={(typed) => onCount(key, typed)}
      />
    ))
  const state = stateOf(value)
  return (
    <>
      {state !== 'not_applicable' &&
        figures.map((name) => (
          <Figure
            key={name}
            label={`${before}${text[name]}`}
            unit={name === 'actual' ? unit : ''}
            value={state === 'missing' && name !== 'n' && value.numerator === undefined ? '' : String(value[name] ?? '')}
            mayBeEmpty={name !== 'n'}
            onChange={(typed) => onFigure(name, typed)}
          />
        ))}
      {state === 'missing' && (
        <p className="mp-soft" role="status">
          {before}
          {live ? text.missingLive : text.missingSays[policy]}
        </p>
      )}
      {!named && (
        <Field label={text.state}>
          {(control) => (
            <Select
              {...control}
              value={state}
              options={(['reported', 'missing', 'not_applicable'] as const).map((one) => ({ value: one, label: text.states[one] }))}
              onChange={onState}
            />
          )}
        </Field>
      )}
    </>
  )
}

type FigureProps = {
  readonly label: string
  readonly value: string
  readonly unit?: string
  /** Nothing typed is said as such, not as a slip. */
  readonly mayBeEmpty?: boolean
  readonly onChange: (typed: string) => void
}

function Figure({ label, value, unit, mayBeEmpty = false, onChange }: FigureProps) {
  return (
    <Field label={label}>
      {() => <DecimalInput value={value} label={label} unit={unit} read={mayBeEmpty ? signedOrNothing : signedTyped} onChange={onChange} />}
    </Field>
  )
}

const signedOrNothing = (typed: string): string | null => (typed.trim() === '' ? '' : signedTyped(typed))
/** A figure, negative ones included, as text. */
const signedTyped = (typed: string): string | null => (/^-?\d+(\.\d+)?$/.test(typed.trim()) ? typed.trim() : null)
