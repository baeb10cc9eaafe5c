import { askTargetChange } from '@milepost/contract/design/versions'
import type { ScoringRule } from '@milepost/scorecard/rules'
import { ruleWords } from '@milepost/scorecard/ruleWords'
import { Input, Modal } from 'antd'
import { useState } from 'react'
import { Field } from '../../parts/Field.tsx'
import { useDo } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { CurveEditor } from '../card/CurveEditor.tsx'
import type { DraftLine } from '../card/draft.ts'
import { RuleEditor } from '../card/RuleEditor.tsx'
import { en, zh } from './text.ts'

/** A request for another target on a card that no longer changes by itself. */
export function AskTargetDialog({ line, onClose }: { readonly line: DraftLine; readonly onClose: () => void }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const [rule, setRule] = useState<ScoringRule>(line.rule)
  const [reason, setReason] = useState('')
  const asking = useDo(askTargetChange)
  const send = () => {
    if (line.cardMeasureId !== null) asking.run({ cardMeasureId: line.cardMeasureId, rule, reason }).then(onClose, () => undefined)
  }
  return (
    <Modal
      open
      title={text.askTitle(pick(line.name))}
      okText={text.send}
      cancelText={text.cancel}
      okButtonProps={{ disabled: reason.trim() === '' || JSON.stringify(rule) === JSON.stringify(line.rule) }}
      confirmLoading={asking.busy}
      onOk={send}
      onCancel={onClose}
    >
      <div className="mp-form">
        {asking.refused !== null && <RefusalNote refused={asking.refused} />}
        <p>{text.askSay}</p>
        <p className="mp-soft">
          {text.now}: {pick(ruleWords(line.rule))}
        </p>
        <RuleEditor rule={rule} direction={line.direction} unit={pick(line.unit)} onChange={setRule} />
        <CurveEditor rule={rule} digits={line.digits} unit={pick(line.unit)} label={pick(line.name)} onChange={setRule} />
        <Field label={text.askReason} hint={text.askReasonHint}>
          {(control) => <Input.TextArea {...control} rows={3} value={reason} onChange={({ target }) => setReason(target.value)} />}
        </Field>
      </div>
    </Modal>
  )
}
