import { commentOnPlan, FEWEST_HEARING_DAYS, openHearing, readHearing } from '@milepost/contract/institution/cycleSteps'
import { readCycles } from '@milepost/contract/institution/cycles'
import { Alert, Button, Checkbox, Input, InputNumber, Modal, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { Empty } from '../../parts/Empty.tsx'
import { Field } from '../../parts/Field.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useAddressValue } from '../../platform/address.tsx'
import { useAsk, useDo } from '../../platform/asking.ts'
import { dayOf } from '../../platform/instants.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useMay } from '../../platform/session.tsx'
import { useFieldError } from '../../platform/useFieldError.ts'
import { CommentItem } from './CommentItem.tsx'
import './hearing.css'
import { en, zh } from './text.ts'

const FEWEST_LETTERS = 4
const PLANNING: readonly string[] = ['diagnose', 'choose', 'design']

export function HearingPage() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const { cycles, currentCycleId } = useAsk(readCycles, {})
  const [year, setYear] = useAddressValue('year')
  // staff are heard on a plan while it is made: the year to come before the year in hand
  const planned = cycles.find((one) => PLANNING.includes(one.stage) && one.hold !== 'cancelled')
  const cycle = cycles.find((one) => String(one.year) === year) ?? planned ?? cycles.find((one) => one.cycleId === currentCycleId)
  return (
    <>
      <PageHead
        title={text.title}
        sentence={text.sentence}
        beside={
          cycle !== undefined && (
            <Select
              aria-label={text.title}
              value={String(cycle.year)}
              options={cycles.map((one) => ({ value: String(one.year), label: pick(one.name) }))}
              onChange={setYear}
              popupMatchSelectWidth={false}
            />
          )
        }
      />
      {cycle === undefined ? (
        <Empty title={text.none} sentence={text.noneSay} />
      ) : (
        <Hearing key={cycle.cycleId} cycleId={cycle.cycleId} closed={cycle.stage === 'closed'} />
      )}
    </>
  )
}

function Hearing({ cycleId, closed }: { readonly cycleId: string; readonly closed: boolean }) {
  const text = useText({ zh, en })
  const mayEdit = useMay('cycle.edit') && !closed
  const { hearing, comments, published } = useAsk(readHearing, { cycleId })
  const [opening, setOpening] = useState(false)
  const isAfter = published !== null && (hearing === null || hearing.lastDay >= dayOf(published.on))
  const note = isAfter && published !== null && (
    <Alert
      type="warning"
      showIcon
      title={text.after(dayOf(published.on), published.by)}
      description={
        <>
          {text.afterSay}
          {published.reason !== '' && <div>{text.afterReason(published.reason)}</div>}
        </>
      }
    />
  )
  if (hearing === null)
    return (
      <>
        {note}
        <Empty
          title={text.none}
          sentence={text.noneSay}
          next={
            mayEdit && (
              <Button type="primary" onClick={() => setOpening(true)}>
                {text.open}
              </Button>
            )
          }
        />
        {opening && <OpenDialog cycleId={cycleId} note={note} onClose={() => setOpening(false)} />}
      </>
    )
  return (
    <>
      {note}
      <Panel
        title={text.until(hearing.opensOn, hearing.lastDay, hearing.workingDays)}
        sentence={`${hearing.isOpen ? text.running : text.over} · ${text.openedBy(hearing.openedBy)}`}
      >
        <p className="mp-hearing-subject">{hearing.subject}</p>
      </Panel>
      {hearing.isOpen && !closed && <MyComment cycleId={cycleId} />}
      <Panel title={text.comments(comments.length)}>
        {comments.length === 0 && <p>{text.noComments}</p>}
        <ol className="mp-hearing">
          {comments.map((comment) => (
            <CommentItem key={comment.commentId} comment={comment} mayAnswer={mayEdit} />
          ))}
        </ol>
      </Panel>
    </>
  )
}

function MyComment({ cycleId }: { readonly cycleId: string }) {
  const text = useText({ zh, en })
  const [said, setSaid] = useState('')
  const [named, setNamed] = useState(true)
  const commenting = useDo(commentOnPlan)
  const send = () =>
    commenting.run({ cycleId, text: said, named }).then(
      () => setSaid(''),
      () => undefined,
    )
  return (
    <Panel title={text.mine}>
      <div className="mp-form">
        <Field label={text.mine} hint={text.mineHint}>
          {(control) => (
            <Input.TextArea {...control} rows={3} maxLength={4000} value={said} onChange={({ target }) => setSaid(target.value)} />
          )}
        </Field>
        <Checkbox checked={named} onChange={({ target }) => setNamed(target.checked)}>
          {text.named}
        </Checkbox>
        {commenting.refused !== null && <RefusalNote refused={commenting.refused} />}
        {commenting.succeeded && said === '' && <p role="status">{text.sent}</p>}
        <Button type="primary" disabled={said.trim().length < FEWEST_LETTERS} loading={commenting.busy} onClick={() => void send()}>
          {text.send}
        </Button>
      </div>
    </Panel>
  )
}

function OpenDialog({ cycleId, note, onClose }: { readonly cycleId: string; readonly note: ReactNode; readonly onClose: () => void }) {
  const text = useText({ zh, en })
  const [subject, setSubject] = useState('')
  const [workingDays, setWorkingDays] = useState(FEWEST_HEARING_DAYS)
  const opening = useDo(openHearing)
  const wrong = useFieldError(opening.refused)
  return (
    <Modal
      open
      title={text.open}
      okText={text.open}
      cancelText={text.cancel}
      okButtonProps={{ disabled: subject.trim().length < FEWEST_LETTERS, loading: opening.busy }}
      onOk={() => opening.run({ cycleId, subject, workingDays }).then(onClose, () => undefined)}
      onCancel={onClose}
    >
      <div className="mp-form">
        {note}
        <Field label={text.subject} hint={text.subjectHint} error={wrong('/subject')}>
          {(control) => (
            <Input.TextArea {...control} rows={4} maxLength={4000} value={subject} onChange={({ target }) => setSubject(target.value)} />
          )}
        </Field>
        <Field label={text.days} error={wrong('/workingDays')}>
          {(control) => (
            <InputNumber
              {...control}
              min={FEWEST_HEARING_DAYS}
              max={60}
              value={workingDays}
              onChange={(next) => setWorkingDays(next ?? FEWEST_HEARING_DAYS)}
            />
          )}
        </Field>
        {opening.refused !== null && <RefusalNote refused={opening.refused} />}
      </div>
    </Modal>
  )
}
