/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { type PublicView, type Snapshot, sendFeedback } from './reading.ts'
import type { Language, Text } from './text.ts'

type FeedbackProps = {
  feedback: PublicView['feedback']
  perspectives: Snapshot['perspectives']
  language: Language
  text: Text
  /** A draft takes no messages. */
  isDraft: boolean
}

const SHORTEST = 5

/** What the public said with the answers, and a way to say something: no name, no address. */
export function Feedback({ feedback, perspectives, language, text, isDraft }: FeedbackProps) {
  const pick = (words: { zh: string; en: string }) => words[language] || words.zh
  const measures = perspectives.flatMap((one) => one.measures)
  const nameOf = (code: string) => measures.find((one) => one.code === code)?.name
  const [said, setSaid] = useState('')
  const [measureCode, setMeasureCode] = useState('')
  const [standing, setStanding] = useState<'writing' | 'sending' | 'sent' | 'failed'>('writing')
  const send = async (event: Event) => {
    event.preventDefault()
    setStanding('sending')
    const isSent = await sendFeedback({ measureCode, said })
    setStanding(isSent ? 'sent' : 'failed')
    if (isSent) setSaid('')
  }
  return (
    <section class="sheet" id="feedback">
      <h2>{text.feedback}</h2>
      <p class="quiet">{text.feedbackSays}</p>
      {feedback.length === 0 ? (
        <p class="quiet">{text.noFeedback}</p>
      ) : (
        <ul class="messages">
          {feedback.map((one) => {
            const about = nameOf(one.measureCode)
            return (
              <li key={`${one.saidOn} ${one.said}`}>
                <p>
                  {about !== undefined && <strong>{pick(about)} · </strong>}
                  {one.said} <span class="quiet">{one.saidOn}</span>
                </p>
                <p class="why">
                  <strong>{text.answered(one.answeredOn)}</strong> {one.answer}
                </p>
              </li>
            )
          })}
        </ul>
      )}
      {!isDraft && (
        <form class="say" onSubmit={(event) => void send(event)}>
          <label for="about">{text.about}</label>
          <select id="about" value={measureCode} onChange={(event) => setMeasureCode(event.currentTarget.value)}>
            <option value="">{text.wholePage}</option>
            {measures.map((one) => (
              <option key={one.code} value={one.code}>
                {pick(one.name)}
              </option>
            ))}
          </select>
          <label for="say">{text.say}</label>
          <textarea
            id="say"
            rows={4}
            maxLength={1000}
            value={said}
            onInput={(event) => {
              setSaid(event.currentTarget.value)
              if (standing !== 'sending') setStanding('writing')
            }}
          />
          <button type="submit" disabled={standing === 'sending' || said.trim().length < SHORTEST}>
            {standing === 'sending' ? text.sending : text.send}
          </button>
          <p role="status" class={standing === 'sent' ? 'told' : standing === 'failed' ? 'told wrong' : ''}>
            {standing === 'sent' ? text.sent : standing === 'failed' ? text.notSent : ''}
          </p>
        </form>
      )}
    </section>
  )
}
