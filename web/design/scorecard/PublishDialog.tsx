import { publishScorecard } from '@milepost/contract/design/scorecard'
import { readScorecardVersions } from '@milepost/contract/design/versions'
import { Alert, Modal } from 'antd'
import { useAskMaybe, useDo } from '../../platform/asking.ts'
import { useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import type { ScorecardView } from '../useDesign.ts'
import { SchemeChanges } from '../versions/SchemeChanges.tsx'
import { en, zh } from './text.ts'

export function PublishDialog({
  view,
  scorecardId,
  onClose,
}: {
  readonly view: ScorecardView
  readonly scorecardId: string
  readonly onClose: () => void
}) {
  const text = useText({ zh, en })
  const draft = useAskMaybe(readScorecardVersions, { scorecardId }).answer?.draft ?? null
  const publishing = useDo(publishScorecard)
  const blocked = view.lint.some((finding) => finding.severity === 'blocks')
  const publish = () => publishing.run({ scorecardId }).then(onClose, () => undefined)
  return (
    <Modal
      open
      width={draft === null ? 520 : 920}
      title={text.publishTitle}
      okText={text.publish}
      cancelText={text.cancel}
      okButtonProps={{ disabled: blocked }}
      confirmLoading={publishing.busy}
      onOk={() => void publish()}
      onCancel={onClose}
    >
      {publishing.refused !== null && <RefusalNote refused={publishing.refused} />}
      {blocked && <Alert type="error" showIcon title={text.publishBlocked} />}
      <p>{text.publishSay(view.counts.unitCards)}</p>
      {draft !== null && (
        <>
          <p>{text.publishChanges(draft.changes.length, draft.since.year)}</p>
          <SchemeChanges changes={draft.changes} />
        </>
      )}
    </Modal>
  )
}
