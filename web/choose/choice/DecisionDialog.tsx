import { decideChoice } from '@milepost/contract/choose/choice'
import { Alert, Checkbox, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { written } from '../../parts/figures.ts'
import { useDo } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import type { Choice, Result } from './choice.ts'
import { en, zh } from './text.ts'

type DecisionDialogProps = {
  readonly choice: Choice
  readonly result: Result
  readonly revision: number
  readonly onClose: () => void
}

/** Of the reason, as the server asks. */
const FEWEST_LETTERS = 10

export function DecisionDialog({ choice, result, revision, onClose }: DecisionDialogProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const deciding = useDo(decideChoice)
  const [method, setMethod] = useState(result.ranking?.[0]?.method ?? null)
  const [reason, setReason] = useState('')
  const [uses, setUses] = useState<Readonly<Record<string, string>>>({})
  const waited = choice.judges.filter(({ state }) => state !== 'submitted').map(({ name }) => name)
  const hybrid = Object.entries(uses).map(([code, use]) => ({ method: code, use: use.trim() }))
  const missing = [
    ...(method === null ? [text.missingMethod] : []),
    ...hybrid
      .filter(({ use }) => use.length < 2)
      .map((one) =>
        text.missingUse(pick(choice.methods.find(({ code }) => code === one.method)?.name ?? { zh: one.method, en: one.method })),
      ),
    ...(reason.trim().length < FEWEST_LETTERS ? [text.missingReason(FEWEST_LETTERS)] : []),
  ]
  const decide = async () => {
    if (method === null) return
    await deciding.run({ choiceId: choice.choiceId, revision, method, reason, hybrid })
    onClose()
  }
  return (
    <Modal
      open
      title={text.decide}
      okText={text.decide}
      cancelText={text.cancel}
      onCancel={onClose}
      onOk={() => void decide().catch(() => undefined)}
      confirmLoading={deciding.busy}
      okButtonProps={{
        disabled: result.ranking === null || missing.length > 0,
      }}
      width={640}
    >
      <p>{text.decideSays}</p>
      {waited.length > 0 && <Alert type="info" showIcon title={text.waitedFor(waited)} />}
      {result.ranking === null && <Alert type="error" showIcon title={text.decideNotYet} />}
      {result.weights?.consistent === false && (
        <Alert type="warning" showIcon title={text.decideInconsistent(written(result.weights.consistencyRatio, 3))} />
      )}
      {deciding.refused && <RefusalNote refused={deciding.refused} />}
      <Form layout="vertical">
        <Form.Item label={text.chosen} htmlFor="chosen-method">
          <Select
            id="chosen-method"
            value={method}
            onChange={setMethod}
            options={choice.methods.map((one) => ({ value: one.code, label: pick(one.name) }))}
          />
        </Form.Item>
        <Form.Item label={text.hybrid} help={text.hybridSays}>
          <ul className="mp-hybrid">
            {choice.methods.map((one) => (
              <li key={one.code}>
                <Checkbox
                  checked={uses[one.code] !== undefined}
                  onChange={({ target }) => {
                    const { [one.code]: _use, ...rest } = uses
                    setUses(target.checked ? { ...rest, [one.code]: '' } : rest)
                  }}
                >
                  {pick(one.name)}
                </Checkbox>
                {uses[one.code] !== undefined && (
                  <Input
                    value={uses[one.code]}
                    maxLength={400}
                    placeholder={text.usedFor}
                    aria-label={`${pick(one.name)} · ${text.usedFor}`}
                    onChange={({ target }) => setUses({ ...uses, [one.code]: target.value })}
                  />
                )}
              </li>
            ))}
          </ul>
        </Form.Item>
        <Form.Item label={text.reason} htmlFor="decision-reason">
          <Input.TextArea
            id="decision-reason"
            rows={5}
            maxLength={4000}
            showCount
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Form.Item>
      </Form>
      {result.ranking !== null && missing.length > 0 && <p role="status">{text.missing(missing)}</p>}
    </Modal>
  )
}
