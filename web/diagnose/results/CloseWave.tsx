import { closeWave } from '@milepost/contract/diagnose/waves'
import { Modal } from 'antd'
import { useDo } from '../../platform/asking.ts'
import { useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { en, zh } from './text.ts'

type CloseWaveProps = { readonly waveId: string; readonly asked: boolean; readonly onAnswered: () => void }

/** A wave is ended for good, so it is asked about once more. */
export function CloseWave({ waveId, asked, onAnswered }: CloseWaveProps) {
  const text = useText({ zh, en })
  const closing = useDo(closeWave)
  return (
    <>
      {closing.refused && <RefusalNote refused={closing.refused} />}
      <Modal
        open={asked}
        title={text.close}
        okText={text.close}
        onCancel={onAnswered}
        onOk={() => {
          onAnswered()
          closing.start({ waveId })
        }}
      >
        {text.closeSay}
      </Modal>
    </>
  )
}
