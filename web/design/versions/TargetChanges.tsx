import { decideTargetChange, type readTargetChanges } from '@milepost/contract/design/versions'
import type { OutputOf } from '@milepost/contract/endpoint'
import { ruleWords } from '@milepost/scorecard/ruleWords'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Panel } from '../../parts/Panel.tsx'
import { PageLink } from '../../platform/address.tsx'
import { useDo } from '../../platform/asking.ts'
import { dayOf } from '../../platform/instants.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { LineCurve } from '../card/LineCurve.tsx'
import { en, zh } from './text.ts'

type Change = OutputOf<typeof readTargetChanges>['changes'][number]

/** Requests to change a target, those that wait first. */
export function TargetChanges({ changes }: { readonly changes: readonly Change[] }) {
  const text = useText({ zh, en })
  const ordered = [...changes.filter((one) => one.decision === null), ...changes.filter((one) => one.decision !== null)]
  return (
    <Panel title={text.changes} sentence={text.changesHow}>
      {ordered.length === 0 && <p className="mp-soft">{text.changesNone}</p>}
      <ul className="mp-target-changes">
        {ordered.map((change) => (
          <ChangeRow key={change.changeId} change={change} />
        ))}
      </ul>
    </Panel>
  )
}

function ChangeRow({ change }: { readonly change: Change }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const [answer, setAnswer] = useState('')
  const deciding = useDo(decideTargetChange)
  const decide = (decision: 'approved' | 'declined') => deciding.start({ changeId: change.changeId, decision, answer })
  return (
    <li>
      <div className="mp-row">
        <PageLink href={`/design/cards/${change.cardId}`}>
          {pick(change.holder)} · {change.code} {pick(change.name)}
        </PageLink>
        <strong>{change.decision === null ? text.waiting : text[change.decision]}</strong>
      </div>
      <div className="mp-row">
        <LineCurve rule={change.before} actual={null} label={text.from} />
        <span>
          {text.from} {pick(ruleWords(change.before))}
        </span>
        <LineCurve rule={change.after} actual={null} label={text.to} />
        <span>
          {text.to} {pick(ruleWords(change.after))}
        </span>
      </div>
      <p>
        {text.reason}: {change.reason}
      </p>
      <p className="mp-soft">
        {text.asked(dayOf(change.askedAt), change.askedBy)}
        {change.decidedAt !== null && ` · ${text.decided(dayOf(change.decidedAt), change.decidedBy ?? '')}`}
        {change.answer !== '' && ` · ${change.answer}`}
      </p>
      {deciding.refused !== null && <RefusalNote refused={deciding.refused} />}
      {change.mayDecide && (
        <div className="mp-row">
          <Input
            aria-label={text.answer}
            placeholder={text.answer}
            value={answer}
            onChange={({ target }) => setAnswer(target.value)}
            style={{ maxWidth: 320 }}
          />
          <Button type="primary" loading={deciding.busy} onClick={() => decide('approved')}>
            {text.approve}
          </Button>
          <Button loading={deciding.busy} onClick={() => decide('declined')}>
            {text.decline}
          </Button>
        </div>
      )}
    </li>
  )
}
