import { Button, Select } from 'antd'
import { useState } from 'react'
import { useLanguage, useText } from '../../platform/language.tsx'
import { type ColumnChoice, type WantedColumn, withoutColumn } from './columnsWanted.ts'
import { en, zh } from './text.ts'

type ColumnMappingProps = {
  readonly wanted: readonly WantedColumn[]
  /** The headings of the file. */
  readonly found: readonly string[]
  readonly onChosen: (columns: ColumnChoice) => void
}

/** The headings differ: a person says which column of the file is which, and the file is checked again. */
export function ColumnMapping({ wanted, found, onChosen }: ColumnMappingProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const [chosen, setChosen] = useState<ColumnChoice>(() => Object.fromEntries(wanted.map(({ key, guess }) => [key, guess])))
  const missing = wanted.filter(({ key, required }) => required && (chosen[key] ?? '') === '')
  const options = [
    { value: '', label: text.noColumn },
    ...found.filter((heading) => heading !== '').map((heading) => ({ value: heading, label: heading })),
  ]
  return (
    <section className="mp-mapping" aria-label={text.mapping}>
      <h3>{text.mapping}</h3>
      <p className="mp-panel-say">{text.mappingSays}</p>
      <dl>
        {wanted.map(({ key, heading, required }) => (
          <div key={key}>
            <dt>
              {pick(heading)}
              {required && <span title={text.required}> *</span>}
            </dt>
            <dd>
              <Select
                aria-label={pick(heading)}
                value={chosen[key] ?? ''}
                options={options}
                status={required && (chosen[key] ?? '') === '' ? 'warning' : undefined}
                onChange={(heading) => setChosen((before) => ({ ...withoutColumn(before, heading), [key]: heading }))}
                style={{ width: '100%' }}
                showSearch
              />
            </dd>
          </div>
        ))}
      </dl>
      <div className="mp-import-acts">
        <Button type="primary" disabled={missing.length > 0} onClick={() => onChosen(chosen)}>
          {text.mappingGo}
        </Button>
        {missing.length > 0 && <span className="mp-soft">{text.stillMissing(missing.map(({ heading }) => pick(heading)))}</span>}
      </div>
    </section>
  )
}
