import { readDownstream, readReopenings } from '@milepost/contract/appraise/reopenings'
import type { OutputOf } from '@milepost/contract/endpoint'
import { GRADE_CHANGES } from '@milepost/terms/grades'
import { Button, Space, Tag } from 'antd'
import { useState } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { PageLink } from '../../platform/address.tsx'
import { useAskMaybe } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { useMay } from '../../platform/session.tsx'
import '../appraise.css'
import { CycleChoice } from '../CycleChoice.tsx'
import { useChosenCycle } from '../useChosenCycle.ts'
import { AND, COLON, dayOf, gradeName } from '../words.ts'
import { type ReopeningAct, ReopeningForm } from './ReopeningForm.tsx'
import { en, zh } from './text.ts'

type Reopenings = OutputOf<typeof readReopenings>
type Request = Reopenings['reopenings'][number]

/** What was opened again or corrected, and what made from the grades has to be made anew. */
export function ReopeningPage() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const chosen = useChosenCycle()
  const cycleId = chosen.cycle?.cycleId ?? ''
  const asked = chosen.cycle && { cycleId }
  const { answer } = useAskMaybe(readReopenings, asked)
  const downstream = useAskMaybe(readDownstream, asked).answer
  const mayAsk = useMay('participation.keep')
  const mayDecide = useMay('grade.decide')
  const [act, setAct] = useState<ReopeningAct | null>(null)
  if (!answer || !downstream) return <PageHead title={text.title} sentence={text.sentence} beside={<CycleChoice chosen={chosen} />} />
  const { appraisals } = answer
  const locked = appraisals.filter((one) => one.state === 'proposed' || one.state === 'decided')
  const final = appraisals.filter((one) => one.state === 'final')
  const late = appraisals.filter((one) => one.lateGradeOpen)
  return (
    <>
      <PageHead
        title={text.title}
        sentence={text.sentence}
        beside={<CycleChoice chosen={chosen} />}
        primary={
          <Space wrap>
            {mayDecide && late.length > 0 && <Button onClick={() => setAct({ kind: 'supply', people: late })}>{text.supply}</Button>}
            {mayDecide && final.length > 0 && <Button onClick={() => setAct({ kind: 'correct', people: final })}>{text.correct}</Button>}
            {mayAsk && locked.length > 0 && (
              <Button type="primary" onClick={() => setAct({ kind: 'ask', people: locked })}>
                {text.ask}
              </Button>
            )}
          </Space>
        }
      />
      {downstream.made.length > 0 && (
        <Panel title={text.made} sentence={text.madeSays(downstream.changedAt && dayOf(downstream.changedAt))}>
          <DataTable
            label={text.made}
            plain
            onPhone="cards"
            rows={downstream.made}
            rowKey={(row) => `${row.what.en} ${row.madeAt}`}
            columns={[
              {
                key: 'what',
                title: text.what,
                value: (row) => pick(row.what),
                show: (row) => <PageLink href={`${row.href}?year=${chosen.cycle?.year}`}>{pick(row.what)}</PageLink>,
              },
              { key: 'at', title: text.madeAt, value: (row) => dayOf(row.madeAt), width: 120 },
              {
                key: 'state',
                title: text.state,
                value: (row) => (row.stale ? text.stale : text.inDate),
                show: (row) => <Tag color={row.stale ? 'error' : 'success'}>{row.stale ? text.stale : text.inDate}</Tag>,
                width: 110,
              },
              { key: 'mend', title: text.mend, value: (row) => (row.stale ? pick(row.mend) : '–') },
            ]}
          />
        </Panel>
      )}
      <Panel title={text.requests}>
        {answer.reopenings.length === 0 ? (
          <p className="mp-soft">{text.noRequests}</p>
        ) : (
          <DataTable
            label={text.requests}
            plain
            onPhone="cards"
            rows={answer.reopenings}
            rowKey={(row) => row.reopeningId}
            columns={[
              { key: 'name', title: text.whom, value: (row) => row.name, width: 100 },
              { key: 'reason', title: text.reason, value: (row) => `${row.reason}（${row.document}）` },
              { key: 'by', title: text.askedBy, value: (row) => `${row.askedBy} ${dayOf(row.askedAt)}`, width: 190 },
              { key: 'state', title: text.state, value: (row) => text.states[row.state], width: 110 },
              { key: 'before', title: text.before, value: (row) => (row.gradeBefore ? pick(gradeName(row.gradeBefore)) : '–'), width: 100 },
              {
                key: 'answer',
                title: text.answeredBy,
                value: (row) => [row.answeredBy, row.answer].filter((one) => one).join(pick(COLON)) || '–',
              },
              {
                key: 'acts',
                title: '',
                acts: true,
                value: () => '',
                show: (row: Request) =>
                  row.mayAnswer ? (
                    <Space>
                      <Button size="small" type="primary" onClick={() => setAct({ kind: 'answer', request: row, granted: true })}>
                        {text.allow}
                      </Button>
                      <Button size="small" onClick={() => setAct({ kind: 'answer', request: row, granted: false })}>
                        {text.refuse}
                      </Button>
                    </Space>
                  ) : null,
                width: 150,
              },
            ]}
          />
        )}
      </Panel>
      <Panel title={text.corrections}>
        {answer.corrections.length === 0 ? (
          <p className="mp-soft">{text.noCorrections}</p>
        ) : (
          <DataTable
            label={text.corrections}
            plain
            onPhone="cards"
            rows={answer.corrections}
            rowKey={(row) => `${row.name} ${row.changedAt}`}
            columns={[
              { key: 'name', title: text.whom, value: (row) => row.name, width: 100 },
              {
                key: 'change',
                title: text.change,
                value: (row) => `${pick(gradeName(row.from))} → ${pick(gradeName(row.to))}`,
                width: 180,
              },
              { key: 'because', title: text.because, value: (row) => pick(GRADE_CHANGES[row.because]), width: 90 },
              { key: 'reason', title: text.reason, value: (row) => row.reason },
              { key: 'deciders', title: text.deciders, value: (row) => row.decidedBy.join(pick(AND)) },
              { key: 'on', title: text.on, value: (row) => dayOf(row.changedAt), width: 110 },
            ]}
          />
        )}
      </Panel>
      {act && <ReopeningForm cycleId={cycleId} act={act} onClose={() => setAct(null)} />}
    </>
  )
}
