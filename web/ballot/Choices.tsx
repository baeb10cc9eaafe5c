/** @jsxImportSource preact */

import type { QuestionProps } from './questionProps.ts'
import { en, zh } from './text.ts'

type Option = { readonly value: string; readonly label: string; readonly apart?: boolean }
type ChoicesProps = QuestionProps & { readonly options: readonly Option[]; readonly several: boolean }

/** One of the options, or any of them. An answer once given can be taken back. */
export function Choices({ item, language, value, options, several, onAnswer }: ChoicesProps) {
  const text = language === 'zh' ? zh : en
  const chosen = value === '' ? [] : value.split(',')
  const choose = (option: string, on: boolean) => {
    if (!several) return onAnswer(option)
    // in the order of the questionnaire, whatever the order of the clicks
    onAnswer(
      options
        .map((one) => one.value)
        .filter((one) => (one === option ? on : chosen.includes(one)))
        .join(','),
    )
  }
  return (
    <div class={item.kind === 'scale' ? 'points' : 'options'}>
      {options.map((option) => (
        <label key={option.value} data-apart={option.apart} data-on={chosen.includes(option.value)}>
          <input
            type={several ? 'checkbox' : 'radio'}
            name={`a-${item.code}`}
            value={option.value}
            checked={chosen.includes(option.value)}
            onChange={(event) => choose(option.value, event.currentTarget.checked)}
          />
          <span>{option.label}</span>
        </label>
      ))}
      {!several && value !== '' && !item.required && (
        <button
          type="button"
          class="clear"
          onClick={(event) => {
            // the button goes with the answer: whoever works by keyboard stays at the question
            event.currentTarget.parentElement?.querySelector('input')?.focus()
            onAnswer('')
          }}
        >
          {text.clear}
        </button>
      )}
    </div>
  )
}
