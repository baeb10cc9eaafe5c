import { objectToCard, objectToPerson } from '@milepost/contract/open/objections'
import { Input, Modal } from 'antd'
import { useState } from 'react'
import { Field } from '../../parts/Field.tsx'
import { useDo } from '../../platform/asking.ts'
import { useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useFieldError } from '../../platform/useFieldError.ts'
import { en, zh } from './text.ts'
import type { TicketOf } from './ticketOf.ts'

const SHORTEST = 10

type ObjectDialogProps = {
  readonly of: TicketOf
  readonly line: string
  readonly name: string
  readonly shown: string
  readonly onClose: () => void
}

/** An objection to exactly one line, named with what it shows. */
export function ObjectDialog({ of, line, name, shown, onClose }: ObjectDialogProps) {
  const text = useText({ zh, en })
  const toCard = useDo(objectToCard)
  const toPerson = useDo(objectToPerson)
  const doing = 'cardId' in of ? toCard : toPerson
  const wrong = useFieldError(doing.refused)
  const [facts, setFacts] = useState('')
  const send = async () => {
    if ('cardId' in of) await toCard.run({ ...of, line, facts })
    else await toPerson.run({ ...of, line, facts })
    onClose()
  }
  return (
    <Modal
      open
      title={text.object}
      okText={text.send}
      cancelText={text.cancel}
      onCancel={onClose}
      onOk={() => void send().catch(() => undefined)}
      confirmLoading={doing.busy}
      okButtonProps={{ disabled: facts.trim().length < SHORTEST }}
    >
      <div className="mp-form">
        <p>
          <strong>{text.objectTo(name, shown)}</strong>
        </p>
        {doing.refused && <RefusalNote refused={doing.refused} />}
        <Field label={text.facts} hint={text.factsHint} error={wrong('/facts')}>
          {(control) => (
            <Input.TextArea
              {...control}
              rows={5}
              maxLength={4000}
              showCount
              value={facts}
              onChange={({ target }) => setFacts(target.value)}
            />
          )}
        </Field>
      </div>
    </Modal>
  )
}
