import { Field } from '../../parts/Field.tsx'
import { useText } from '../../platform/language.tsx'
import { DecimalInput } from '../card/DecimalInput.tsx'
import { en, zh } from './text.ts'
import type { Tried } from './workedReadings.ts'

/** The answers of a survey and the months of a series: what a case asks of statistics. */
export function TryFigures({ tried, onChange }: { readonly tried: Tried; readonly onChange: (tried: Tried) => void }) {
  const text = useText({ zh, en })
  const { answers, series } = tried
  return (
    <div className="mp-worked-figures">
      {answers && (
        <>
          <Whole
            label={text.favourable}
            value={answers.favourable}
            onChange={(favourable) => onChange({ ...tried, answers: { ...answers, favourable } })}
          />
          <Whole label={text.all} value={answers.all} onChange={(all) => onChange({ ...tried, answers: { ...answers, all } })} />
        </>
      )}
      {series?.map((value, at) => (
        // the months of a series have no name but their place
        <Field key={text.month(at + 1)} label={text.month(at + 1)}>
          {() => (
            <DecimalInput
              value={value}
              label={text.month(at + 1)}
              onChange={(typed) => onChange({ ...tried, series: series.map((one, place) => (place === at ? typed : one)) })}
            />
          )}
        </Field>
      ))}
    </div>
  )
}

type WholeProps = { readonly label: string; readonly value: number; readonly onChange: (value: number) => void }

function Whole({ label, value, onChange }: WholeProps) {
  return (
    <Field label={label}>
      {() => <DecimalInput value={String(value)} label={label} read={wholeTyped} onChange={(typed) => onChange(Number(typed))} />}
    </Field>
  )
}

const wholeTyped = (typed: string): string | null => (/^\d{1,6}$/.test(typed.trim()) ? typed.trim() : null)
