import { type BonusEntry, decideBonus } from '@milepost/contract/run/bonuses'
import { Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { Field } from '../../parts/Field.tsx'
import { Lacking } from '../../parts/Lacking.tsx'
import { useDo } from '../../platform/asking.ts'
import { useDraft } from '../../platform/draft.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { en, zh } from './text.ts'

const FEWEST_LETTERS = 4

/** Grants or declines what waits; revokes what was granted. */
export function DecideDialog({ entry, onClose }: { readonly entry: BonusEntry; readonly onClose: () => void }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const isGranted = entry.decision?.verdict === 'granted'
  const [verdict, setVerdict] = useState<'granted' | 'declined' | 'revoked'>(isGranted ? 'revoked' : 'granted')
  const draft = useDraft(`bonus decision ${entry.bonusId} ${isGranted}`, '')
  const { value: reason, set: setReason } = draft
  const close = () => {
    draft.forget()
    onClose()
  }
  const deciding = useDo(decideBonus)
  return (
    <Modal
      open
      title={`${pick(entry.holder)} · ${pick(entry.item.name)} ${entry.points}`}
      okText={isGranted ? text.revoke : text.save}
      cancelText={text.cancel}
      okButtonProps={{ disabled: reason.trim().length < FEWEST_LETTERS, loading: deciding.busy, danger: isGranted }}
      // Cancel gives up what was typed; Esc may be a slip and keeps it
      cancelButtonProps={{ onClick: draft.forget }}
      onOk={() => deciding.run({ bonusId: entry.bonusId, verdict, reason }).then(close, () => undefined)}
      onCancel={onClose}
    >
      <div className="mp-form">
        {deciding.refused !== null && <RefusalNote refused={deciding.refused} />}
        <p style={{ margin: 0 }}>
          {entry.reason}
          <br />
          {text.evidence}: {entry.evidence}
        </p>
        {!isGranted && (
          <Field label={text.state}>
            {() => (
              <Radio.Group
                value={verdict}
                aria-label={text.state}
                options={(['granted', 'declined'] as const).map((value) => ({ value, label: text.verdicts[value] }))}
                onChange={({ target }) => setVerdict(target.value === 'declined' ? 'declined' : 'granted')}
              />
            )}
          </Field>
        )}
        <Field label={text.decisionReason} hint={text.decisionHint}>
          {(control) => (
            <Input.TextArea {...control} rows={2} maxLength={2000} value={reason} onChange={({ target }) => setReason(target.value)} />
          )}
        </Field>
        <Lacking what={reason.trim().length < FEWEST_LETTERS ? [text.decisionReason] : []} />
      </div>
    </Modal>
  )
}
