import { holderKey } from '@milepost/contract/run/holder'
import { readEntryChoices, recordValue } from '@milepost/contract/run/values'
import { Checkbox, Input, Modal, Segmented, Select } from 'antd'
import { useState } from 'react'
import { Field } from '../../parts/Field.tsx'
import { Lacking } from '../../parts/Lacking.tsx'
import { useAskMaybe, useDo } from '../../platform/asking.ts'
import { useDraft } from '../../platform/draft.ts'
import { Reading } from '../../platform/frame/Reading.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useFieldError } from '../../platform/useFieldError.ts'
import { useNarrow } from '../../platform/useNarrow.ts'
import { ConflictNote } from './ConflictNote.tsx'
import { ENTRY_KINDS, type Entry, sentOf } from './entry.ts'
import { QuestionFields } from './QuestionFields.tsx'
import { en, zh } from './text.ts'

const TITLES = { enter: 'dialogEnter', correct: 'dialogCorrect', fill: 'dialogFill' } as const

type EntryDialogProps = {
  readonly cycleId: string
  readonly entry: Entry
  /** `correct` and `fill`: measure, holder and period stand. */
  readonly way: keyof typeof TITLES
  readonly onClose: () => void
}

/** One value by hand: a figure, an estimate, a request for not-applicable, or a suspension. */
export function EntryDialog({ cycleId, entry, way, onClose }: EntryDialogProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const { answer: choices, refused } = useAskMaybe(readEntryChoices, { cycleId })
  const draft = useDraft(`value ${way} ${entry.measureId} ${entry.periodId} ${entry.holder}`, entry)
  const { value: typed, set: setTyped } = draft
  // a doubtful figure is looked at in this dialog, and again once it is another one
  const [confirmed, setConfirmed] = useState(false)
  const recording = useDo(recordValue)
  const isNarrow = useNarrow()
  const wrong = useFieldError(recording.refused)
  const measure = choices?.measures.find((one) => one.measureId === typed.measureId)
  const sent = choices === null ? null : sentOf({ ...typed, confirmed }, choices)
  const speaks = typed.state === 'reported' || typed.state === 'estimated'
  const change = (next: Partial<Entry>) => {
    setTyped({ ...typed, ...next })
    if (!('note' in next)) setConfirmed(false)
  }
  const close = () => {
    draft.forget()
    onClose()
  }
  const lacking = [...(typed.measureId === '' ? [text.measure] : []), ...(typed.periodId === '' ? [text.period] : [])]
  const save = () => {
    if (sent !== null) void recording.run(sent).then(close, () => undefined)
  }
  const choice = (field: 'measureId' | 'holder' | 'periodId', label: string, options: { value: string; label: string }[]) => (
    <Field label={label} error={wrong(`/${field}`)}>
      {(control) => (
        <Select
          {...control}
          disabled={way !== 'enter'}
          showSearch={{ optionFilterProp: 'label' }}
          value={typed[field] === '' ? undefined : typed[field]}
          options={options}
          onChange={(value: string) => change({ [field]: value })}
        />
      )}
    </Field>
  )
  const figure = (field: 'actual' | 'numerator' | 'denominator' | 'n', label: string) => (
    <Field label={label} error={wrong(`/${field}`)}>
      {(control) => (
        <Input
          {...control}
          inputMode="decimal"
          value={typed[field]}
          suffix={field === 'actual' && measure ? pick(measure.unit) : undefined}
          onChange={(event) => change({ [field]: event.target.value })}
        />
      )}
    </Field>
  )
  return (
    <Modal
      open
      title={text[TITLES[way]]}
      okText={text.save}
      cancelText={text.cancel}
      okButtonProps={{ disabled: sent === null }}
      // Cancel gives up what was typed; Esc may be a slip and keeps it
      cancelButtonProps={{ onClick: draft.forget }}
      confirmLoading={recording.busy}
      onOk={save}
      onCancel={onClose}
    >
      {refused !== null && <RefusalNote refused={refused} />}
      {choices === null && refused === null && <Reading />}
      {choices !== null && (
        <div className="mp-form">
          {draft.restored && <p className="mp-soft">{text.restored}</p>}
          {recording.refused !== null && <RefusalNote refused={recording.refused} />}
          {recording.refused?.code === 'value-changed-meanwhile' && (
            <ConflictNote
              details={recording.refused.details}
              mine={typed}
              onTake={(baseRevision) => {
                recording.forget()
                change({ baseRevision })
              }}
            />
          )}
          {recording.refused?.code === 'value-implausible' && (
            <Checkbox checked={confirmed} onChange={(event) => setConfirmed(event.target.checked)}>
              {text.confirmDoubt}
            </Checkbox>
          )}
          {choice(
            'measureId',
            text.measure,
            choices.measures.map((one) => ({ value: one.measureId, label: `${one.code} ${pick(one.name)}` })),
          )}
          {choice(
            'holder',
            text.holder,
            choices.holders.map((one) => ({ value: holderKey(one.holder), label: `${pick(one.name)} ${one.code}` })),
          )}
          {choice(
            'periodId',
            text.period,
            choices.periods.map((one) => ({ value: one.periodId, label: one.code })),
          )}
          <Field label={text.kindLabel} hint={text.kindHint}>
            {({ id }) => (
              <Segmented
                id={id}
                className="mp-run-kinds"
                vertical={isNarrow}
                value={typed.state}
                options={ENTRY_KINDS.map((kind) => ({ value: kind, label: text.kinds[kind] }))}
                onChange={(state) => change({ state })}
              />
            )}
          </Field>
          {speaks && measure?.ratio === true && figure('numerator', measure.numerator ? pick(measure.numerator) : text.numerator)}
          {speaks && measure?.ratio === true && figure('denominator', measure.denominator ? pick(measure.denominator) : text.denominator)}
          {speaks && measure?.asks && <QuestionFields asks={measure.asks} entry={typed} onChange={change} />}
          {speaks &&
            (measure?.ratio !== true || typed.numerator === '') &&
            measure?.asks?.kind !== 'milestones' &&
            measure?.asks?.kind !== 'judgement' &&
            figure('actual', text.actual)}
          {speaks && measure?.weighted === true && figure('denominator', text.weight)}
          {speaks && measure?.survey === true && figure('n', text.n)}
          <Field label={typed.baseRevision > 0 ? text.correctionReason : text.note} hint={text.noteHint} error={wrong('/note')}>
            {(control) => (
              <Input.TextArea
                {...control}
                rows={2}
                maxLength={2000}
                value={typed.note}
                onChange={(event) => change({ note: event.target.value })}
              />
            )}
          </Field>
          <Lacking what={lacking} />
        </div>
      )}
    </Modal>
  )
}
