import { Input, Modal, Select } from 'antd'
import { type ReactNode, useEffect, useRef } from 'react'
import { useDraft } from '../platform/draft.ts'
import { useText } from '../platform/language.tsx'
import { RefusalNote } from '../platform/RefusalNote.tsx'
import { useFieldError } from '../platform/useFieldError.ts'
import { DayField } from './DayField.tsx'
import { Field } from './Field.tsx'
import { Lacking } from './Lacking.tsx'

export type FormField = {
  readonly key: string
  readonly label: string
  readonly hint?: string
  /** `several`: any number of the options, as their values with commas between. */
  readonly kind: 'text' | 'area' | 'day' | 'choice' | 'several'
  readonly options?: readonly { readonly value: string; readonly label: string }[]
  /** Of a day: the first that can be chosen. */
  readonly min?: string
  /** May be left empty. */
  readonly optional?: boolean
  /** Asked only while this holds of what is filled in; otherwise it is sent empty. */
  readonly onlyIf?: (values: Readonly<Record<string, string>>) => boolean
  /** Where the refusal speaks of it, when that is not `/key`. */
  readonly pointer?: string
}

type Acting = { readonly busy: boolean; readonly refused: Error | null }

type FormDialogProps = {
  readonly title: string
  /** The record it is about, where the title does not tell it: what was typed for one is not shown for another. */
  readonly about?: string
  readonly sentence?: ReactNode
  readonly fields: readonly FormField[]
  readonly start: Readonly<Record<string, string>>
  readonly acting: Acting
  readonly okText?: string
  /** Called with every field; closes when it succeeds. */
  readonly onSave: (values: Readonly<Record<string, string>>) => Promise<unknown>
  readonly onClose: () => void
}

const zh = { save: '保存', cancel: '取消', restored: '已恢复您上次未保存的内容。' }
const en: typeof zh = { save: 'Save', cancel: 'Cancel', restored: 'What you typed last time and did not save is back.' }

/** A short form in a dialog: every field with its label and, where the server found one, its fault beside it. */
export function FormDialog({ title, about = '', sentence, fields, start, acting, okText, onSave, onClose }: FormDialogProps) {
  const text = useText({ zh, en })
  const wrong = useFieldError(acting.refused)
  const draft = useDraft(`${location.pathname} ${title} ${about}`.trim(), start)
  const values = draft.value
  const set = (key: string, value: string) => draft.set({ ...values, [key]: value })
  const close = () => {
    draft.forget()
    onClose()
  }
  const asked = fields.filter((field) => field.onlyIf?.(values) ?? true)
  const unasked = Object.fromEntries(fields.flatMap((field) => (asked.includes(field) ? [] : [[field.key, '']])))
  const lacking = asked.filter((field) => !field.optional && (values[field.key] ?? '').trim() === '').map((field) => field.label)
  const known = asked.map((field) => field.pointer ?? `/${field.key}`)
  const isBeside = acting.refused !== null && known.some((pointer) => wrong(pointer) !== undefined)
  const note = useRef<HTMLDivElement>(null)
  // of a long form the button is far below it
  useEffect(() => {
    if (acting.refused !== null && !isBeside) note.current?.scrollIntoView({ block: 'center' })
  }, [acting.refused, isBeside])
  return (
    <Modal
      open
      title={title}
      okText={okText ?? text.save}
      cancelText={text.cancel}
      okButtonProps={{ disabled: lacking.length > 0 }}
      // Cancel gives up what was typed; Esc or a click beside the dialog may be a slip and keeps it
      cancelButtonProps={{ onClick: draft.forget }}
      confirmLoading={acting.busy}
      onOk={() => void onSave({ ...values, ...unasked }).then(close, () => undefined)}
      onCancel={onClose}
    >
      <div className="mp-form">
        {sentence !== undefined && <p>{sentence}</p>}
        {draft.restored && <p className="mp-soft">{text.restored}</p>}
        {acting.refused !== null && !isBeside && (
          <div ref={note}>
            <RefusalNote refused={acting.refused} />
          </div>
        )}
        {asked.map((field) => (
          <Field key={field.key} label={field.label} hint={field.hint} error={wrong(field.pointer ?? `/${field.key}`)}>
            {({ status, ...control }) => {
              const value = values[field.key] ?? ''
              const marked = status === undefined ? {} : { status }
              if (field.kind === 'choice')
                return (
                  <Select
                    {...control}
                    {...marked}
                    style={{ width: '100%' }}
                    showSearch={{ optionFilterProp: 'label' }}
                    value={value === '' ? null : value}
                    onChange={(next: string | null) => set(field.key, next ?? '')}
                    allowClear={field.optional === true}
                    options={[...(field.options ?? [])]}
                  />
                )
              if (field.kind === 'several')
                return (
                  <Select
                    {...control}
                    {...marked}
                    mode="multiple"
                    style={{ width: '100%' }}
                    optionFilterProp="label"
                    value={value === '' ? [] : value.split(',')}
                    onChange={(next: string[]) => set(field.key, next.join(','))}
                    options={[...(field.options ?? [])]}
                  />
                )
              if (field.kind === 'area')
                return (
                  <Input.TextArea
                    {...control}
                    {...marked}
                    rows={4}
                    maxLength={4000}
                    value={value}
                    onChange={(event) => set(field.key, event.target.value)}
                  />
                )
              if (field.kind === 'day')
                return (
                  <DayField
                    control={{ ...control, ...marked }}
                    value={value}
                    isNeeded={field.optional !== true && value !== ''}
                    {...(field.min === undefined ? {} : { min: field.min })}
                    onChange={(day) => set(field.key, day)}
                  />
                )
              return <Input {...control} {...marked} value={value} onChange={(event) => set(field.key, event.target.value)} />
            }}
          </Field>
        ))}
        <Lacking what={lacking} />
      </div>
    </Modal>
  )
}

type Choosable = { readonly personId: string; readonly name: string; readonly employeeNo: string }
/** People as options: by name, told apart by number. */
export const peopleOptions = (people: readonly Choosable[]) =>
  people.map((one) => ({ value: one.personId, label: `${one.name} ${one.employeeNo}` }))
