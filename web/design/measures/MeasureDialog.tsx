import { type LibraryEntry, saveMeasure } from '@milepost/contract/design/measures'
import { CONTROLS, DIRECTIONS, FREQUENCIES } from '@milepost/terms/strategy'
import { Alert, Input, InputNumber, Modal, Radio, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { Field } from '../../parts/Field.tsx'
import { useDo } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useFieldError } from '../../platform/useFieldError.ts'
import { BilingualInput } from '../BilingualInput.tsx'
import { RuleEditor } from '../card/RuleEditor.tsx'
import { BenchmarkFields } from './BenchmarkFields.tsx'
import { FormulaField } from './FormulaField.tsx'
import { type MeasureForm, newMeasure } from './newMeasure.ts'
import { en, zh } from './text.ts'

const OVER_TIME = ['last', 'sum', 'mean', 'ratio', 'weighted-mean', 'survey', 'min', 'max'] as const
const OVER_UNITS = ['ratio', 'sum', 'mean', 'weighted-mean', 'survey', 'min', 'max', 'none'] as const

/** An own measure: its definition, how it is put together, and a first target. */
export function MeasureDialog({ measure, onClose }: { readonly measure: LibraryEntry | null; readonly onClose: () => void }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const [form, setForm] = useState<MeasureForm>(() => measure ?? newMeasure())
  const saving = useDo(saveMeasure)
  const wrong = useFieldError(saving.refused)
  const change = (next: Partial<MeasureForm>) => {
    // what the server said of the formula as it stood does not hold for what is typed now
    if (saving.refused?.code === 'formula-wrong') saving.forget()
    setForm({ ...form, ...next })
  }
  const define = (next: Partial<MeasureForm['definition']>) => change({ definition: { ...form.definition, ...next } })
  const isRatio = form.timeAggregation === 'ratio' || form.unitAggregation === 'ratio'
  const {
    code,
    name,
    unit,
    direction,
    timeAggregation,
    unitAggregation,
    ratioScale,
    missingPolicy,
    undefinedPolicy,
    minN,
    computedFrom,
    definition,
  } = form
  const save = () =>
    saving
      .run({
        code,
        name,
        unit,
        direction,
        timeAggregation,
        unitAggregation,
        ratioScale: isRatio ? ratioScale : null,
        missingPolicy,
        undefinedPolicy,
        minN,
        computedFrom,
        definition,
      })
      .then(onClose, () => undefined)
  const choose = <V extends string>(
    label: string,
    value: V,
    options: readonly { value: V; label: string }[],
    onChange: (value: V) => void,
  ): ReactNode => (
    <Field label={label}>
      {(control) => <Select<V> {...control} value={value} options={[...options]} popupMatchSelectWidth={false} onChange={onChange} />}
    </Field>
  )
  return (
    <Modal
      open
      title={measure === null ? text.newMeasure : text.editTitle}
      okText={text.save}
      cancelText={text.cancel}
      confirmLoading={saving.busy}
      onOk={() => void save()}
      onCancel={onClose}
      width={780}
      footer={(buttons) => (
        <>
          {saving.refused !== null && (
            <div style={{ textAlign: 'start', marginBottom: 12 }}>
              <RefusalNote refused={saving.refused} />
            </div>
          )}
          {buttons}
        </>
      )}
    >
      <div className="mp-form">
        {measure !== null && measure.cards > 0 && (
          <>
            <Alert type="info" title={text.newVersion} />
            <Radio.Group
              aria-label={text.comparability}
              value={definition.comparability}
              onChange={({ target }) => define({ comparability: target.value === 'major' ? 'major' : 'minor' })}
              options={(['minor', 'major'] as const).map((one) => ({ value: one, label: text.comparabilities[one] }))}
            />
          </>
        )}
        <Field label={text.code} error={wrong('/code')}>
          {(control) => (
            <Input
              {...control}
              value={code}
              disabled={measure !== null}
              onChange={({ target }) => change({ code: target.value })}
              style={{ maxWidth: 200 }}
            />
          )}
        </Field>
        <BilingualInput label={text.name} value={name} error={wrong('/name')} onChange={(next) => change({ name: next })} />
        <BilingualInput label={text.unit} value={unit} error={wrong('/unit')} onChange={(next) => change({ unit: next })} />
        <BilingualInput label={text.definition} value={definition.definition} rows={2} onChange={(next) => define({ definition: next })} />
        <BilingualInput label={text.formula} value={definition.formula} onChange={(next) => define({ formula: next })} />
        <FormulaField
          code={code}
          unit={unit}
          value={definition.calculation}
          error={wrong('/definition/calculation')}
          onChange={(calculation) => define({ calculation })}
        />
        <BilingualInput label={text.purpose} value={definition.purpose} rows={2} onChange={(next) => define({ purpose: next })} />
        <BilingualInput label={text.dataSource} value={definition.dataSource} onChange={(next) => define({ dataSource: next })} />
        <BilingualInput label={text.collection} value={definition.collection} onChange={(next) => define({ collection: next })} />
        <BilingualInput label={text.owner} value={definition.owner} onChange={(next) => define({ owner: next })} />
        <BilingualInput label={text.updater} value={definition.updater} onChange={(next) => define({ updater: next })} />
        <BilingualInput label={text.verifier} value={definition.verifier} onChange={(next) => define({ verifier: next })} />
        <BilingualInput label={text.accuracy} value={definition.accuracy} onChange={(next) => define({ accuracy: next })} />
        <BilingualInput
          label={text.limitations}
          value={definition.limitations}
          rows={2}
          onChange={(next) => define({ limitations: next })}
        />
        <BilingualInput label={text.compensation} value={definition.compensation} onChange={(next) => define({ compensation: next })} />
        <div className="mp-rule">
          {choose(
            text.direction,
            direction,
            (['up', 'down', 'band'] as const).map((one) => ({ value: one, label: pick(DIRECTIONS[one]) })),
            (next) => change({ direction: next }),
          )}
          {choose(
            text.overTime,
            timeAggregation,
            OVER_TIME.map((one) => ({ value: one, label: text.aggregations[one] })),
            (next) => change({ timeAggregation: next }),
          )}
          {choose(
            text.overUnits,
            unitAggregation,
            OVER_UNITS.map((one) => ({ value: one, label: text.aggregations[one] })),
            (next) => change({ unitAggregation: next }),
          )}
          {isRatio && (
            <Field label={text.ratioScale}>
              {(control) => (
                <Input
                  {...control}
                  value={ratioScale ?? ''}
                  inputMode="decimal"
                  onChange={({ target }) => change({ ratioScale: target.value === '' ? null : target.value })}
                />
              )}
            </Field>
          )}
          {timeAggregation === 'survey' && (
            <Field label={text.minN}>
              {(control) => <InputNumber {...control} min={1} value={minN} onChange={(next) => change({ minN: next })} />}
            </Field>
          )}
          {choose(
            text.missing,
            missingPolicy,
            (['zero', 'exclude', 'carry'] as const).map((one) => ({ value: one, label: text.missingPolicies[one] })),
            (next) => change({ missingPolicy: next }),
          )}
          {isRatio &&
            choose(
              text.whenUndefined,
              undefinedPolicy,
              (['not-applicable', 'full', 'carry'] as const).map((one) => ({ value: one, label: text.undefinedPolicies[one] })),
              (next) => change({ undefinedPolicy: next }),
            )}
          {choose(
            text.frequency,
            definition.frequency,
            (['month', 'quarter', 'half-year', 'year'] as const).map((one) => ({ value: one, label: pick(FREQUENCIES[one]) })),
            (frequency) => define({ frequency }),
          )}
          {choose(
            text.role,
            definition.role,
            (['lead', 'lag'] as const).map((one) => ({ value: one, label: text.roles[one] })),
            (role) => define({ role }),
          )}
          {choose(
            text.control,
            definition.control,
            (['own', 'shared', 'external'] as const).map((one) => ({ value: one, label: pick(CONTROLS[one]) })),
            (control) => define({ control }),
          )}
          {choose(
            text.publicUse,
            definition.public ? 'yes' : 'no',
            [
              { value: 'yes', label: text.publicYes },
              { value: 'no', label: text.publicNo },
            ],
            (next) => define({ public: next === 'yes' }),
          )}
          <Field label={text.digits}>
            {(control) => (
              <InputNumber {...control} min={0} max={4} value={definition.digits} onChange={(digits) => define({ digits: digits ?? 0 })} />
            )}
          </Field>
        </div>
        <h3>{text.benchmarks}</h3>
        <BenchmarkFields value={definition.benchmarks} unit={pick(unit)} onChange={(benchmarks) => define({ benchmarks })} />
        <h3>{text.example}</h3>
        <RuleEditor
          rule={definition.exampleRule ?? { kind: 'unscored' }}
          direction={direction}
          unit={pick(unit)}
          onChange={(exampleRule) => define({ exampleRule })}
        />
      </div>
    </Modal>
  )
}
