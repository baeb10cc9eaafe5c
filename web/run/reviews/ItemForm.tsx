import { type ReviewItem, saveReviewItem } from '@milepost/contract/run/reviews'
import { Button, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { DayField } from '../../parts/DayField.tsx'
import { Field } from '../../parts/Field.tsx'
import { useDo } from '../../platform/asking.ts'
import { useDraft } from '../../platform/draft.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { en, zh } from './text.ts'

type ItemFormProps = {
  readonly item: ReviewItem
  readonly people: readonly { readonly personId: string; readonly name: string }[]
  /** Buttons beside the one that saves. */
  readonly children: ReactNode
}

const WORDS = [
  ['discussion', 'discussion'],
  ['decision', 'decision'],
  ['action', 'itemAction'],
] as const
const NOBODY = ''

/** One item while it is before the meeting. */
export function ItemForm({ item, people, children }: ItemFormProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const { itemId, version } = item
  const saved = {
    discussion: item.discussion,
    decision: item.decision,
    action: item.action,
    ownerPersonId: item.owner?.personId ?? null,
    dueOn: item.dueOn,
  }
  // going on to the next item loses nothing
  const draft = useDraft(`review item ${itemId} ${version}`, saved)
  const { value: typed, set: setTyped } = draft
  const isUnsaved = JSON.stringify(typed) !== JSON.stringify(saved)
  const saving = useDo(saveReviewItem)
  return (
    <div className="mp-form">
      <h3>{pick(item.subject)}</h3>
      {pick(item.facts) !== '' && <p>{pick(item.facts)}</p>}
      {WORDS.map(([word, label]) => (
        <Field key={word} label={text[label]}>
          {(control) => (
            <Input.TextArea
              {...control}
              autoSize={{ minRows: 2 }}
              maxLength={4000}
              value={typed[word]}
              onChange={({ target }) => setTyped({ ...typed, [word]: target.value })}
            />
          )}
        </Field>
      ))}
      <Field label={text.owner}>
        {(control) => (
          <Select
            {...control}
            showSearch={{ optionFilterProp: 'label' }}
            value={typed.ownerPersonId ?? NOBODY}
            options={[{ value: NOBODY, label: text.noOwner }, ...people.map((person) => ({ value: person.personId, label: person.name }))]}
            onChange={(next: string) => setTyped({ ...typed, ownerPersonId: next === NOBODY ? null : next })}
          />
        )}
      </Field>
      <Field label={text.dueOn}>
        {(control) => (
          <DayField
            control={control}
            value={typed.dueOn ?? ''}
            onChange={(day) => setTyped({ ...typed, dueOn: day === '' ? null : day })}
          />
        )}
      </Field>
      {saving.refused !== null && <RefusalNote refused={saving.refused} />}
      <div className="mp-row">
        <Button
          type="primary"
          loading={saving.busy}
          onClick={() => void saving.run({ itemId, version, ...typed }).then(draft.forget, () => undefined)}
        >
          {text.save}
        </Button>
        {children}
        {isUnsaved && <span role="status">{text.unsaved}</span>}
      </div>
    </div>
  )
}
