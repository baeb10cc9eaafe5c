import { type RedLine, writeRedLineNote } from '@milepost/contract/run/reviews'
import { Input, Modal, Select } from 'antd'
import { DayField } from '../../parts/DayField.tsx'
import { Field } from '../../parts/Field.tsx'
import { Lacking } from '../../parts/Lacking.tsx'
import { useDo } from '../../platform/asking.ts'
import { useDraft } from '../../platform/draft.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useFieldError } from '../../platform/useFieldError.ts'
import { en, zh } from './text.ts'

type NoteDialogProps = {
  readonly line: RedLine
  readonly people: readonly { readonly personId: string; readonly name: string }[]
  readonly onClose: () => void
}

const WORDS = ['fact', 'cause', 'action'] as const

/** Fact, cause, action, who and until when. */
export function NoteDialog({ line, people, onClose }: NoteDialogProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const draft = useDraft(`red-line ${line.cardId} ${line.measureId}`, {
    fact: pick(line.fact),
    cause: '',
    action: '',
    ownerPersonId: '',
    dueOn: '',
  })
  const { value: typed, set: setTyped } = draft
  const close = () => {
    draft.forget()
    onClose()
  }
  const writing = useDo(writeRedLineNote)
  const wrong = useFieldError(writing.refused)
  const lacking = [
    ...WORDS.filter((word) => typed[word].trim().length < 2).map((word) => text[word]),
    ...(typed.ownerPersonId === '' ? [text.owner] : []),
    ...(typed.dueOn === '' ? [text.dueOn] : []),
  ]
  return (
    <Modal
      open
      title={`${pick(line.holder)} · ${pick(line.name)}`}
      okText={text.save}
      cancelText={text.cancel}
      okButtonProps={{ disabled: lacking.length > 0, loading: writing.busy }}
      // Cancel gives up what was typed; Esc may be a slip and keeps it
      cancelButtonProps={{ onClick: draft.forget }}
      onOk={() => writing.run({ cardId: line.cardId, measureId: line.measureId, ...typed }).then(close, () => undefined)}
      onCancel={onClose}
    >
      <div className="mp-form">
        {draft.restored && <p className="mp-soft">{text.restored}</p>}
        {writing.refused !== null && <RefusalNote refused={writing.refused} />}
        {WORDS.map((word) => (
          <Field key={word} label={text[word]} error={wrong(`/${word}`)}>
            {(control) => (
              <Input.TextArea
                {...control}
                rows={2}
                maxLength={4000}
                value={typed[word]}
                onChange={({ target }) => setTyped({ ...typed, [word]: target.value })}
              />
            )}
          </Field>
        ))}
        <Field label={text.owner} error={wrong('/ownerPersonId')}>
          {(control) => (
            <Select
              {...control}
              showSearch={{ optionFilterProp: 'label' }}
              value={typed.ownerPersonId === '' ? undefined : typed.ownerPersonId}
              options={people.map((person) => ({ value: person.personId, label: person.name }))}
              onChange={(ownerPersonId: string) => setTyped({ ...typed, ownerPersonId })}
            />
          )}
        </Field>
        <Field label={text.dueOn} error={wrong('/dueOn')}>
          {(control) => <DayField control={control} value={typed.dueOn} onChange={(dueOn) => setTyped({ ...typed, dueOn })} />}
        </Field>
        <Lacking what={lacking} />
      </div>
    </Modal>
  )
}
