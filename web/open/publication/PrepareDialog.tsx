import { readCycles } from '@milepost/contract/institution/cycles'
import { preparePublication } from '@milepost/contract/open/publications'
import { Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useGo } from '../../platform/address.tsx'
import { useAsk, useDo } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { en, zh } from './text.ts'

export function PrepareDialog({ onClose }: { readonly onClose: () => void }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const go = useGo()
  const { cycles, currentCycleId } = useAsk(readCycles, {})
  const preparing = useDo(preparePublication)
  const [cycleId, setCycleId] = useState(currentCycleId ?? cycles[0]?.cycleId ?? '')
  const [storyZh, setStoryZh] = useState('')
  const [storyEn, setStoryEn] = useState('')
  const [contact, setContact] = useState('')
  const prepare = async () => {
    const { publicationId } = await preparing.run({ cycleId, story: { zh: storyZh, en: storyEn }, contact })
    go(`/open/publications/${publicationId}`)
  }
  return (
    <Modal
      open
      title={text.prepare}
      okText={text.prepare}
      cancelText={text.cancel}
      onCancel={onClose}
      onOk={() => void prepare().catch(() => undefined)}
      confirmLoading={preparing.busy}
      okButtonProps={{ disabled: storyZh.trim().length < 10 || contact.trim().length < 3 }}
    >
      {preparing.refused && <RefusalNote refused={preparing.refused} />}
      <Form layout="vertical">
        <Form.Item label={text.year} htmlFor="publication-cycle">
          <Select
            id="publication-cycle"
            value={cycleId}
            onChange={setCycleId}
            options={cycles.map((cycle) => ({ value: cycle.cycleId, label: pick(cycle.name) }))}
          />
        </Form.Item>
        <Form.Item label={text.storyZh} htmlFor="story-zh">
          <Input.TextArea id="story-zh" rows={5} value={storyZh} onChange={(event) => setStoryZh(event.target.value)} />
        </Form.Item>
        <Form.Item label={text.storyEn} htmlFor="story-en">
          <Input.TextArea id="story-en" rows={4} value={storyEn} onChange={(event) => setStoryEn(event.target.value)} />
        </Form.Item>
        <Form.Item label={text.contact} htmlFor="publication-contact">
          <Input id="publication-contact" value={contact} onChange={(event) => setContact(event.target.value)} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
