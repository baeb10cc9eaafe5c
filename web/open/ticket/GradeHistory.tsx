import type { OutputOf } from '@milepost/contract/endpoint'
import type { readPersonTicket } from '@milepost/contract/open/personTicket'
import { GRADE_CHANGES, GRADES } from '@milepost/terms/grades'
import { dayOf } from '../../platform/instants.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { en, zh } from './text.ts'

type Answer = OutputOf<typeof readPersonTicket>

/** Who decided the grade and when, and every change since with its reason and its paper. */
export function GradeHistory({ decision, changes = [], grade }: Pick<Answer, 'decision' | 'changes'> & Pick<Answer['appraisal'], 'grade'>) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const first = changes[0]?.from ?? grade
  return (
    <>
      {decision && (
        <p>
          {text.decision(decision.decidedOn, decision.present.join(text.comma), first === null ? '–' : pick(GRADES[first]))}
          {decision.reason !== '' && (
            <>
              <br />
              {decision.reason}
            </>
          )}
        </p>
      )}
      {changes.map((one) => (
        <p key={one.version}>
          <strong>
            {text.changed(dayOf(one.changedAt), pick(GRADE_CHANGES[one.because]), pick(GRADES[one.from]), pick(GRADES[one.to]))}
          </strong>
          <br />
          {one.reason}
          <br />
          <span className="mp-soft">{text.changedBy(one.decidedBy.join(text.comma))}</span>
        </p>
      ))}
    </>
  )
}
