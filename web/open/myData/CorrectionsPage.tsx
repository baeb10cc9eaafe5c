import { answerCorrection, readCorrections } from '@milepost/contract/open/myData'
import { Button, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { Empty } from '../../parts/Empty.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { useAsk, useDo } from '../../platform/asking.ts'
import { useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { RequestTable } from './RequestTable.tsx'
import { en, zh } from './text.ts'

/** Whoever keeps the data answers what people say is wrong in it. */
export function CorrectionsPage() {
  const text = useText({ zh, en })
  const { requests } = useAsk(readCorrections, {})
  const answering = useDo(answerCorrection)
  const [requestId, setRequestId] = useState<string | null>(null)
  const [outcome, setOutcome] = useState<'corrected' | 'declined'>('corrected')
  const [answer, setAnswer] = useState('')
  const close = () => {
    setRequestId(null)
    setAnswer('')
    answering.forget()
  }
  return (
    <>
      <PageHead title={text.correctionsTitle} sentence={text.correctionsSentence} />
      <RequestTable
        requests={requests}
        empty={<Empty title={text.noneAsked} sentence={text.noneAskedSays} />}
        acts={(request) => (
          <Button type="primary" size="small" onClick={() => setRequestId(request.requestId)}>
            {text.give}
          </Button>
        )}
      />
      <Modal
        open={requestId !== null}
        title={text.give}
        okText={text.give}
        cancelText={text.cancel}
        onCancel={close}
        onOk={() => answering.run({ requestId: requestId ?? '', outcome, answer }).then(close, () => undefined)}
        confirmLoading={answering.busy}
        okButtonProps={{ disabled: answer.trim().length < 2 }}
      >
        {answering.refused && <RefusalNote refused={answering.refused} />}
        <Radio.Group
          value={outcome}
          onChange={(event) => setOutcome(event.target.value)}
          options={[
            { value: 'corrected', label: text.corrected },
            { value: 'declined', label: text.declined },
          ]}
        />
        <Input.TextArea
          rows={3}
          aria-label={text.answer}
          placeholder={text.answer}
          value={answer}
          onChange={(event) => setAnswer(event.target.value)}
        />
      </Modal>
    </>
  )
}
