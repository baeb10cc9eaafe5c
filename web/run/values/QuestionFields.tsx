import type { ValueQuestion } from '@milepost/contract/run/values'
import { Input, Segmented, Select } from 'antd'
import { Field } from '../../parts/Field.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { type Entry, MILESTONE_STATES } from './entry.ts'
import { en, zh } from './text.ts'

type QuestionFieldsProps = { readonly asks: ValueQuestion; readonly entry: Entry; readonly onChange: (next: Partial<Entry>) => void }

/** What a rule asks for in place of a plain figure: occurrences, milestones, or a judgement with its reason and evidence. */
export function QuestionFields({ asks, entry, onChange }: QuestionFieldsProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  if (asks.kind === 'counts')
    return asks.items.map(({ key, name, points }) => (
      <Field key={key} label={text.countOf(pick(name), points)}>
        {(control) => (
          <Input
            {...control}
            inputMode="decimal"
            value={entry.counts[key] ?? ''}
            onChange={({ target }) => onChange({ counts: { ...entry.counts, [key]: target.value } })}
          />
        )}
      </Field>
    ))
  if (asks.kind === 'milestones')
    return asks.items.map(({ key, name }) => (
      <Field key={key} label={pick(name)}>
        {({ id }) => (
          <Segmented
            id={id}
            value={entry.milestones[key] ?? ''}
            options={MILESTONE_STATES.map((state) => ({ value: state as string, label: text.milestoneStates[state] }))}
            onChange={(next) => {
              const state = MILESTONE_STATES.find((one) => one === next)
              if (state !== undefined) onChange({ milestones: { ...entry.milestones, [key]: state } })
            }}
          />
        )}
      </Field>
    ))
  const { judgement } = entry
  const change = (next: Partial<Entry['judgement']>) => onChange({ judgement: { ...judgement, ...next } })
  return (
    <>
      <Field label={text.band}>
        {(control) => (
          <Select
            {...control}
            value={judgement.band === '' ? undefined : judgement.band}
            options={asks.bands.map(({ code, from, to }) => ({ value: code, label: `${code} (${from}–${to})` }))}
            onChange={(band: string) => change({ band })}
          />
        )}
      </Field>
      <Field label={text.points}>
        {(control) => (
          <Input {...control} inputMode="decimal" value={judgement.points} onChange={({ target }) => change({ points: target.value })} />
        )}
      </Field>
      <Field label={text.reason}>
        {(control) => (
          <Input.TextArea {...control} rows={2} value={judgement.reason} onChange={({ target }) => change({ reason: target.value })} />
        )}
      </Field>
      <Field label={text.evidence} hint={text.evidenceHint}>
        {(control) => (
          <Input.TextArea {...control} rows={2} value={judgement.evidence} onChange={({ target }) => change({ evidence: target.value })} />
        )}
      </Field>
    </>
  )
}
