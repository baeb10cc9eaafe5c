import { answerAmendment } from '@milepost/contract/design/plans'
import { Button, Tag } from 'antd'
import { useState } from 'react'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useDo } from '../../platform/asking.ts'
import { dayOf } from '../../platform/instants.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import type { CardView } from '../card/cardView.ts'
import { draftOf } from '../card/draft.ts'
import { LineDifferences } from '../card/LineDifferences.tsx'
import { differences } from '../card/threeWay.ts'
import { goalChanges } from './goalChanges.ts'
import { en, zh } from './text.ts'

type Amendment = CardView['amendments'][number]
const COLOURS = { open: 'processing', 'in-force': 'success', declined: 'default', withdrawn: 'default' } as const

/** What was asked to change in an agreed plan, why, what each side said, and the plan before and after. */
export function AmendmentsPanel({ view }: { readonly view: CardView }) {
  const text = useText({ zh, en })
  if (view.amendments.length === 0) return null
  return (
    <Panel title={text.amendments} sentence={text.amendmentsSay}>
      <ul className="mp-amendments">
        {view.amendments.map((one) => (
          <AmendmentItem key={one.amendmentId} view={view} one={one} />
        ))}
      </ul>
    </Panel>
  )
}

function AmendmentItem({ view, one }: { readonly view: CardView; readonly one: Amendment }) {
  const text = useText({ zh, en })
  const answering = useDo(answerAmendment)
  const [declining, setDeclining] = useState(false)
  const { amendmentId, may } = one
  return (
    <li>
      <div className="mp-row">
        <Tag color={COLOURS[one.state]}>{text.amendmentStates[one.state]}</Tag>
        <span>{text.amendmentAsked(one.askedBy, dayOf(one.askedAt))}</span>
      </div>
      <p>
        <strong>{text.amendReason}</strong> {one.reason}
      </p>
      {one.plan !== null && <Changes view={view} one={one} plan={one.plan} />}
      {one.state === 'open' && one.plan === null && <p>{text.amendmentUnfit}</p>}
      {one.state === 'open' && one.agreedBy !== null && <p>{text.amendmentAbove(one.agreedBy)}</p>}
      {one.closedAt !== null && <p className="mp-soft">{text.amendmentClosed(one.closedBy ?? '', dayOf(one.closedAt), one.answer)}</p>}
      {answering.refused !== null && !declining && <RefusalNote refused={answering.refused} />}
      <div className="mp-row mp-unprinted">
        {may.decline && <Button onClick={() => setDeclining(true)}>{text.declineAmendment}</Button>}
        {may.agree && (
          <Button type="primary" loading={answering.busy} onClick={() => answering.start({ amendmentId, answer: 'agree' })}>
            {text.agreeAmendment}
          </Button>
        )}
        {may.withdraw && (
          <Button loading={answering.busy} onClick={() => answering.start({ amendmentId, answer: 'withdraw' })}>
            {text.withdrawAmendment}
          </Button>
        )}
      </div>
      {declining && (
        <FormDialog
          title={text.declineAmendment}
          fields={[{ key: 'note', label: text.declineReason, hint: text.giveBackSay, kind: 'area' }]}
          start={{ note: '' }}
          acting={answering}
          okText={text.declineAmendment}
          onSave={({ note }) => answering.run({ amendmentId, answer: 'decline', note: note ?? '' })}
          onClose={() => setDeclining(false)}
        />
      )}
    </li>
  )
}

type ChangesProps = { readonly view: CardView; readonly one: Amendment; readonly plan: NonNullable<Amendment['plan']> }

/** The plan before and after: of an open amendment what is agreed and what is asked; of one in force what was and what came of it. */
function Changes({ view, one, plan }: ChangesProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const isOpen = one.state === 'open'
  const [now, other] = [draftOf(view), draftOf(plan)]
  const lines = isOpen ? differences(now, now, other) : differences(other, other, now)
  const goals = isOpen ? goalChanges(view.goals, plan.goals) : goalChanges(plan.goals, view.goals)
  return (
    <div className="mp-conflict">
      {lines.length > 0 && <LineDifferences lines={lines} here={text.amendBefore} there={isOpen ? text.amendAsked : text.amendNow} />}
      {goals.map(({ key, change, title }) => (
        <p key={key}>{text.goalChanges[change](pick(title))}</p>
      ))}
    </div>
  )
}
