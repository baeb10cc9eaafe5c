import { InputNumber } from 'antd'
import { Field } from '../../parts/Field.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { type NumberGroup, sumOf, type Typed } from './numbers.ts'
import { en, zh } from './text.ts'

type Props = { readonly groups: readonly NumberGroup[]; readonly typed: Typed; readonly onType: (typed: Typed) => void }

/** The weights and shares an institution sets for itself, as numbers to type. */
export function NumbersPart({ groups, typed, onType }: Props) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  return groups.map((group) => (
    <fieldset key={group.key} className="mp-rule-numbers">
      <legend>{text.groups[group.key]}</legend>
      <div className="mp-rule-fields">
        {group.numbers.map(({ path, name, isShare, now }) => (
          <Field key={path} label={pick(name)}>
            {(control) => (
              <InputNumber
                {...control}
                min={0}
                max={isShare ? 100 : 60}
                precision={isShare ? 2 : 0}
                formatter={(value) => String(Number(value ?? 0))}
                suffix={isShare ? '%' : undefined}
                value={typed[path] ?? now}
                onChange={(next) => onType({ ...typed, [path]: next ?? now })}
              />
            )}
          </Field>
        ))}
      </div>
      {group.isWhole && <SumLine sum={sumOf(group, typed)} />}
    </fieldset>
  ))
}

function SumLine({ sum }: { readonly sum: number }) {
  const text = useText({ zh, en })
  return (
    <p role="status" className={sum === 100 ? 'mp-soft' : 'mp-rule-wrong'}>
      {sum === 100 ? text.sums : text.sumsTo(sum)}
    </p>
  )
}
