import { editScorecard } from '@milepost/contract/design/scorecard'
import type { ScorecardDesign } from '@milepost/contract/design/scorecardDesign'
import { Modal } from 'antd'
import { useState } from 'react'
import { useDo } from '../../platform/asking.ts'
import { useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { BilingualInput } from '../BilingualInput.tsx'
import { en, zh } from './text.ts'

export function TextsDialog({ scorecard, onClose }: { readonly scorecard: ScorecardDesign; readonly onClose: () => void }) {
  const text = useText({ zh, en })
  const [name, setName] = useState(scorecard.name)
  const [mission, setMission] = useState(scorecard.mission)
  const [vision, setVision] = useState(scorecard.vision)
  const saving = useDo(editScorecard)
  const save = () => saving.run({ scorecardId: scorecard.scorecardId, name, mission, vision }).then(onClose, () => undefined)
  return (
    <Modal
      open
      title={text.texts}
      okText={text.save}
      cancelText={text.cancel}
      confirmLoading={saving.busy}
      onOk={() => void save()}
      onCancel={onClose}
      width={720}
    >
      <div className="mp-form">
        {saving.refused !== null && <RefusalNote refused={saving.refused} />}
        <BilingualInput label={text.name} value={name} onChange={setName} />
        <BilingualInput label={text.mission} value={mission} rows={3} onChange={setMission} />
        <BilingualInput label={text.vision} value={vision} rows={3} onChange={setVision} />
      </div>
    </Modal>
  )
}
