import { Button, Input, Segmented, Select } from 'antd'
import { useState } from 'react'
import { Field } from '../../parts/Field.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import type { EntryChoices } from './entry.ts'
import { guessed, isReady, LONG_COLUMNS, type LongColumn, type Mapping } from './mapping.ts'
import { en, zh } from './text.ts'

const NONE = ''
type MappingPartProps = {
  readonly found: readonly string[]
  readonly measures: EntryChoices['measures']
  readonly onMapped: (mapping: Mapping) => void
}

/** What each column of a file with headings of its own holds. */
export function MappingPart({ found, measures, onMapped }: MappingPartProps) {
  const text = useText({ zh, en })
  const { language, pick } = useLanguage()
  const [mapping, setMapping] = useState(() => guessed(found, measures))
  const { wide } = mapping
  const keys = Object.keys(LONG_COLUMNS) as LongColumn[]
  const choose = (label: string, value: string | null | undefined, onChange: (next: string | null) => void) => (
    <Field key={label} label={label}>
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
  const setWide = (next: Partial<Mapping['wide']>) => setMapping({ ...mapping, wide: { ...wide, ...next } })
  return (
    <Panel title={text.mapTitle} sentence={text.mapSay}>
      <Segmented
        value={mapping.way}
        options={[
          { value: 'long' as const, label: text.mapLong },
          { value: 'wide' as const, label: text.mapWide },
        ]}
        onChange={(way) => setMapping({ ...mapping, way })}
      />
      <div className="mp-run-mapping">
        {mapping.way === 'long' &&
          keys.map((key) =>
            choose(
              LONG_COLUMNS[key][language === 'zh' ? 0 : LONG_COLUMNS[key].findIndex((name) => /^[a-z]/.test(name))] ?? key,
              mapping.headings[key],
              (next) => {
                const { [key]: _before, ...rest } = mapping.headings
                setMapping({ ...mapping, headings: next === null ? rest : { ...rest, [key]: next } })
              },
            ),
          )}
        {mapping.way === 'wide' && (
          <>
            {choose(text.mapUnit, wide.unitColumn, (unitColumn) => setWide({ unitColumn }))}
            {choose(text.mapPeriod, wide.periodColumn, (next) => setWide({ periodColumn: next ?? '' }))}
            {choose(text.mapWeight, wide.weightColumn, (weightColumn) => setWide({ weightColumn }))}
            {choose(text.mapN, wide.nColumn, (nColumn) => setWide({ nColumn }))}
          </>
        )}
      </div>
      {mapping.way === 'wide' && (
        <>
          <h3>{text.mapMeasures}</h3>
          <div className="mp-run-mapping">
            {found.map((heading) => (
              <Field key={heading} label={heading}>
                {(control) => (
                  <Select
                    {...control}
                    showSearch={{ optionFilterProp: 'label' }}
                    value={wide.columns?.[heading] ?? NONE}
                    options={[
                      { value: NONE, label: text.mapNone },
                      ...measures.map((one) => ({ value: one.code, label: `${one.code} ${pick(one.name)}` })),
                    ]}
                    onChange={(code: string) => {
                      const { [heading]: _before, ...rest } = wide.columns
                      setWide({ columns: code === NONE ? rest : { ...rest, [heading]: code } })
                    }}
                  />
                )}
              </Field>
            ))}
          </div>
          <Field label={text.mapReason}>
            {(control) => (
              <Input {...control} maxLength={2000} value={wide.note ?? ''} onChange={({ target }) => setWide({ note: target.value })} />
            )}
          </Field>
        </>
      )}
      <Button type="primary" disabled={!isReady(mapping)} onClick={() => onMapped(mapping)}>
        {text.mapAgain}
      </Button>
    </Panel>
  )
}
