import type { Bilingual } from '@milepost/terms/bilingual'
import { Input } from 'antd'
import { Field } from '../parts/Field.tsx'
import { useText } from '../platform/language.tsx'

type BilingualInputProps = {
  readonly label: string
  readonly value: Bilingual
  readonly onChange: (value: Bilingual) => void
  readonly rows?: number
  readonly error?: string
}

const zh = { inZh: (label: string) => `${label}（中文）`, inEn: (label: string) => `${label}（英文）` }
const en: typeof zh = { inZh: (label) => `${label} in Chinese`, inEn: (label) => `${label} in English` }

/** A text in both languages, side by side. */
export function BilingualInput({ label, value, onChange, rows = 1, error }: BilingualInputProps) {
  const text = useText({ zh, en })
  const Box = rows > 1 ? Input.TextArea : Input
  return (
    <div className="mp-columns" style={{ gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 240px), 1fr))' }}>
      <Field label={text.inZh(label)} error={error}>
        {(control) => (
          <Box
            {...control}
            value={value.zh}
            {...(rows > 1 ? { rows } : {})}
            onChange={({ target }) => onChange({ ...value, zh: target.value })}
          />
        )}
      </Field>
      <Field label={text.inEn(label)}>
        {(control) => (
          <Box
            {...control}
            lang="en"
            value={value.en}
            {...(rows > 1 ? { rows } : {})}
            onChange={({ target }) => onChange({ ...value, en: target.value })}
          />
        )}
      </Field>
    </div>
  )
}
