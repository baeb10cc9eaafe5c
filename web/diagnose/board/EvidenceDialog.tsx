import { addEvidence, type EVIDENCE_KINDS } from '@milepost/contract/diagnose/board'
import { Checkbox, Input, Modal, Segmented, Select } from 'antd'
import { useState } from 'react'
import { Field } from '../../parts/Field.tsx'
import { useDo } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { type Board, subjectsOf } from './given.ts'
import { en, zh } from './text.ts'

type Kind = (typeof EVIDENCE_KINDS)[number]
type EvidenceDialogProps = { readonly waveId: string; readonly board: Board; readonly onClose: () => void }

/** Only what may be shown is offered, each with what it says; the server takes the figure anew when it is saved. */
export function EvidenceDialog({ waveId, board, onClose }: EvidenceDialogProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const adding = useDo(addEvidence)
  const [subject, setSubject] = useState(board.problems[0]?.code ?? '')
  const [kind, setKind] = useState<Kind>('construct')
  const [about, setAbout] = useState<string | null>(null)
  const [found, setFound] = useState('')
  const [red, setRed] = useState(true)
  const [strength, setStrength] = useState(2)
  const [reason, setReason] = useState('')
  const subjects = subjectsOf(board)
  const { offers } = board
  const near = (code: string) => (code === subject ? 0 : code.startsWith(subject) ? 1 : 2)
  const choices: Readonly<Record<Kind, readonly { value: string; label: string; near: number }[]>> = {
    construct: subjects.map((one) => ({ value: one.code, label: `${one.code} ${pick(one.name)}`, near: near(one.code) })),
    item: offers.items.map((one) => ({
      value: one.code,
      label: `${one.code} ${pick(one.text)} — ${pick(one.says)}`,
      near: near(one.construct ?? ''),
    })),
    difference: offers.differences.map((one) => ({
      value: one.code,
      label: `${one.code} ${pick(one.name)} — ${pick(one.says)}`,
      near: near(one.code),
    })),
    'code-count': offers.codes.map((one) => ({
      value: one.code,
      label: `${one.code} ${pick(one.name)} — ${pick(one.says)}`,
      near: near(one.code),
    })),
    quote: offers.quotes.map((one) => ({
      value: one.quoteId,
      label: `${one.code} “${one.text}” (${pick(one.from)})`,
      near: near(one.code),
    })),
    audit: offers.signals.map((one) => ({ value: one.code, label: pick(one.name), near: 0 })),
  }
  const signal = offers.signals.find((one) => one.code === about)
  const save = async () => {
    if (about === null) return
    await adding.run({ waveId, subject, kind, about, strength, reason, ...(kind === 'audit' ? { found, red } : {}) })
    onClose()
  }
  return (
    <Modal
      open
      width={720}
      title={text.addEvidence}
      okText={text.save}
      cancelText={text.cancel}
      okButtonProps={{ disabled: about === null || (kind === 'audit' && found.trim() === '') }}
      confirmLoading={adding.busy}
      onCancel={onClose}
      onOk={() => void save().catch(() => undefined)}
    >
      {adding.refused && <RefusalNote refused={adding.refused} />}
      <div className="mp-form">
        <Field label={text.subject}>
          {(control) => (
            <Select
              {...control}
              value={subject}
              onChange={setSubject}
              options={subjects.map((one) => ({ value: one.code, label: `${one.code} ${pick(one.name)}` }))}
            />
          )}
        </Field>
        <Field label={text.kind}>
          {(control) => (
            <Select
              {...control}
              value={kind}
              onChange={(next) => {
                setKind(next)
                setAbout(null)
              }}
              options={(Object.keys(choices) as Kind[])
                .filter((one) => choices[one].length > 0)
                .map((value) => ({ value, label: text.kinds[value] }))}
            />
          )}
        </Field>
        <Field label={text.about}>
          {(control) => (
            <Select
              {...control}
              value={about}
              placeholder={text.choose}
              showSearch={{ optionFilterProp: 'label' }}
              onChange={setAbout}
              options={[...choices[kind]].sort((a, b) => a.near - b.near).map(({ value, label }) => ({ value, label }))}
            />
          )}
        </Field>
        {kind === 'audit' && (
          <>
            <Field
              label={text.found}
              hint={[found.trim() === '' ? text.foundWanted : '', signal ? text.foundHint(pick(signal.healthy)) : '']
                .filter(Boolean)
                .join(' ')}
            >
              {(control) => <Input {...control} value={found} onChange={({ target }) => setFound(target.value)} />}
            </Field>
            <Checkbox checked={red} onChange={({ target }) => setRed(target.checked)}>
              {text.red}
            </Checkbox>
          </>
        )}
        <Field label={text.strength}>
          {() => (
            <Segmented
              value={strength}
              onChange={setStrength}
              options={[1, 2, 3].map((value) => ({ value, label: text.strengths[value] }))}
            />
          )}
        </Field>
        <Field label={text.reason}>
          {(control) => <Input.TextArea {...control} value={reason} onChange={({ target }) => setReason(target.value)} />}
        </Field>
      </div>
    </Modal>
  )
}
