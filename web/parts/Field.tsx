import { type ReactNode, useId } from 'react'

/** Spread onto antd's Input, Select, InputNumber, DatePicker: ties it to its label, hint and error. */
export type FieldControl = {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': boolean
  readonly status: 'error' | undefined
}

export type FieldProps = {
  readonly label: ReactNode
  readonly hint?: ReactNode
  /** What is wrong with it, e.g. `useFieldError(refused)('/weight')`. */
  readonly error?: ReactNode
  readonly children: (control: FieldControl) => ReactNode
}

/** A control with its label above, and its hint or error below. */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId()
  const wrong = error !== undefined && error !== null && error !== ''
  const said = wrong ? error : hint
  return (
    <div className="mp-field">
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        'aria-describedby': said === undefined ? undefined : `${id}-said`,
        'aria-invalid': wrong,
        status: wrong ? 'error' : undefined,
      })}
      {said !== undefined && (
        <div id={`${id}-said`} className={wrong ? 'mp-field-error' : 'mp-field-hint'}>
          {said}
        </div>
      )}
    </div>
  )
}
