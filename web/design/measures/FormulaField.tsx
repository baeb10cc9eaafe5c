import { readMeasureLibrary } from '@milepost/contract/design/measures'
import type { Bilingual } from '@milepost/terms/bilingual'
import { Input, Select } from 'antd'
import { Field } from '../../parts/Field.tsx'
import { useAsk } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { checkFormula } from './formulaCheck.ts'
import { en, zh } from './text.ts'

type FormulaFieldProps = {
  readonly code: string
  readonly unit: Bilingual
  readonly value: string
  readonly error: string | undefined
  readonly onChange: (calculation: string) => void
}

/** A formula over other measures, checked with every keystroke: signs, codes, units, circles. */
export function FormulaField({ code, unit, value, error, onChange }: FormulaFieldProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const { measures } = useAsk(readMeasureLibrary, {})
  const checked = checkFormula({ code, unit: unit.zh || unit.en, calculation: value }, measures)
  const names = new Map(measures.map((measure) => [measure.code, measure]))
  const put = (chosen: string) =>
    onChange(`${value}${value === '' || value.endsWith(' ') ? '' : ' '}${/^[\p{L}\p{N}_.]+$/u.test(chosen) ? chosen : `[${chosen}]`}`)
  return (
    <>
      <Field
        label={text.calculation}
        hint={text.calculationHint}
        error={checked.kind === 'wrong' ? `${pick(checked.message)}${checked.more === '' ? '' : ` (${checked.more})`}` : error}
      >
        {(control) => (
          <Input
            {...control}
            className="mp-formula"
            value={value}
            spellCheck={false}
            placeholder="good / rated * 100"
            onChange={({ target }) => onChange(target.value)}
          />
        )}
      </Field>
      {checked.kind === 'wrong' && (
        <pre className="mp-formula-place" aria-hidden="true">
          {value}
          {'\n'}
          {`${' '.repeat(Math.min(checked.at, 500))}^`}
        </pre>
      )}
      {checked.kind === 'sound' && error === undefined && (
        <p className="mp-soft" role="status">
          {text.calculationSound(
            checked.measures
              .map(
                (one) => `${one} ${pick(names.get(one)?.name ?? { zh: '', en: '' })} (${pick(names.get(one)?.unit ?? { zh: '', en: '' })})`,
              )
              .join(', '),
            pick(unit),
          )}
        </p>
      )}
      <Select<string>
        aria-label={text.calculationAdd}
        placeholder={text.calculationAdd}
        value={null}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        options={measures
          .filter((one) => one.code !== code)
          .map((one) => ({ value: one.code, label: `${one.code} ${pick(one.name)} (${pick(one.unit)})` }))}
        onChange={put}
        style={{ maxWidth: 340 }}
      />
    </>
  )
}
