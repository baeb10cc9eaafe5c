import type { CardInput } from '@milepost/scorecard/card'
import { DEFAULT_SCHEME } from '@milepost/scorecard/scheme'
import { Select } from 'antd'
import { Field } from '../../parts/Field.tsx'
import { useText } from '../../platform/language.tsx'
import { DecimalInput } from '../card/DecimalInput.tsx'
import { TryMeasure } from './TryMeasure.tsx'
import { en, zh } from './text.ts'
import { measuresOf, withMeasure, withScheme } from './tried.ts'

type TryCardProps = { readonly card: CardInput; readonly onChange: (card: CardInput) => void }

/** Every measure of the case and the choices of its scheme. */
export function TryCard({ card, onChange }: TryCardProps) {
  const text = useText({ zh, en })
  const measures = measuresOf(card)
  const isPlain = measures.length === 1
  return (
    <div className="mp-worked-try">
      {measures.map((measure) => (
        <TryMeasure
          key={measure.id}
          measure={measure}
          weighs={!isPlain}
          live={card.mode === 'live'}
          onChange={(next) => onChange(withMeasure(card, measure.id, () => next))}
        />
      ))}
      <fieldset className="mp-worked-figures">
        <Field label={text.cap}>
          {() => (
            <DecimalInput
              value={card.scheme?.cap ?? DEFAULT_SCHEME.cap}
              label={text.cap}
              onChange={(to) => onChange(withScheme(card, 'cap', to))}
            />
          )}
        </Field>
        {!isPlain && (
          <Field label={text.parentCap}>
            {() => (
              <DecimalInput
                value={card.scheme?.parentCap ?? DEFAULT_SCHEME.parentCap}
                label={text.parentCap}
                onChange={(to) => onChange(withParentCap(card, to))}
              />
            )}
          </Field>
        )}
        {!isPlain && (
          <Field label={text.notApplicable}>
            {(control) => (
              <Select
                {...control}
                value={card.scheme?.notApplicable ?? 'siblings'}
                options={[
                  { value: 'siblings', label: text.siblings },
                  { value: 'global', label: text.global },
                ]}
                onChange={(to) => onChange(withScheme(card, 'notApplicable', to))}
              />
            )}
          </Field>
        )}
      </fieldset>
    </div>
  )
}

/** One cap for the whole card: also where a perspective of the case says its own. */
const withParentCap = (card: CardInput, to: string): CardInput => ({
  ...withScheme(card, 'parentCap', to),
  perspectives: card.perspectives.map(({ parentCap: _own, ...perspective }) => perspective),
})
