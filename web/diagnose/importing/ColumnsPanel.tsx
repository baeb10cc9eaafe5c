import { Button, Checkbox, Select } from 'antd'
import { useState } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { isComplete, type Matched, type Matching, unmatched, usedTwice } from './matching.ts'
import { en, zh } from './text.ts'

type Stratum = { readonly code: string; readonly name: { readonly zh: string; readonly en: string } }
type ColumnsPanelProps = {
  readonly matched: Matched
  readonly matching: Matching
  readonly strata: readonly Stratum[]
  readonly onChange: (matching: Matching) => void
  readonly onCheck: () => void
  readonly onForget: () => void
}

const NONE = '\u0000none'

/** Which column holds which item: what was recognised, and the choice for the rest. */
export function ColumnsPanel({ matched, matching, strata, onChange, onCheck, onForget }: ColumnsPanelProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const [only, setOnly] = useState(matched.items.some((item) => item.heading === null))
  const headings = matched.columns.map(({ heading }) => ({ value: heading, label: heading }))
  const left = unmatched(matched, matching)
  const twice = usedTwice(matching)
  const set = (code: string, heading: string) =>
    onChange({ ...matching, columns: { ...matching.columns, [code]: heading === NONE ? '' : heading } })
  const samplesOf = (code: string) => matched.columns.find((column) => column.heading === matching.columns[code])?.samples.join(' · ') ?? ''
  return (
    <Panel
      title={text.columns}
      sentence={text.columnsSay(matched.items.filter((item) => item.heading !== null).length, matched.items.length)}
    >
      {strata.length > 1 && (
        <p style={{ display: 'flex', flexWrap: 'wrap', gap: 10, alignItems: 'center', marginBottom: 12 }}>
          <span>{text.stratumIn}</span>
          <Select
            aria-label={text.stratumIn}
            style={{ width: 260 }}
            placeholder={text.choose}
            allowClear
            showSearch
            value={matching.stratumColumn}
            options={headings}
            onChange={(value) => onChange({ ...matching, stratumColumn: value ?? null })}
          />
          {matching.stratumColumn === null && (
            <>
              <span>{text.stratumAll}</span>
              <Select
                aria-label={text.stratumAll}
                style={{ width: 220 }}
                allowClear
                value={matching.stratum}
                options={strata.map((one) => ({ value: one.code, label: pick(one.name) }))}
                onChange={(value) => onChange({ ...matching, stratum: value ?? null })}
              />
            </>
          )}
        </p>
      )}
      <p style={{ display: 'flex', flexWrap: 'wrap', gap: 10, alignItems: 'center', marginBottom: 16 }}>
        <span>{text.durationIn}</span>
        <Select
          aria-label={text.durationIn}
          style={{ width: 260 }}
          placeholder={text.none}
          allowClear
          showSearch
          value={matching.duration}
          options={headings}
          onChange={(value) => onChange({ ...matching, duration: value ?? null })}
        />
        <span className="mp-soft">{text.durationSay}</span>
      </p>
      <DataTable
        label={text.columns}
        plain
        rows={only ? matched.items.filter((item) => item.heading === null) : matched.items}
        rowKey={(row) => row.code}
        onPhone="cards"
        columns={[
          { key: 'code', title: text.code, value: (row) => row.code, width: 90 },
          { key: 'item', title: text.item, value: (row) => pick(row.text) },
          {
            key: 'column',
            title: text.column,
            value: (row) => matching.columns[row.code] ?? '',
            width: 300,
            show: (row) => (
              <Select
                aria-label={`${row.code} ${text.column}`}
                style={{ width: '100%' }}
                placeholder={text.choose}
                showSearch
                value={matching.columns[row.code] === '' ? NONE : matching.columns[row.code]}
                options={[{ value: NONE, label: text.none }, ...headings]}
                onChange={(value) => set(row.code, value)}
              />
            ),
          },
          { key: 'samples', title: text.samples, value: (row) => samplesOf(row.code), width: 220 },
        ]}
      />
      <p aria-live="polite" style={{ margin: '12px 0' }}>
        {left.length > 0 && text.left(left.slice(0, 12).join(', ') + (left.length > 12 ? '…' : ''))}{' '}
        {twice.length > 0 && text.twice(twice.join(', '))}
      </p>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8, alignItems: 'center' }}>
        <Button type="primary" disabled={!isComplete(matched, matching, strata.length)} onClick={onCheck}>
          {text.check}
        </Button>
        <Button type="text" onClick={onForget}>
          {text.other}
        </Button>
        <Checkbox checked={only} onChange={({ target }) => setOnly(target.checked)}>
          {text.only}
        </Checkbox>
      </div>
    </Panel>
  )
}
