import { proposeGrades } from '@milepost/contract/appraise/appraisals'
import { Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useDo } from '../../platform/asking.ts'
import { useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { en, zh } from './text.ts'

type Ground = keyof typeof zh.grounds
const GROUNDS = Object.keys(zh.grounds) as Ground[]

export function ProposeDialog({ cycleId, onClose }: { readonly cycleId: string; readonly onClose: () => void }) {
  const text = useText({ zh, en })
  const proposing = useDo(proposeGrades)
  const [ground, setGround] = useState<Ground>('normal')
  const [approval, setApproval] = useState('')
  const [pooling, setPooling] = useState<'institution' | 'units'>('institution')
  const propose = async () => {
    await proposing.run({ cycleId, grounds: [ground], approval, pooling })
    onClose()
  }
  return (
    <Modal
      open
      title={text.propose}
      okText={text.propose}
      cancelText={text.cancel}
      onCancel={onClose}
      onOk={() => void propose().catch(() => undefined)}
      confirmLoading={proposing.busy}
    >
      {proposing.refused && <RefusalNote refused={proposing.refused} />}
      <p>{text.emptySentence}</p>
      <Form layout="vertical">
        <Form.Item label={text.ground} htmlFor="seat-ground">
          <Select
            id="seat-ground"
            value={ground}
            onChange={setGround}
            options={GROUNDS.map((one) => ({ value: one, label: text.grounds[one] }))}
          />
        </Form.Item>
        <Form.Item label={text.pooling} help={text.poolings[pooling].says} htmlFor="seat-pooling">
          <Select
            id="seat-pooling"
            value={pooling}
            onChange={setPooling}
            options={(['institution', 'units'] as const).map((one) => ({ value: one, label: text.poolings[one].name }))}
          />
        </Form.Item>
        <Form.Item label={text.approval} htmlFor="seat-approval">
          <Input id="seat-approval" value={approval} onChange={(event) => setApproval(event.target.value)} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
