import type { DefinitionCard } from '@milepost/contract/design/measure'
import { Input } from 'antd'
import { useText } from '../../platform/language.tsx'
import { DecimalInput } from '../card/DecimalInput.tsx'
import { en, zh } from './text.ts'

type Benchmarks = DefinitionCard['benchmarks']
const SLOTS = ['own-best', 'best-unit', 'peer', 'national'] as const

type BenchmarkFieldsProps = { readonly value: Benchmarks; readonly unit: string; readonly onChange: (value: Benchmarks) => void }

/** Four slots to hold the measure against; an empty figure leaves the slot out. */
export function BenchmarkFields({ value, unit, onChange }: BenchmarkFieldsProps) {
  const text = useText({ zh, en })
  const change = (kind: (typeof SLOTS)[number], next: Partial<Benchmarks[number]>) => {
    const before = value.find((one) => one.kind === kind) ?? { kind, value: '', asOf: '', source: '' }
    const after = { ...before, ...next }
    const rest = value.filter((one) => one.kind !== kind)
    const keeps = after.value !== '' || after.asOf !== '' || after.source !== ''
    onChange(SLOTS.flatMap((slot) => (slot === kind ? (keeps ? [after] : []) : rest.filter((one) => one.kind === slot))))
  }
  return (
    <div className="mp-benchmarks">
      {SLOTS.map((kind) => {
        const slot = value.find((one) => one.kind === kind)
        const name = text.benchmarkKinds[kind]
        return (
          <fieldset key={kind}>
            <legend>{name}</legend>
            <DecimalInput
              value={slot?.value ?? ''}
              label={`${name} · ${text.benchmarkValue}`}
              unit={unit}
              read={(typed) => (typed.trim() === '' || /^-?\d+(\.\d+)?$/.test(typed.trim()) ? typed.trim() : null)}
              onChange={(figure) => change(kind, { value: figure })}
            />
            <Input
              aria-label={`${name} · ${text.benchmarkAsOf}`}
              placeholder={text.benchmarkAsOf}
              maxLength={20}
              value={slot?.asOf ?? ''}
              onChange={({ target }) => change(kind, { asOf: target.value })}
            />
            <Input
              aria-label={`${name} · ${text.benchmarkSource}`}
              placeholder={text.benchmarkSource}
              maxLength={200}
              value={slot?.source ?? ''}
              onChange={({ target }) => change(kind, { source: target.value })}
            />
          </fieldset>
        )
      })}
    </div>
  )
}
