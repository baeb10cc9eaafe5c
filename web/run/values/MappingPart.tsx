import type { ValueMapping } from '@milepost/contract/run/values'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { Field } from '../../parts/Field.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import type { EntryChoices } from './entry.ts'
import { guessed, isReady } from './mapping.ts'
import { en, zh } from './text.ts'

const NONE = ''
type MappingPartProps = {
  readonly found: readonly string[]
  readonly measures: EntryChoices['measures']
  readonly onMapped: (mapping: ValueMapping) => void
}

/** A table with one measure a column: which column is which. */
export function MappingPart({ found, measures, onMapped }: MappingPartProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const [wide, setWide] = useState(() => guessed(found, measures))
  const set = (next: Partial<ValueMapping>) => setWide({ ...wide, ...next })
  const choose = (label: string, value: string | null, onChange: (next: string | null) => void) => (
    <Field label={label}>
      {(control) => (
        <Select
          {...control}
          value={value ?? NONE}
          options={[{ value: NONE, label: text.mapNone }, ...found.map((heading) => ({ value: heading, label: heading }))]}
          onChange={(next: string) => onChange(next === NONE ? null : next)}
        />
      )}
    </Field>
  )
  return (
    <Panel title={text.mapWide} sentence={text.mapSay}>
      <div className="mp-run-mapping">
        {choose(text.mapUnit, wide.unitColumn, (unitColumn) => set({ unitColumn }))}
        {choose(text.mapPeriod, wide.periodColumn, (next) => set({ periodColumn: next ?? '' }))}
        {choose(text.mapWeight, wide.weightColumn, (weightColumn) => set({ weightColumn }))}
        {choose(text.mapN, wide.nColumn, (nColumn) => set({ nColumn }))}
      </div>
      <h3>{text.mapMeasures}</h3>
      <div className="mp-run-mapping">
        {found.map((heading) => (
          <Field key={heading} label={heading}>
            {(control) => (
              <Select
                {...control}
                showSearch={{ optionFilterProp: 'label' }}
                value={wide.columns[heading] ?? NONE}
                options={[
                  { value: NONE, label: text.mapNone },
                  ...measures.map((one) => ({ value: one.code, label: `${one.code} ${pick(one.name)}` })),
                ]}
                onChange={(code: string) => {
                  const { [heading]: _before, ...rest } = wide.columns
                  set({ columns: code === NONE ? rest : { ...rest, [heading]: code } })
                }}
              />
            )}
          </Field>
        ))}
      </div>
      <Field label={text.mapReason}>
        {(control) => (
          <Input {...control} maxLength={2000} value={wide.note ?? ''} onChange={({ target }) => set({ note: target.value })} />
        )}
      </Field>
      <Button type="primary" style={{ marginTop: 12 }} disabled={!isReady(wide)} onClick={() => onMapped(wide)}>
        {text.mapAgain}
      </Button>
    </Panel>
  )
}
