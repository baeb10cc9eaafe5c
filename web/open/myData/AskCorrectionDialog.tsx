import { askCorrection } from '@milepost/contract/open/myData'
import { Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useDo } from '../../platform/asking.ts'
import { useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { en, zh } from './text.ts'

export function AskCorrectionDialog({ onClose }: { readonly onClose: () => void }) {
  const text = useText({ zh, en })
  const asking = useDo(askCorrection)
  const [what, setWhat] = useState('')
  const [wanted, setWanted] = useState('')
  return (
    <Modal
      open
      title={text.ask}
      okText={text.send}
      cancelText={text.cancel}
      onCancel={onClose}
      onOk={() => asking.run({ what, wanted }).then(onClose, () => undefined)}
      confirmLoading={asking.busy}
      okButtonProps={{ disabled: what.trim().length < 2 || wanted.trim().length < 2 }}
    >
      {asking.refused && <RefusalNote refused={asking.refused} />}
      <Form layout="vertical">
        <Form.Item label={text.what} htmlFor="correction-what">
          <Input id="correction-what" value={what} onChange={(event) => setWhat(event.target.value)} autoFocus />
        </Form.Item>
        <Form.Item label={text.wanted} htmlFor="correction-wanted">
          <Input.TextArea id="correction-wanted" rows={3} value={wanted} onChange={(event) => setWanted(event.target.value)} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
