import { Input } from 'antd'
import { Field } from '../../parts/Field.tsx'
import { useText } from '../../platform/language.tsx'
import { en, zh } from './text.ts'

export type Reason = { readonly zh: string; readonly en: string }
export const NO_REASON: Reason = { zh: '', en: '' }
const SHORTEST = 5

/** Long enough to be read by the public. */
export const isSaid = (reason: Reason): boolean => reason.zh.trim().length >= SHORTEST

type ReasonFieldsProps = {
  readonly reason: Reason
  readonly onChange: (reason: Reason) => void
  /** What the server says of a field, by its pointer. */
  readonly wrong: (pointer: string) => string | undefined
}

/** The reason the public reads, in both languages. */
export function ReasonFields({ reason, onChange, wrong }: ReasonFieldsProps) {
  const text = useText({ zh, en })
  return (
    <>
      {(['zh', 'en'] as const).map((one) => (
        <Field key={one} label={text.why[one]} hint={text.whyHint[one]} error={wrong(`/reason/${one}`)}>
          {(control) => (
            <Input.TextArea
              {...control}
              rows={3}
              maxLength={2000}
              value={reason[one]}
              onChange={({ target }) => onChange({ ...reason, [one]: target.value })}
            />
          )}
        </Field>
      ))}
    </>
  )
}
