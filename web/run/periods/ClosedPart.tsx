import { type PeriodView, readCloses, readWaivers, reopenPeriod } from '@milepost/contract/run/periods'
import { Button, Input } from 'antd'
import { DataTable } from '../../parts/DataTable.tsx'
import { Field } from '../../parts/Field.tsx'
import { Lacking } from '../../parts/Lacking.tsx'
import { useAskMaybe, useDo } from '../../platform/asking.ts'
import { useDraft } from '../../platform/draft.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { minuteOf } from '../words.ts'
import { en, zh } from './text.ts'

const FEWEST_LETTERS = 4

/** What the period was closed without and why; opening it again needs a reason. */
export function ClosedPart({ period }: { readonly period: PeriodView }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const { answer, refused } = useAskMaybe(readWaivers, { periodId: period.periodId })
  const { answer: snapshots } = useAskMaybe(readCloses, { periodId: period.periodId })
  const reopening = useDo(reopenPeriod)
  const draft = useDraft(`reopening ${period.periodId}`, '')
  const { value: reason, set: setReason } = draft
  const waivers = answer?.waivers ?? []
  return (
    <>
      {refused !== null && <RefusalNote refused={refused} />}
      {snapshots !== null && snapshots.closes.length > 0 && (
        <>
          <h3>{text.snapshots}</h3>
          <p className="mp-run-mend">{text.snapshotsSay}</p>
          <ol className="mp-run-closes">
            {snapshots.closes.map((close) => (
              <li key={close.revision}>
                {text.snapshot(close.revision, minuteOf(close.closedAt), close.closedBy, close.values)}{' '}
                <strong>{close.unchanged ? text.unchanged : text.changedSince}</strong>
                <br />
                <code>{close.hash}</code>
              </li>
            ))}
          </ol>
        </>
      )}
      {waivers.length > 0 && (
        <>
          <h3>{text.waivers}</h3>
          <DataTable
            label={text.waivers}
            plain
            rows={waivers}
            rowKey={(row) => `${row.periodRevision} ${row.key}`}
            onPhone="cards"
            columns={[
              { key: 'measure', title: text.measure, value: (row) => pick(row.measure.name) },
              { key: 'holder', title: text.holder, value: (row) => pick(row.holder) },
              { key: 'reason', title: text.reason, value: (row) => row.reason },
            ]}
          />
        </>
      )}
      <h3>{text.reopen}</h3>
      <p className="mp-run-mend">{text.reopenSay}</p>
      {reopening.refused !== null && <RefusalNote refused={reopening.refused} />}
      <Field label={text.reason} hint={text.reasonHint}>
        {(control) => (
          <Input.TextArea {...control} rows={2} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
        )}
      </Field>
      <Button
        disabled={reason.trim().length < FEWEST_LETTERS}
        loading={reopening.busy}
        onClick={() => void reopening.run({ periodId: period.periodId, reason }).then(draft.forget, () => undefined)}
      >
        {text.reopen}
      </Button>
      <Lacking what={reason.trim().length < FEWEST_LETTERS ? [text.reason] : []} />
    </>
  )
}
