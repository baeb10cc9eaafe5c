import type { PayPicture } from '@milepost/contract/reward/picture'
import { GRADES } from '@milepost/terms/grades'
import { Alert, Button, Checkbox, Slider, Space } from 'antd'
import { useDeferredValue, useMemo, useState } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { yuanOfFen } from '../../parts/figures.ts'
import { Panel } from '../../parts/Panel.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { DecimalBox } from './DecimalBox.tsx'
import './pool.css'
import { type Draft, type PoolView, tryOut } from './trial.ts'
import { VariantTable } from './VariantTable.tsx'
import { compareVariants, figuresOf, onLastGrades } from './variants.ts'
import { en, zh } from './variantText.ts'

type VariantPanelProps = {
  readonly view: PoolView
  readonly draft: Draft
  readonly picture: PayPicture
  /** Said at the head; null: these are the pool’s own people. */
  readonly mark: string | null
  /** null: the factors may not be changed. */
  readonly onAdopt: ((draft: Draft) => void) | null
}

/** A second table of factors tried out beside the present one, by the same engine, while the sliders move. */
export function VariantPanel({ view, draft, picture, mark, onAdopt }: VariantPanelProps) {
  const text = useText({ zh, en })
  const [settings, setSettings] = useState<Draft['settings'] | null>(null)
  const undecided = view.basis?.people.some(({ grade, lastGrade }) => grade === null && lastGrade !== null) ?? false
  const [lastGrades, setLastGrades] = useState(true)
  const later = useDeferredValue(settings)
  const seen = useMemo(
    () => (undecided && lastGrades && view.basis ? { ...view, basis: onLastGrades(view.basis) } : view),
    [view, undecided, lastGrades],
  )
  const first = useMemo(() => {
    const tried = seen === view ? null : tryOut(seen, draft)
    return tried?.kind === 'shared' ? tried.picture : picture
  }, [seen, view, draft, picture])
  const trial = useMemo(() => later && tryOut(seen, { ...draft, settings: later }), [seen, draft, later])
  const other = trial?.kind === 'shared' ? trial.picture : null
  const stop = (
    <Button key="stop" onClick={() => setSettings(null)}>
      {text.stop}
    </Button>
  )
  return (
    <Panel title={text.title} sentence={mark === null ? text.sentence : text.marked(mark, text.sentence)}>
      {settings === null ? (
        <Button onClick={() => setSettings(draft.settings)}>{text.start}</Button>
      ) : (
        <div className="mp-stack">
          {undecided && (
            <Checkbox checked={lastGrades} onChange={(event) => setLastGrades(event.target.checked)}>
              {text.lastGrades}
            </Checkbox>
          )}
          <VariantFactors settings={settings} onChange={setSettings} />
          {later && !other && <Alert type="warning" showIcon title={text.notShared} />}
          {other && <Comparison view={seen} one={first} other={other} />}
          <Space wrap>
            {onAdopt && other && (
              <Button
                type="primary"
                onClick={() => {
                  onAdopt({ ...draft, settings })
                  setSettings(null)
                }}
              >
                {text.adopt}
              </Button>
            )}
            {stop}
          </Space>
        </div>
      )}
    </Panel>
  )
}

type FactorsProps = { readonly settings: Draft['settings']; readonly onChange: (settings: Draft['settings']) => void }

function VariantFactors({ settings, onChange }: FactorsProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const [, variant] = text.variants
  return (
    <div className="mp-pool-settings">
      <fieldset>
        <legend>{text.gradeFactor}</legend>
        {settings.grades.map(({ grade, factor }) => {
          const label = `${variant} ${pick(GRADES[grade])}`
          const put = (next: string) =>
            onChange({ ...settings, grades: settings.grades.map((one) => (one.grade === grade ? { ...one, factor: next } : one)) })
          return (
            <div className="mp-pool-row" key={grade}>
              <span>{pick(GRADES[grade])}</span>
              <Slider
                min={0}
                max={2}
                step={0.05}
                value={Number(factor)}
                ariaLabelForHandle={label}
                onChange={(next) => put(String(next))}
              />
              <DecimalBox label={label} value={factor} disabled={false} onChange={(next) => put(next ?? '')} />
            </div>
          )
        })}
      </fieldset>
      <fieldset>
        <legend>{`${text.unitLimits} · ${text.personLimits}`}</legend>
        {(['unitScore', 'personScore'] as const).map((key) => {
          const name = key === 'unitScore' ? text.unitLimits : text.personLimits
          const put = (change: Partial<Draft['settings']['unitScore']>) => onChange({ ...settings, [key]: { ...settings[key], ...change } })
          return (
            <div className="mp-pool-row" key={key}>
              <span>{name}</span>
              <span className="mp-pool-pair">
                <DecimalBox
                  label={`${variant} ${name} ${text.from}`}
                  value={settings[key].from}
                  width={80}
                  disabled={false}
                  onChange={(from) => put({ from: from ?? '' })}
                />
                <DecimalBox
                  label={`${variant} ${name} ${text.to}`}
                  value={settings[key].to}
                  width={80}
                  disabled={false}
                  onChange={(to) => put({ to: to ?? '' })}
                />
              </span>
            </div>
          )
        })}
      </fieldset>
    </div>
  )
}

const SHOWN_PEOPLE = 10
const signed = (fen: number): string => (fen > 0 ? `+${yuanOfFen(fen)}` : fen === 0 ? '' : yuanOfFen(fen))

type ComparisonProps = { readonly view: PoolView; readonly one: PayPicture; readonly other: PayPicture }

function Comparison({ view, one, other }: ComparisonProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const compared = useMemo(() => compareVariants(one, other), [one, other])
  const { raised, lowered, same, movedFen } = compared.changes
  const isSame = raised + lowered === 0
  return (
    <>
      <Alert type="info" showIcon title={isSame ? text.noDifference : text.gains(raised, lowered, same, yuanOfFen(movedFen))} />
      <VariantTable one={figuresOf(one, view.basis)} other={figuresOf(other, view.basis)} />
      {!isSame && (
        <div className="mp-columns">
          <DataTable
            label={text.byUnit}
            plain
            rows={compared.units}
            rowKey={(row) => row.unitId}
            columns={[
              { key: 'unit', title: text.unit, value: (row) => pick(row.name) },
              { key: 'gain', title: text.gain, kind: 'number', value: (row) => row.gain },
              { key: 'lose', title: text.lose, kind: 'number', value: (row) => row.lose },
              { key: 'change', title: text.change, kind: 'number', value: (row) => row.changeFen, show: (row) => signed(row.changeFen) },
            ]}
          />
          <DataTable
            label={text.most}
            plain
            rows={compared.people.slice(0, SHOWN_PEOPLE)}
            rowKey={(row) => row.personId}
            columns={[
              { key: 'person', title: text.person, value: (row) => row.name },
              { key: 'unit', title: text.unit, value: (row) => pick(row.unit) },
              { key: 'change', title: text.amount, kind: 'number', value: (row) => row.changeFen, show: (row) => signed(row.changeFen) },
            ]}
          />
        </div>
      )}
    </>
  )
}
