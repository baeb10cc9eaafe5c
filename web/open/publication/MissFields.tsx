import type { OutputOf } from '@milepost/contract/endpoint'
import type { readMisses } from '@milepost/contract/open/publications'
import { Form, Input } from 'antd'
import { useLanguage, useText } from '../../platform/language.tsx'
import { en, zh } from './text.ts'

type Words = { readonly zh: string; readonly en: string }
type MissFieldsProps = {
  readonly misses: OutputOf<typeof readMisses>['misses']
  readonly said: Readonly<Record<string, Words>>
  readonly onSaid: (code: string, words: Words) => void
}

/** A place for the story of every target that was missed. */
export function MissFields({ misses, said, onSaid }: MissFieldsProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  if (misses.length === 0) return null
  return (
    <fieldset className="mp-misses">
      <legend>{text.misses}</legend>
      {misses.map((miss) => {
        const words = said[miss.code] ?? { zh: '', en: '' }
        const level = `${miss.actual ?? '?'} ${pick(miss.unit)}`
        return (
          <Form.Item key={miss.code} label={text.missOf(pick(miss.name), level, miss.target ?? '–')} htmlFor={`miss-${miss.code}`}>
            <Input.TextArea
              id={`miss-${miss.code}`}
              autoSize={{ minRows: 1, maxRows: 5 }}
              value={words.zh}
              onChange={(event) => onSaid(miss.code, { ...words, zh: event.target.value })}
            />
            {words.zh !== '' && (
              <Input.TextArea
                aria-label={text.inEnglish}
                placeholder={text.inEnglish}
                autoSize={{ minRows: 1, maxRows: 5 }}
                value={words.en}
                onChange={(event) => onSaid(miss.code, { ...words, en: event.target.value })}
              />
            )}
          </Form.Item>
        )
      })}
    </fieldset>
  )
}
