import type { OutputOf } from '@milepost/contract/endpoint'
import { answerComment, type readHearing } from '@milepost/contract/institution/cycleSteps'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useDo } from '../../platform/asking.ts'
import { dayOf } from '../../platform/instants.ts'
import { useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { en, zh } from './text.ts'

type Comment = OutputOf<typeof readHearing>['comments'][number]
const FEWEST_LETTERS = 2

/** A comment and its answer, one under the other. */
export function CommentItem({ comment, mayAnswer }: { readonly comment: Comment; readonly mayAnswer: boolean }) {
  const text = useText({ zh, en })
  const [answering, setAnswering] = useState(false)
  const [answer, setAnswer] = useState(comment.answer ?? '')
  const saving = useDo(answerComment)
  const save = () =>
    saving.run({ commentId: comment.commentId, answer }).then(
      () => setAnswering(false),
      () => undefined,
    )
  return (
    <li>
      <p>
        <strong>{comment.by === '' ? text.anonymous : comment.by}</strong> <small>{dayOf(comment.at)}</small>
      </p>
      <p>{comment.text}</p>
      {comment.answer === null ? (
        <p className="mp-hearing-open">{text.unanswered}</p>
      ) : (
        <blockquote>
          <small>
            {text.answerOf(comment.answeredBy ?? '')} {comment.answeredAt && dayOf(comment.answeredAt)}
          </small>
          <p>{comment.answer}</p>
        </blockquote>
      )}
      {mayAnswer && !answering && (
        <Button size="small" onClick={() => setAnswering(true)}>
          {comment.answer === null ? text.answer : text.again}
        </Button>
      )}
      {answering && (
        <div className="mp-form">
          <Input.TextArea
            aria-label={text.answer}
            rows={3}
            maxLength={4000}
            value={answer}
            onChange={({ target }) => setAnswer(target.value)}
          />
          {saving.refused !== null && <RefusalNote refused={saving.refused} />}
          <div className="mp-row">
            <Button type="primary" disabled={answer.trim().length < FEWEST_LETTERS} loading={saving.busy} onClick={() => void save()}>
              {text.save}
            </Button>
            <Button onClick={() => setAnswering(false)}>{text.cancel}</Button>
          </div>
        </div>
      )}
    </li>
  )
}
