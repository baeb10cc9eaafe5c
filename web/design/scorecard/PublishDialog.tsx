import { FEWEST_REASON_LETTERS, publishScorecard } from '@milepost/contract/design/scorecard'
import { readScorecardVersions } from '@milepost/contract/design/versions'
import { readHearing } from '@milepost/contract/institution/cycleSteps'
import { hearingGap } from '@milepost/contract/institution/hearingGap'
import { Alert, Input, Modal } from 'antd'
import { useState } from 'react'
import { Field } from '../../parts/Field.tsx'
import { PageLink } from '../../platform/address.tsx'
import { useAskMaybe, useDo } from '../../platform/asking.ts'
import { Reading } from '../../platform/frame/Reading.tsx'
import { useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { findingGroups } from '../card/findingGroups.ts'
import { FindingList } from '../card/LintPanel.tsx'
import type { ScorecardView } from '../useDesign.ts'
import { SchemeChanges } from '../versions/SchemeChanges.tsx'
import { en, zh } from './text.ts'

type PublishDialogProps = {
  readonly view: ScorecardView
  readonly scorecardId: string
  readonly onClose: () => void
}

/** What the act does, to whom, and whether staff were heard before; without that it takes a reason. */
export function PublishDialog({ view, scorecardId, onClose }: PublishDialogProps) {
  const text = useText({ zh, en })
  const draft = useAskMaybe(readScorecardVersions, { scorecardId }).answer?.draft ?? null
  const { answer: heard, refused: hearingRefused } = useAskMaybe(readHearing, { cycleId: view.cycle.cycleId })
  const publishing = useDo(publishScorecard)
  const [reason, setReason] = useState('')
  const blocking = findingGroups(view.lint.filter((finding) => finding.severity === 'blocks'))
  const blocked = blocking.length > 0
  const gap = heard === null ? null : hearingGap(heard.hearing, heard.comments)
  const reasonMissing = gap !== null && reason.trim().length < FEWEST_REASON_LETTERS
  const { unitCards, unitCardsAgreed, plans, plansAgreed } = view.counts
  const publish = () => publishing.run({ scorecardId, reason: gap === null ? '' : reason }).then(onClose, () => undefined)
  return (
    <Modal
      open
      width={draft === null ? 620 : 920}
      title={text.publishTitle}
      okText={text.publish}
      cancelText={text.cancel}
      okButtonProps={{ disabled: blocked || heard === null || reasonMissing }}
      confirmLoading={publishing.busy}
      onOk={() => void publish()}
      onCancel={onClose}
    >
      <div className="mp-stack">
        {publishing.refused !== null && <RefusalNote refused={publishing.refused} />}
        {hearingRefused !== null && <RefusalNote refused={hearingRefused} />}
        {heard === null && hearingRefused === null && <Reading />}
        {blocked && <Alert type="error" showIcon title={text.publishBlocked} description={<FindingList groups={blocking} />} />}
        {heard !== null && gap === null && <Alert type="success" showIcon title={text.publishHeard(heard.comments.length)} />}
        {gap !== null && (
          <>
            <Alert
              type="warning"
              showIcon
              title={text.publishGap[gap.kind](gap.kind === 'none' ? { lastDay: '', unanswered: 0 } : gap)}
              description={
                <>
                  {text.publishGapSay} <PageLink href={`/institution/hearing?year=${view.cycle.year}`}>{text.publishToHearing}</PageLink>
                </>
              }
            />
            <Field label={text.publishReason} hint={reasonMissing ? text.publishReasonHint : undefined}>
              {(control) => (
                <Input.TextArea {...control} rows={2} maxLength={1000} value={reason} onChange={({ target }) => setReason(target.value)} />
              )}
            </Field>
          </>
        )}
        <ul className="mp-publish-does">
          <li>{text.publishSay}</li>
          {unitCards > 0 && <li>{text.publishUnits(unitCards - unitCardsAgreed, unitCards)}</li>}
          {unitCards === 0 && <li>{text.publishNoUnits}</li>}
          <li>{text.publishPlans(plansAgreed, plans)}</li>
        </ul>
        {draft !== null && (
          <>
            <p>{text.publishChanges(draft.changes.length, draft.since.year)}</p>
            <SchemeChanges changes={draft.changes} />
          </>
        )}
      </div>
    </Modal>
  )
}
