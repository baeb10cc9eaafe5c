import { Form, Input } from 'antd'
import { useText } from '../../platform/language.tsx'
import type { EarlierRead } from './earlierRows.ts'
import { en, zh } from './text.ts'

type EarlierFieldProps = { readonly value: string; readonly read: EarlierRead; readonly onChange: (typed: string) => void }

/** Figures of the years before the scorecard, pasted from a spreadsheet; lines that cannot be read are named. */
export function EarlierField({ value, read, onChange }: EarlierFieldProps) {
  const text = useText({ zh, en })
  const wrong = read.unread.length > 0
  return (
    <Form.Item
      label={text.earlier}
      htmlFor="publication-earlier"
      extra={text.earlierSays}
      {...(wrong ? { validateStatus: 'error' as const, help: text.earlierUnread(read.unread.join('、')) } : {})}
    >
      <Input.TextArea
        id="publication-earlier"
        autoSize={{ minRows: 2, maxRows: 8 }}
        placeholder={text.earlierExample}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Form.Item>
  )
}
