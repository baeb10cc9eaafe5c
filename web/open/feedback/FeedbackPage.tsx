import { type FeedbackLine, listFeedback } from '@milepost/contract/open/feedback'
import { useState } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { useAsk } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { AnswerDialog } from './AnswerDialog.tsx'
import { en, zh } from './text.ts'

/** What the public said, those that wait for an answer first. */
export function FeedbackPage() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const { feedback } = useAsk(listFeedback, {})
  const aboutOf = ({ measureCode, measureName }: FeedbackLine) => (measureName ? pick(measureName) : measureCode || text.page)
  const [answering, setAnswering] = useState<FeedbackLine | null>(null)
  return (
    <>
      <PageHead title={text.title} sentence={text.sentence} />
      <DataTable
        label={text.title}
        rows={feedback}
        rowKey={(row) => row.feedbackId}
        exportAs={text.fileName}
        onPhone="cards"
        empty={<Empty title={text.emptyTitle} sentence={text.empty} />}
        columns={[
          { key: 'said', title: text.said, value: (row) => row.said },
          { key: 'about', title: text.about, value: (row) => aboutOf(row), filter: true, width: 170 },
          { key: 'on', title: text.on, value: (row) => row.saidOn, width: 110 },
          { key: 'state', title: text.state, value: (row) => text.states[row.state], filter: true, width: 110 },
          { key: 'answer', title: text.answer, value: (row) => row.answer },
          { key: 'shown', title: text.shown, value: (row) => (row.shown ? text.yes : ''), width: 90 },
          {
            key: 'act',
            title: text.act,
            value: () => null,
            acts: true,
            width: 90,
            show: (row) =>
              row.state === 'new' ? (
                <button type="button" className="mp-text-button" onClick={() => setAnswering(row)}>
                  {text.act}
                </button>
              ) : null,
          },
        ]}
      />
      {answering && <AnswerDialog line={answering} about={aboutOf(answering)} onClose={() => setAnswering(null)} />}
    </>
  )
}
