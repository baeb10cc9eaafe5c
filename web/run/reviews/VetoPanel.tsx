import { decideVeto, readVetoes, type VetoCase } from '@milepost/contract/run/reviews'
import { Button, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { Field } from '../../parts/Field.tsx'
import { Lacking } from '../../parts/Lacking.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { PageLink } from '../../platform/address.tsx'
import { useAskMaybe, useDo } from '../../platform/asking.ts'
import { useDraft } from '../../platform/draft.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useMay } from '../../platform/session.tsx'
import { dayOf } from '../words.ts'
import { en, zh } from './text.ts'

const EFFECTS = ['none', 'cap-b', 'cap-c', 'cap-d', 'zero'] as const
const FEWEST_LETTERS = 4

/** Veto items that occurred, and what leaders decided; nothing is shown where none did. */
export function VetoPanel({ cycleId }: { readonly cycleId: string }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const { answer } = useAskMaybe(readVetoes, { cycleId })
  const mayDecide = useMay('veto.decide')
  const [deciding, setDeciding] = useState<VetoCase | null>(null)
  if (answer === null || answer.cases.length === 0) return null
  return (
    <Panel title={text.vetoes} sentence={text.vetoesSay}>
      <ul className="mp-vetoes">
        {answer.cases.map((one) => (
          <li key={`${one.cardId} ${one.measureId}`}>
            <div>
              <PageLink href={`/run/cards/${one.cardId}`}>{pick(one.holder)}</PageLink> · {one.code} {pick(one.name)}：
              <strong>{one.actual}</strong>
              <br />
              {one.decision === null ? (
                <strong>{text.undecided}</strong>
              ) : (
                <>
                  {text.effects[one.decision.effect]} · {one.decision.reason}{' '}
                  <small>{text.by(one.decision.by, dayOf(one.decision.at))}</small>
                </>
              )}
            </div>
            {mayDecide && (
              <Button size="small" onClick={() => setDeciding(one)}>
                {one.decision === null ? text.decide : text.decideAgain}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {deciding !== null && <DecideDialog one={deciding} onClose={() => setDeciding(null)} />}
    </Panel>
  )
}

function DecideDialog({ one, onClose }: { readonly one: VetoCase; readonly onClose: () => void }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const [effect, setEffect] = useState<(typeof EFFECTS)[number]>(one.decision?.effect ?? 'cap-c')
  const draft = useDraft(`veto ${one.cardId} ${one.measureId}`, '')
  const { value: reason, set: setReason } = draft
  const close = () => {
    draft.forget()
    onClose()
  }
  const deciding = useDo(decideVeto)
  const { cardId, measureId } = one
  return (
    <Modal
      open
      title={`${pick(one.holder)} · ${pick(one.name)}`}
      okText={text.decide}
      cancelText={text.cancel}
      okButtonProps={{ disabled: reason.trim().length < FEWEST_LETTERS, loading: deciding.busy }}
      // Cancel gives up what was typed; Esc may be a slip and keeps it
      cancelButtonProps={{ onClick: draft.forget }}
      onOk={() => deciding.run({ cardId, measureId, effect, reason }).then(close, () => undefined)}
      onCancel={onClose}
    >
      <div className="mp-form">
        {deciding.refused !== null && <RefusalNote refused={deciding.refused} />}
        <Field label={text.effect}>
          {(control) => (
            <Select
              {...control}
              value={effect}
              onChange={setEffect}
              options={EFFECTS.map((value) => ({ value, label: text.effects[value] }))}
            />
          )}
        </Field>
        <Field label={text.vetoReason} hint={text.vetoReasonHint}>
          {(control) => (
            <Input.TextArea {...control} rows={3} maxLength={2000} value={reason} onChange={({ target }) => setReason(target.value)} />
          )}
        </Field>
        <Lacking what={reason.trim().length < FEWEST_LETTERS ? [text.vetoReason] : []} />
      </div>
    </Modal>
  )
}
