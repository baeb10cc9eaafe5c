import { publishScorecard } from '@milepost/contract/design/scorecard'
import { Alert, Modal } from 'antd'
import { useDo } from '../../platform/asking.ts'
import { useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import type { ScorecardView } from '../useDesign.ts'
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
  const publishing = useDo(publishScorecard)
  const blocked = view.lint.some((finding) => finding.severity === 'blocks')
  const publish = () => publishing.run({ scorecardId }).then(onClose, () => undefined)
  return (
    <Modal
      open
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
    </Modal>
  )
}
