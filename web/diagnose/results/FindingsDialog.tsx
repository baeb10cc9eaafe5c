import { recordFindings } from '@milepost/contract/diagnose/results'
import { Input, InputNumber, Modal, Select } from 'antd'
import { useState } from 'react'
import { Field } from '../../parts/Field.tsx'
import { useDo } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import type { Diagnosis } from './diagnosis.ts'
import { en, zh } from './text.ts'

type Line = { raised: number | null; asked: number | null; audit: 'red' | 'green' | null; note: string }
/** One of two counts that only say something together. */
const isHalf = ({ raised, asked }: Line) => (raised === null) !== (asked === null)
type FindingsDialogProps = { readonly waveId: string; readonly diagnosis: Diagnosis; readonly onClose: () => void }

/** The survey speaks for itself; interviews and work records are added here, and the verdict follows from all three. */
export function FindingsDialog({ waveId, diagnosis, onClose }: FindingsDialogProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const recording = useDo(recordFindings)
  const problems = diagnosis.constructs.filter((one) => one.kind === 'problem')
  const [lines, setLines] = useState<Readonly<Record<string, Line>>>({})
  // what was recorded before stands in the fields, so that saving again loses nothing
  const recorded = (code: string): Line => {
    const before = diagnosis.findings.find((one) => one.problem === code)
    const { raised = null, asked = null } = before?.interviews ?? {}
    return { raised, asked, audit: before?.audit ?? null, note: before?.note ?? '' }
  }
  const lineOf = (code: string): Line => lines[code] ?? recorded(code)
  const change = (code: string, part: Partial<Line>) => setLines({ ...lines, [code]: { ...lineOf(code), ...part } })

  const save = async () => {
    await recording.run({
      waveId,
      findings: problems.map(({ code }) => {
        const { raised, asked, audit, note } = lineOf(code)
        return { problem: code, interviews: raised === null || asked === null ? null : { raised, asked }, audit, note }
      }),
    })
    onClose()
  }
  return (
    <Modal
      open
      width={860}
      title={text.record}
      okText={text.save}
      cancelText={text.cancel}
      onCancel={onClose}
      onOk={() => void save().catch(() => undefined)}
      confirmLoading={recording.busy}
      okButtonProps={{ disabled: problems.some(({ code }) => isHalf(lineOf(code))) }}
    >
      <p>{text.verdictsSay}</p>
      {recording.refused && <RefusalNote refused={recording.refused} />}
      {problems.map(({ code, name }) => (
        <fieldset key={code} className="mp-finding-fields">
          <legend>
            {code} {pick(name)}
          </legend>
          <div>
            <Field label={text.raised} error={isHalf(lineOf(code)) ? text.halfCounted : undefined}>
              {(control) => (
                <InputNumber
                  {...control}
                  aria-label={`${code} ${text.raised}`}
                  style={{ width: '100%' }}
                  min={0}
                  precision={0}
                  value={lineOf(code).raised}
                  onChange={(raised) => change(code, { raised })}
                />
              )}
            </Field>
            <Field label={text.asked}>
              {(control) => (
                <InputNumber
                  {...control}
                  aria-label={`${code} ${text.asked}`}
                  style={{ width: '100%' }}
                  min={1}
                  precision={0}
                  value={lineOf(code).asked}
                  onChange={(asked) => change(code, { asked })}
                />
              )}
            </Field>
            <Field label={text.records}>
              {(control) => (
                <Select
                  {...control}
                  aria-label={`${code} ${text.records}`}
                  allowClear
                  value={lineOf(code).audit}
                  onChange={(audit) => change(code, { audit: audit ?? null })}
                  options={[
                    { value: 'red', label: text.red },
                    { value: 'green', label: text.green },
                  ]}
                />
              )}
            </Field>
            <Field label={text.note}>
              {(control) => (
                <Input.TextArea
                  {...control}
                  aria-label={`${code} ${text.note}`}
                  autoSize={{ minRows: 1, maxRows: 6 }}
                  value={lineOf(code).note}
                  onChange={(event) => change(code, { note: event.target.value })}
                />
              )}
            </Field>
          </div>
        </fieldset>
      ))}
    </Modal>
  )
}
