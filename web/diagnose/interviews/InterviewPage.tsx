import { readInterview } from '@milepost/contract/diagnose/interviews'
import { useState } from 'react'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useParam } from '../../platform/address.tsx'
import { useAsk } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { CodingPanel } from './CodingPanel.tsx'
import { ConsentPanel } from './ConsentPanel.tsx'
import { TranscriptPanel } from './TranscriptPanel.tsx'
import { en, zh } from './text.ts'
import './interviews.css'

export function InterviewPage() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const interviewId = useParam('interviewId')
  const given = useAsk(readInterview, { interviewId })
  const { interview } = given
  const [editing, setEditing] = useState(false)
  const writes = interview.consent === true && (editing || given.text === null)
  return (
    <>
      <PageHead
        title={text.interview(interview.number)}
        sentence={text.interviewSentence(pick(given.stratumName), pick(given.role.name))}
        back={{ href: `/diagnose/${interview.waveId}/interviews`, text: text.toList }}
        beside={interview.heldOn ?? interview.plannedOn ?? undefined}
        more={
          given.text !== null && !editing && interview.consent ? [{ key: 'edit', text: text.edit, onClick: () => setEditing(true) }] : []
        }
      />
      <ConsentPanel given={given} />
      {writes && (
        <div className="mp-columns mp-after">
          <TranscriptPanel given={given} onDone={() => setEditing(false)} />
          <Panel title={text.questions}>
            <ol className="mp-guide">
              {given.questions.map((question) => (
                <li key={question.number} value={question.number}>
                  {pick(question.text)}
                  <small>
                    {text.probes}：{question.probes.map(pick).join('；')}
                  </small>
                </li>
              ))}
            </ol>
          </Panel>
        </div>
      )}
      {given.text !== null && !writes && <CodingPanel key={given.revision} given={given} />}
    </>
  )
}
