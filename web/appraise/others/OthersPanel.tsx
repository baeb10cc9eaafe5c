import { readOtherAppraisals } from '@milepost/contract/appraise/otherAppraisals'
import { Button } from 'antd'
import { Panel } from '../../parts/Panel.tsx'
import { useAskMaybe } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { useOtherPaper } from '../papers.ts'
import { AND, COLON, gradeName } from '../words.ts'
import { stateOf } from './otherAppraisal.ts'
import { en, zh } from './text.ts'

/** The term and special appraisals of one person, beside the annual one. */
export function OthersPanel({ personId }: { readonly personId: string }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const paper = useOtherPaper()
  const rows = useAskMaybe(readOtherAppraisals, { personId }).answer?.appraisals ?? []
  if (rows.length === 0) return null
  return (
    <Panel title={text.beside} sentence={text.besideSay}>
      {rows.map((one) => (
        <div key={one.otherAppraisalId} className="mp-under">
          <strong>
            {text.kinds[one.kind]} {one.startsOn} – {one.endsOn}
            {pick(COLON)}
            {one.decision ? pick(gradeName(one.decision.result)) : text.states[stateOf(one)]}
          </strong>{' '}
          <Button size="small" disabled={paper.busy} onClick={() => paper.start(one.otherAppraisalId)}>
            {text.paper}
          </Button>
          <div>
            {text.reasonLine}
            {pick(COLON)}
            {one.reason} · {text.taskLine}
            {pick(COLON)}
            {one.tasks}
          </div>
          {one.rating && (
            <div>
              {one.rating.ratedBy} {one.rating.ratedOn}
              {pick(COLON)}
              {text.doneOptions[one.rating.tasksDone ? 'yes' : one.rating.goodReason ? 'no-reason' : 'no']} · {one.rating.opinion}
            </div>
          )}
          {one.byRule && <div className="mp-soft">{text.byRule[one.byRule]}</div>}
          {one.decision && (
            <div className="mp-soft">
              {text.decided(one.decision.decidedOn, one.decision.present.join(pick(AND)))}
              {one.decision.reason === '' ? '' : ` · ${one.decision.reason}`}
            </div>
          )}
        </div>
      ))}
    </Panel>
  )
}
