import type { ScoringRule } from '@milepost/scorecard/rules'
import { ruleWords } from '@milepost/scorecard/ruleWords'
import { SCORING_FUNCTIONS } from '@milepost/scorecard/scoringFunctions'
import { Select } from 'antd'
import { Field } from '../../parts/Field.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { DecimalInput } from './DecimalInput.tsx'
import { LineCurve } from './LineCurve.tsx'
import { FIGURE_NAMES, figuresOf, isTyped, TYPED_KINDS, type TypedKind, withFigure, withKind } from './ruleFields.ts'
import { en, zh } from './text.ts'

type RuleEditorProps = {
  readonly rule: ScoringRule
  readonly direction: 'up' | 'down' | 'band'
  readonly unit: string
  readonly onChange: (rule: ScoringRule) => void
}

/** How a measure's actual becomes points: the kind of rule and its figures. */
export function RuleEditor({ rule, direction, unit, onChange }: RuleEditorProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  return (
    <div className="mp-rule">
      <Field label={text.ruleKind}>
        {(control) => (
          <Select<TypedKind | ScoringRule['kind']>
            {...control}
            value={rule.kind}
            popupMatchSelectWidth={false}
            options={[...TYPED_KINDS, ...(isTyped(rule.kind) ? [] : [rule.kind])].map((kind) => ({
              value: kind,
              label: pick(SCORING_FUNCTIONS[kind].name),
            }))}
            optionRender={({ value }) => {
              const kind = TYPED_KINDS.find((one) => one === value)
              const sample = kind === undefined ? rule : withKind(rule, kind, direction)
              return (
                <span className="mp-rule-choice">
                  <LineCurve rule={sample} actual={null} label="" />
                  <span>
                    {pick(SCORING_FUNCTIONS[sample.kind].name)}
                    <small>{pick(ruleWords(sample))}</small>
                  </span>
                </span>
              )
            }}
            onChange={(kind) => isTyped(kind) && onChange(withKind(rule, kind, direction))}
          />
        )}
      </Field>
      {figuresOf(rule).map(({ name, value }) => (
        <Field key={name} label={pick(FIGURE_NAMES[name])}>
          {() => (
            <DecimalInput
              value={value}
              label={pick(FIGURE_NAMES[name])}
              unit={unit}
              onChange={(figure) => onChange(withFigure(rule, name, figure))}
            />
          )}
        </Field>
      ))}
      {!isTyped(rule.kind) && (
        <p className="mp-soft">
          {pick(ruleWords(rule))}. {text.ruleByFile}
        </p>
      )}
    </div>
  )
}
