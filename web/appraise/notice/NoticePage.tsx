import {
  answerObjection,
  closeNotice,
  postNotice,
  raiseObjection,
  readNotices,
  serveObjectionToBoth,
} from '@milepost/contract/appraise/notice'
import type { OutputOf } from '@milepost/contract/endpoint'
import { Button, Input, Tag } from 'antd'
import { useState } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useAsk, useDo } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useMay } from '../../platform/session.tsx'
import '../appraise.css'
import { CycleChoice } from '../CycleChoice.tsx'
import { representativeEn, representativeZh } from '../results/representativeFields.ts'
import { useChosenCycle } from '../useChosenCycle.ts'
import { AND, COLON, dayOf } from '../words.ts'
import { ObjectionForButton } from './ObjectionForButton.tsx'
import { en, zh } from './text.ts'

type Notice = OutputOf<typeof readNotices>['notices'][number]

export function NoticePage() {
  const text = useText({ zh, en })
  const chosen = useChosenCycle()
  const { notices } = useAsk(readNotices, {})
  const posting = useDo(postNotice)
  const cycle = chosen.cycle
  const mayChoose = useMay('notice.post')
  const mayPost = mayChoose && cycle !== null && !notices.some((one) => one.year === cycle.year)
  const button = mayPost && (
    <Button type="primary" loading={posting.busy} onClick={() => posting.start({ cycleId: cycle?.cycleId ?? '' })}>
      {text.post}
    </Button>
  )
  return (
    <>
      <PageHead
        title={text.title}
        sentence={text.sentence}
        beside={mayChoose && <CycleChoice chosen={chosen} />}
        primary={notices.length > 0 ? button : undefined}
      />
      {posting.refused && <RefusalNote refused={posting.refused} />}
      {notices.length === 0 && <Empty title={text.emptyTitle} sentence={text.emptySentence} next={button} />}
      {notices.map((notice) => (
        <NoticePanel key={notice.noticeId} notice={notice} />
      ))}
    </>
  )
}

function NoticePanel({ notice }: { readonly notice: Notice }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const closing = useDo(closeNotice)
  const mayClose = useMay('notice.post')
  const mayObject = useMay('objection.raise') && notice.state === 'open'
  const mayTakeIn = useMay('result.serve') && notice.state === 'open'
  return (
    <Panel
      title={text.heading(notice.year)}
      sentence={text.states[notice.state]}
      acts={
        mayClose &&
        notice.state === 'over' && (
          <Button type="primary" loading={closing.busy} onClick={() => closing.start({ noticeId: notice.noticeId })}>
            {text.close}
          </Button>
        )
      }
    >
      {closing.refused && <RefusalNote refused={closing.refused} />}
      <Facts
        facts={[
          { key: 'posted', name: text.posted, value: notice.postedOn },
          { key: 'last', name: text.last, value: notice.lastDay, note: text.counted(notice.counted.join(pick(AND))) },
          { key: 'count', name: text.count, value: notice.count },
        ]}
      />
      {notice.people.length > 0 && (
        <div className="mp-under">
          <DataTable
            label={text.heading(notice.year)}
            plain
            rows={notice.people}
            rowKey={(row) => `${row.name}${row.unit.zh}`}
            columns={[
              { key: 'name', title: text.name, value: (row) => row.name, width: 140 },
              { key: 'unit', title: text.unit, value: (row) => pick(row.unit) },
            ]}
          />
        </div>
      )}
      {notice.objections.length > 0 && <h3 className="mp-part">{text.objections}</h3>}
      {notice.objections.map((objection) => (
        <ObjectionLine key={objection.objectionId} objection={objection} />
      ))}
      {mayObject && <ObjectionForm noticeId={notice.noticeId} />}
      {mayTakeIn && (
        <p className="mp-under">
          <ObjectionForButton noticeId={notice.noticeId} />
        </p>
      )}
    </Panel>
  )
}

/** Who raised it and who answers read what it says; everybody else, that there is one and whether it has been answered. */
function ObjectionLine({ objection }: { readonly objection: Notice['objections'][number] }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const answering = useDo(answerObjection)
  const words = useText({ zh: representativeZh, en: representativeEn })
  const serving = useDo(serveObjectionToBoth)
  const mayServe = useMay('result.serve')
  const [answer, setAnswer] = useState('')
  const represented = objection.said?.represented ?? null
  return (
    <article style={{ marginBottom: 14 }}>
      <p>
        <Tag>{dayOf(objection.raisedAt)}</Tag> {objection.said?.facts ?? (objection.isAnswered ? text.answered : text.waiting)}
      </p>
      {objection.said && objection.said.answer !== null && (
        <p>
          <strong>
            {text.answer}
            {pick(COLON)}
          </strong>
          {objection.said.answer} <span className="mp-soft">— {objection.said.answeredBy}</span>
        </p>
      )}
      {represented && (
        <p className="mp-soft">
          {represented.forWhom}
          {pick(COLON)}
          {words.by(represented.by, '', represented.paper)}
          {represented.bothServedOn !== null && ` · ${words.servedOn(represented.bothServedOn)}`}
        </p>
      )}
      {represented && mayServe && objection.isAnswered && represented.bothServedOn === null && (
        <Button size="small" loading={serving.busy} onClick={() => serving.start({ objectionId: objection.objectionId })}>
          {words.served}
        </Button>
      )}
      {objection.said && !objection.isAnswered && !objection.mayAnswer && <p className="mp-soft">{text.waiting}</p>}
      {objection.mayAnswer && (
        <>
          {answering.refused && <RefusalNote refused={answering.refused} />}
          <Input.TextArea
            rows={2}
            aria-label={text.answer}
            placeholder={text.answer}
            value={answer}
            onChange={(event) => setAnswer(event.target.value)}
          />
          <Button
            style={{ marginTop: 6 }}
            disabled={answer.trim().length < 10}
            loading={answering.busy}
            onClick={() => answering.start({ objectionId: objection.objectionId, answer })}
          >
            {text.sendAnswer}
          </Button>
        </>
      )}
    </article>
  )
}

function ObjectionForm({ noticeId }: { readonly noticeId: string }) {
  const text = useText({ zh, en })
  const raising = useDo(raiseObjection)
  const [facts, setFacts] = useState('')
  const raise = async () => {
    await raising.run({ noticeId, facts })
    setFacts('')
  }
  return (
    <div className="mp-unprinted">
      <h3 className="mp-part">{text.object}</h3>
      <p className="mp-soft">{text.objectSays}</p>
      {raising.refused && <RefusalNote refused={raising.refused} />}
      <Input.TextArea rows={3} aria-label={text.object} value={facts} onChange={(event) => setFacts(event.target.value)} />
      <Button
        style={{ marginTop: 6 }}
        disabled={facts.trim().length < 10}
        loading={raising.busy}
        onClick={() => void raise().catch(() => undefined)}
      >
        {text.sendObjection}
      </Button>
    </div>
  )
}
