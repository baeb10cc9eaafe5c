import { checkRedLineNote, type RedLineNote } from '@milepost/contract/run/reviews'
import { Button, Input, Segmented } from 'antd'
import { useState } from 'react'
import { Field } from '../../parts/Field.tsx'
import { Lacking } from '../../parts/Lacking.tsx'
import { useDo } from '../../platform/asking.ts'
import { useDraft } from '../../platform/draft.ts'
import { useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useNarrow } from '../../platform/useNarrow.ts'
import { dayOf } from '../words.ts'
import { en, zh } from './text.ts'

const VERDICTS = ['worked', 'partly', 'did-not'] as const
const FEWEST_LETTERS = 2

/** What was said of a red line, and whether the action worked. */
export function NoteCard({ note }: { readonly note: RedLineNote }) {
  const text = useText({ zh, en })
  const [checking, setChecking] = useState(false)
  return (
    <div className="mp-red-note">
      <dl>
        {(['fact', 'cause', 'action'] as const).map((part) => (
          <div key={part}>
            <dt>{text[part]}</dt>
            <dd>{note[part]}</dd>
          </div>
        ))}
        <div>
          <dt>{text.owner}</dt>
          <dd>
            {note.owner.name} · {text.dueOn} {note.dueOn} {note.toCheck && <strong>{text.toCheck}</strong>}
          </dd>
        </div>
      </dl>
      <small>{text.by(note.writtenBy, dayOf(note.writtenAt))}</small>
      {note.check !== null && (
        <p className="mp-red-check">
          <strong>{text.verdicts[note.check.verdict]}</strong> ·{' '}
          {text.scores(note.scoreThen ?? '–', dayOf(note.writtenAt), note.check.score ?? '–', dayOf(note.check.at))} · {note.check.note}{' '}
          <small>{text.checkedBy(note.check.by, dayOf(note.check.at))}</small>
        </p>
      )}
      {note.toCheck && !note.mayCheck && <p className="mp-run-mend">{text.checkedByOther}</p>}
      {note.mayCheck && !checking && (
        <Button size="small" onClick={() => setChecking(true)}>
          {text.check}
        </Button>
      )}
      {checking && note.mayCheck && <Checking noteId={note.noteId} onDone={() => setChecking(false)} />}
    </div>
  )
}

function Checking({ noteId, onDone }: { readonly noteId: string; readonly onDone: () => void }) {
  const text = useText({ zh, en })
  const [verdict, setVerdict] = useState<(typeof VERDICTS)[number]>('worked')
  const draft = useDraft(`red-line check ${noteId}`, '')
  const { value: note, set: setNote } = draft
  const leave = () => {
    draft.forget()
    onDone()
  }
  const checking = useDo(checkRedLineNote)
  const isNarrow = useNarrow()
  return (
    <div className="mp-form">
      <Field label={text.verdict}>
        {({ id }) => (
          <Segmented
            id={id}
            vertical={isNarrow}
            value={verdict}
            onChange={setVerdict}
            options={VERDICTS.map((one) => ({ value: one, label: text.verdicts[one] }))}
          />
        )}
      </Field>
      <Field label={text.checkNote}>
        {(control) => (
          <Input.TextArea {...control} rows={2} maxLength={4000} value={note} onChange={({ target }) => setNote(target.value)} />
        )}
      </Field>
      {checking.refused !== null && <RefusalNote refused={checking.refused} />}
      <div className="mp-row">
        <Button
          type="primary"
          disabled={note.trim().length < FEWEST_LETTERS}
          loading={checking.busy}
          onClick={() => void checking.run({ noteId, verdict, note }).then(leave, () => undefined)}
        >
          {text.save}
        </Button>
        <Button onClick={leave}>{text.cancel}</Button>
      </div>
      <Lacking what={note.trim().length < FEWEST_LETTERS ? [text.checkNote] : []} />
    </div>
  )
}
