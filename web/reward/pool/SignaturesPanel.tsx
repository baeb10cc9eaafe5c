import { publishPayRules } from '@milepost/contract/reward/payRules'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { Panel } from '../../parts/Panel.tsx'
import { PageLink } from '../../platform/address.tsx'
import { minuteOf } from '../../platform/instants.ts'
import { useText } from '../../platform/language.tsx'
import { useMay } from '../../platform/session.tsx'
import { ReasonDialog } from '../ReasonDialog.tsx'
import { en, zh } from './signText.ts'
import type { PoolView } from './trial.ts'

/** Who has put the own name to the computation, who is still missing, and the published factors it rests on. */
export function SignaturesPanel({ view }: { readonly view: PoolView }) {
  const text = useText({ zh, en })
  const { pool, rules, signed, approval } = view
  const mayPublish = useMay('pay-rules.publish') && approval === null
  const [publishing, setPublishing] = useState(false)
  const standing =
    approval !== null
      ? text.restsOn(approval.rulesVersion)
      : rules === null
        ? text.nonePublished
        : rules.same
          ? text.asPublished(rules.version)
          : text.differs(rules.version)
  return (
    <Panel title={text.title} sentence={text.sentence(pool.signatures)}>
      <div className="mp-stack">
        <Alert
          type={approval !== null || rules?.same ? 'success' : 'warning'}
          showIcon
          title={standing}
          description={<PageLink href="/reward/factors">{text.table}</PageLink>}
          action={
            mayPublish && !rules?.same ? (
              <Button onClick={() => setPublishing(true)}>{text.publish((rules?.version ?? 0) + 1)}</Button>
            ) : undefined
          }
        />
        <ol className="mp-lines">
          {signed.map((one) => (
            <li key={one.accountId}>
              {one.signedBy} <span className="mp-soft">{`${minuteOf(one.signedAt)} · ${one.reason}`}</span>
            </li>
          ))}
          {approval === null && signed.length < pool.signatures && (
            <li className="mp-soft">{text.missing(pool.signatures - signed.length)}</li>
          )}
        </ol>
      </div>
      {publishing && (
        <ReasonDialog
          endpoint={publishPayRules}
          inputOf={(reason) => ({ poolId: pool.poolId, reason })}
          title={text.publish((rules?.version ?? 0) + 1)}
          says={text.publishSays}
          label={text.publishReason}
          onClose={() => setPublishing(false)}
        />
      )}
    </Panel>
  )
}
