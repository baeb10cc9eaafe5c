import { Alert, Button } from 'antd'
import { useDeferredValue, useMemo, useState } from 'react'
import { Field } from '../../parts/Field.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { DecimalBox } from '../pool/DecimalBox.tsx'
import { BenchGrid } from './BenchGrid.tsx'
import { BenchResult } from './BenchResult.tsx'
import { type Bench, type BenchSettings, tryBench } from './bench.ts'
import { EMPTY, isUsed, type Row, withRoom } from './benchRows.ts'
import { en, zh } from './text.ts'

const START: BenchSettings = {
  amount: '',
  reserve: '2',
  unitScore: { from: '0.8', to: '1.2' },
  personScore: { from: '0.8', to: '1.2' },
}

/** Seven people of one unit: post, grade and months, no scores. */
const EXAMPLE: readonly Row[] = (
  [
    ['A', '1.0', '1.5', '12'],
    ['B', '1.0', '1.2', '12'],
    ['C', '1.2', '1.2', '12'],
    ['D', '1.0', '1.0', '7'],
    ['E', '0.9', '0.6', '12'],
    ['F', '1.0', '1.2', '12'],
    ['G', '1.1', '1.5', '10'],
  ] as const
).map(([name, post, grade, months]) => ({ ...EMPTY, name, post, grade, months }))

/** A what-if bench: figures of one's own, shared out as a real pool would be. */
export function BenchPage() {
  const text = useText({ zh, en })
  const [rows, setRows] = useState<Row[]>(() => withRoom([]))
  const [settings, setSettings] = useState(START)
  const later = useDeferredValue(rows)
  const bench = useMemo(() => tryBench(later, settings), [later, settings])
  const fillExample = () => {
    setRows(withRoom(EXAMPLE))
    setSettings({ ...START, amount: '100000', reserve: '0' })
  }
  const clip = (key: 'unitScore' | 'personScore') =>
    (['from', 'to'] as const).map((end) => (
      <DecimalBox
        key={end}
        label={`${text[key]} ${text[end]}`}
        value={settings[key][end]}
        disabled={false}
        onChange={(value) => setSettings({ ...settings, [key]: { ...settings[key], [end]: value ?? '0' } })}
      />
    ))
  return (
    <>
      <PageHead
        title={text.title}
        sentence={text.sentence}
        back={{ href: '/reward', text: text.back }}
        more={[{ key: 'clear', text: text.clear, onClick: () => setRows(withRoom([])), disabled: !rows.some(isUsed) }]}
        primary={rows.some(isUsed) ? undefined : <Button onClick={fillExample}>{text.example}</Button>}
      />
      <div className="mp-stack">
        <Panel title={text.settings}>
          <div className="mp-bench-settings">
            {(['amount', 'reserve'] as const).map((key) => (
              <Field key={key} label={text[key]}>
                {({ id }) => (
                  <input
                    id={id}
                    className="mp-bench-box"
                    inputMode="decimal"
                    value={settings[key]}
                    onChange={({ target }) => setSettings({ ...settings, [key]: target.value.replaceAll(',', '') })}
                  />
                )}
              </Field>
            ))}
            {(['unitScore', 'personScore'] as const).map((key) => (
              <fieldset key={key}>
                <legend>{text[key]}</legend>
                <div className="mp-row">{clip(key)}</div>
              </fieldset>
            ))}
          </div>
        </Panel>
        <Panel title={text.people} sentence={text.peopleSay}>
          <BenchGrid rows={rows} bad={bench.kind === 'unreadable' ? bench.cells : []} onChange={setRows} />
        </Panel>
        <Said bench={bench} />
        {bench.kind === 'shared' && <BenchResult bench={bench} />}
      </div>
    </>
  )
}

/** Why nothing is shared out just now. */
function Said({ bench }: { readonly bench: Bench }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  if (bench.kind === 'shared') return null
  if (bench.kind === 'empty') return <Alert type="info" showIcon title={text.empty} />
  if (bench.kind === 'refused') return <Alert type="warning" showIcon role="alert" title={pick(bench.text)} />
  if (bench.kind === 'unit-twice') return <Alert type="warning" showIcon role="alert" title={text.unitTwice(bench.unit)} />
  const places = bench.cells.map(({ row, field }) =>
    text.cell(row, field === 'amount' || field === 'reserve' ? text[field] : text.fields[field]),
  )
  return <Alert type="warning" showIcon role="alert" title={text.unreadable(places)} description={text.unreadableMend} />
}
