import { chooseRemedy, STAGES } from '@milepost/contract/diagnose/board'
import { Input, Modal, Segmented, Select } from 'antd'
import { useState } from 'react'
import { Field } from '../../parts/Field.tsx'
import { useDo } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useFieldError } from '../../platform/useFieldError.ts'
import { type Board, subjectsOf } from './given.ts'
import { en, zh } from './text.ts'

type RemedyDialogProps = { readonly waveId: string; readonly board: Board; readonly onClose: () => void }

/** From the library, or one's own; the sign is what the same questionnaire can show next time. */
export function RemedyDialog({ waveId, board, onClose }: RemedyDialogProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const choosing = useDo(chooseRemedy)
  const errorAt = useFieldError(choosing.refused)
  const [answers, setAnswers] = useState(board.problems[0]?.code ?? '')
  const [code, setCode] = useState<string | null>(null)
  const [name, setName] = useState({ zh: '', en: '' })
  const [stage, setStage] = useState<(typeof STAGES)[number]>('run')
  const [strength, setStrength] = useState(2)
  const [reason, setReason] = useState('')
  const [sign, setSign] = useState({ kind: 'construct' as 'construct' | 'item', about: answers, least: '10' })
  const subjects = subjectsOf(board)
  const fitting = board.offers.remedies.filter((one) => one.answers.includes(answers))
  const take = (chosen: string) => {
    const one = fitting.find((each) => each.code === chosen)
    setCode(one ? chosen : null)
    if (!one) return
    setName(one.name)
    setStage(one.stage)
    setSign({ kind: one.sign.kind, about: one.sign.about, least: String(one.sign.least) })
  }
  const signs = sign.kind === 'construct' ? subjects.map((one) => ({ code: one.code, text: one.name })) : board.offers.items
  const library = fitting.find((one) => one.code === code)
  const save = async () => {
    await choosing.run({ waveId, answers, code, name, stage, strength, reason, sign })
    onClose()
  }
  return (
    <Modal
      open
      width={720}
      title={text.addRemedy}
      okText={text.save}
      cancelText={text.cancel}
      confirmLoading={choosing.busy}
      onCancel={onClose}
      onOk={() => void save().catch(() => undefined)}
    >
      {choosing.refused && <RefusalNote refused={choosing.refused} />}
      <div className="mp-form">
        <Field label={text.answers} error={errorAt('/answers')}>
          {(control) => (
            <Select
              {...control}
              value={answers}
              onChange={(next) => {
                setAnswers(next)
                setCode(null)
              }}
              options={subjects.map((one) => ({ value: one.code, label: `${one.code} ${pick(one.name)}` }))}
            />
          )}
        </Field>
        <Field label={text.remedy} hint={library && `${pick(library.action)} ${pick(library.when)} · ${text.toVerify}`}>
          {(control) => (
            <Select
              {...control}
              value={code ?? ''}
              onChange={take}
              options={[
                { value: '', label: text.own },
                ...fitting.map((one) => ({ value: one.code, label: `${one.code} ${pick(one.name)}` })),
              ]}
            />
          )}
        </Field>
        <div className="mp-inline-fields">
          <Field label={text.name} error={errorAt('/name/zh')}>
            {(control) => <Input {...control} value={name.zh} onChange={({ target }) => setName({ ...name, zh: target.value })} />}
          </Field>
          <Field label={text.nameEn}>
            {(control) => <Input {...control} value={name.en} onChange={({ target }) => setName({ ...name, en: target.value })} />}
          </Field>
          <Field label={text.where}>
            {(control) => (
              <Select
                {...control}
                style={{ minWidth: 140 }}
                value={stage}
                onChange={setStage}
                options={STAGES.map((value) => ({ value, label: text.stages[value] }))}
              />
            )}
          </Field>
        </div>
        <Field label={text.sign}>
          {() => (
            <Segmented
              value={sign.kind}
              onChange={(kind) => setSign({ kind, about: kind === 'construct' ? answers : '', least: kind === 'construct' ? '10' : '0.3' })}
              options={(['construct', 'item'] as const).map((value) => ({ value, label: text.signKinds[value] }))}
            />
          )}
        </Field>
        <Field label={text.about} error={errorAt('/sign/about')}>
          {(control) => (
            <Select
              {...control}
              value={sign.about === '' ? null : sign.about}
              placeholder={text.choose}
              showSearch={{ optionFilterProp: 'label' }}
              onChange={(about) => setSign({ ...sign, about })}
              options={signs.map((one) => ({ value: one.code, label: `${one.code} ${pick(one.text)}` }))}
            />
          )}
        </Field>
        <Field label={text.least} error={errorAt('/sign/least')}>
          {(control) => (
            <Input
              {...control}
              style={{ width: 120 }}
              value={sign.least}
              onChange={({ target }) => setSign({ ...sign, least: target.value.trim() })}
            />
          )}
        </Field>
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
