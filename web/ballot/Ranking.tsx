/** @jsxImportSource preact */
import { inLanguage } from './asked.ts'
import type { QuestionProps } from './questionProps.ts'
import { en, zh } from './text.ts'

/** Chosen items stand in order with buttons to move them; the rest wait below. Works without dragging. */
export function Ranking({ item, language, value, onAnswer }: QuestionProps) {
  const text = language === 'zh' ? zh : en
  const options = item.options ?? []
  const order = value === '' ? [] : value.split(',').filter((code) => options.some((one) => one.code === code))
  const nameOf = (code: string) => inLanguage(language, options.find((one) => one.code === code)?.name ?? { zh: code, en: code })
  const move = (at: number, by: number) => {
    const next = [...order]
    const [taken] = next.splice(at, 1)
    if (taken !== undefined) next.splice(at + by, 0, taken)
    onAnswer(next.join(','))
  }
  return (
    <>
      <small>{text.rankSay}</small>
      <ol class="ranked">
        {order.map((code, at) => (
          <li key={code}>
            <span>{nameOf(code)}</span>
            <button type="button" aria-label={`${nameOf(code)} ${text.rankUp}`} disabled={at === 0} onClick={() => move(at, -1)}>
              ↑
            </button>
            <button
              type="button"
              aria-label={`${nameOf(code)} ${text.rankDown}`}
              disabled={at === order.length - 1}
              onClick={() => move(at, 1)}
            >
              ↓
            </button>
            <button
              type="button"
              aria-label={`${nameOf(code)} ${text.clear}`}
              onClick={() => onAnswer(order.filter((one) => one !== code).join(','))}
            >
              ×
            </button>
          </li>
        ))}
      </ol>
      <div class="options">
        {options
          .filter((one) => !order.includes(one.code))
          .map((one) => (
            <button key={one.code} type="button" onClick={() => onAnswer([...order, one.code].join(','))}>
              {inLanguage(language, one.name)}
            </button>
          ))}
      </div>
    </>
  )
}
