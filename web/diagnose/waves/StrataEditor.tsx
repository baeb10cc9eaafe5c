import type { WaveMode } from '@milepost/contract/diagnose/promises'
import type { UnitRow } from '@milepost/contract/institution/units'
import { Button, Input, InputNumber, Select } from 'antd'
import { Field } from '../../parts/Field.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { isLargeEnough, newStratum, type StratumDraft, sizeOf } from './strataDraft.ts'
import { en, zh } from './text.ts'

type StrataEditorProps = {
  readonly strata: readonly StratumDraft[]
  readonly units: readonly UnitRow[]
  /** People are chosen or listed; otherwise only their number. */
  readonly withPeople: boolean
  readonly mode: WaveMode
  readonly onChange: (strata: readonly StratumDraft[]) => void
}

export function StrataEditor({ strata, units, withPeople, mode, onChange }: StrataEditorProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const change = (at: number, part: Partial<StratumDraft>) =>
    onChange(strata.map((one, place) => (place === at ? { ...one, ...part } : one)))
  const unitOptions = units.map((unit) => ({ value: unit.unitId, label: `${pick(unit.name)} (${unit.peopleWithBelow})` }))
  return (
    <div className="mp-strata">
      {strata.map((stratum, at) => {
        const size = sizeOf(stratum, units)
        const enough = isLargeEnough(stratum, { units, mode, sharedLink: !withPeople })
        return (
          <section key={stratum.code} className="mp-stratum" aria-label={pick(stratum.name) || stratum.code}>
            <div className="mp-inline-fields">
              <Field label={text.levelZh}>
                {(control) => (
                  <Input
                    {...control}
                    value={stratum.name.zh}
                    onChange={({ target }) => change(at, { name: { ...stratum.name, zh: target.value } })}
                  />
                )}
              </Field>
              <Field label={text.levelEn}>
                {(control) => (
                  <Input
                    {...control}
                    value={stratum.name.en}
                    onChange={({ target }) => change(at, { name: { ...stratum.name, en: target.value } })}
                  />
                )}
              </Field>
              {!withPeople && (
                <Field label={text.population}>
                  {(control) => (
                    <InputNumber
                      {...control}
                      min={1}
                      precision={0}
                      value={stratum.population}
                      onChange={(population) => change(at, { population })}
                    />
                  )}
                </Field>
              )}
            </div>
            {withPeople && (
              <div className="mp-inline-fields" style={{ alignItems: 'start' }}>
                <div className="mp-stratum-half">
                  <Field label={text.units}>
                    {(control) => (
                      <Select
                        {...control}
                        mode="multiple"
                        style={{ width: '100%' }}
                        optionFilterProp="label"
                        placeholder={text.unitsHint}
                        value={[...stratum.unitIds]}
                        options={unitOptions}
                        onChange={(unitIds) => change(at, { unitIds })}
                      />
                    )}
                  </Field>
                </div>
                <div className="mp-stratum-half">
                  <Field label={text.names}>
                    {(control) => (
                      <Input.TextArea
                        {...control}
                        rows={2}
                        placeholder={text.namesHint}
                        value={stratum.pasted}
                        onChange={({ target }) => change(at, { pasted: target.value })}
                      />
                    )}
                  </Field>
                </div>
              </div>
            )}
            <div className="mp-stratum-foot" data-wrong={!enough}>
              <span>{withPeople && (enough ? text.people(size) : text.tooFew(size, mode === 'anonymous' ? 10 : 1))}</span>
              <Button
                size="small"
                type="text"
                disabled={strata.length === 1}
                onClick={() => onChange(strata.filter((_, place) => place !== at))}
              >
                {text.removeLevel}
              </Button>
            </div>
          </section>
        )
      })}
      <div>
        <Button onClick={() => onChange([...strata, newStratum(strata)])}>{text.addLevel}</Button>
      </div>
    </div>
  )
}
