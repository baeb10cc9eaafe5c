import { type LineObjection, listLineObjections } from '@milepost/contract/open/objections'
import { useState } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { useAsk } from '../../platform/asking.ts'
import { dayOf } from '../../platform/instants.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { useMay } from '../../platform/session.tsx'
import { AnswerDialog } from './AnswerDialog.tsx'
import { shownOf } from './shownOf.ts'
import { en, zh } from './text.ts'

/** Objections to lines of tickets: one's own, or all for those who answer, the waiting ones first. */
export function ObjectionsPage() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const { objections } = useAsk(listLineObjections, {})
  const answers = useMay('ticket.answer')
  const [answering, setAnswering] = useState<LineObjection | null>(null)
  return (
    <>
      <PageHead title={text.title} sentence={answers ? text.sentence : text.mineSentence} />
      <DataTable
        label={text.title}
        rows={objections}
        rowKey={(row) => row.objectionId}
        href={(row) =>
          row.cardId === null ? `/open/tickets/people/${row.personId}?year=${row.year}` : `/open/tickets/cards/${row.cardId}`
        }
        exportAs={text.fileName}
        onPhone="cards"
        empty={<Empty title={text.emptyTitle} sentence={text.empty} />}
        columns={[
          { key: 'holder', title: text.holder, value: (row) => `${pick(row.holder)} ${row.year}`, width: 170 },
          { key: 'line', title: text.line, value: (row) => pick(row.name), width: 190 },
          { key: 'shown', title: text.shown, kind: 'number', value: (row) => pick(shownOf(row)), width: 100 },
          { key: 'said', title: text.said, value: (row) => row.facts },
          { key: 'raised', title: text.raised, value: (row) => `${dayOf(row.raisedAt)} ${row.raisedBy}`, width: 160 },
          { key: 'state', title: text.state, value: (row) => text.states[row.outcome ?? 'waiting'], filter: true, width: 100 },
          { key: 'answer', title: text.answer, value: (row) => (row.answeredBy === null ? '' : `${row.answer} (${row.answeredBy})`) },
          {
            key: 'act',
            title: text.act,
            value: () => null,
            acts: true,
            width: 90,
            show: (row) =>
              row.mayAnswer ? (
                <button type="button" className="mp-text-button" onClick={() => setAnswering(row)}>
                  {text.act}
                </button>
              ) : null,
          },
        ]}
      />
      {answering && <AnswerDialog objection={answering} onClose={() => setAnswering(null)} />}
    </>
  )
}
