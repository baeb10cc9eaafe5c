import { fieldName } from '@milepost/contract/fieldNames'
import { Alert } from 'antd'
import type { CallRefused } from './call.ts'
import { useLanguage } from './language.tsx'

type RefusalNoteProps = { readonly refused: CallRefused | Error }

const UNFORESEEN = { zh: '页面出现意外错误，请刷新后重试。', en: 'Something unforeseen happened on this page. Reload and try again.' }

/** What was refused and how to mend it, with every field that is wrong. */
export function RefusalNote({ refused }: RefusalNoteProps) {
  const { pick } = useLanguage()
  const said = 'text' in refused ? refused.text : UNFORESEEN
  const fields = 'fields' in refused ? refused.fields : []
  return (
    <Alert
      className="mp-refusal"
      type="error"
      showIcon
      role="alert"
      title={pick(said)}
      description={
        fields.length === 0 ? undefined : (
          <ul>
            {fields.map((field) => {
              const name = fieldName(field.pointer)
              return (
                <li key={`${field.pointer} ${field.zh}`}>
                  {name !== null && <strong>{pick(name)} </strong>}
                  {pick(field)}
                </li>
              )
            })}
          </ul>
        )
      }
    />
  )
}
