/** @jsxImportSource preact */
import { boundsOf, scaleOf } from '@milepost/contract/diagnose/asking'
import { inLanguage } from './asked.ts'
import { Choices } from './Choices.tsx'
import type { QuestionProps } from './questionProps.ts'
import { Ranking } from './Ranking.tsx'
import { en, zh } from './text.ts'

const MOST_TEXT = 5000

/** One question with the control its kind needs; every control is the browser's own, so keyboard and screen reader work as everywhere. */
export function Question(props: QuestionProps) {
  const { item, language, wrong } = props
  const text = language === 'zh' ? zh : en
  const grouped = item.kind === 'scale' || item.kind === 'choice' || item.kind === 'several' || item.kind === 'ranking'
  const freeChoice = item.kind === 'choice' && !item.options?.length
  const words = (
    <>
      {inLanguage(language, item.text)}
      {item.required && <small class="required"> {text.required}</small>}
      {item.kind === 'several' && <small> ({text.several})</small>}
    </>
  )
  if (!grouped || freeChoice)
    return (
      <div class="question" data-wrong={wrong} id={`q-${item.code}`}>
        <label for={`a-${item.code}`}>{words}</label>
        <Entry {...props} kind={freeChoice ? 'line' : item.kind} />
      </div>
    )
  return (
    <fieldset class="question" data-wrong={wrong} id={`q-${item.code}`}>
      <legend>{words}</legend>
      {item.kind === 'ranking' ? (
        <Ranking {...props} />
      ) : (
        <Choices {...props} options={optionsOf(props)} several={item.kind === 'several'} />
      )}
    </fieldset>
  )
}

function optionsOf({ item, instrument, language }: QuestionProps) {
  const options = (item.options ?? []).map((one) => ({ value: one.code, label: inLanguage(language, one.name) }))
  if (item.kind !== 'scale') return options
  const scale = scaleOf(instrument, item)
  const points = Array.from({ length: scale.most - scale.least + 1 }, (_, at) => {
    const value = scale.least + at
    const name = scale.points.find((point) => point.value === value)?.name
    return { value: String(value), label: name ? inLanguage(language, name) : String(value) }
  })
  return scale.notApplicable
    ? [
        ...points,
        { value: '-', label: inLanguage(language, scale.notApplicable) || (language === 'zh' ? zh : en).doesNotApply, apart: true },
      ]
    : points
}

function Entry({ item, language, value, onAnswer, kind }: QuestionProps & { readonly kind: string }) {
  const text = language === 'zh' ? zh : en
  const id = `a-${item.code}`
  if (kind === 'text')
    return (
      <>
        <textarea
          id={id}
          rows={4}
          maxLength={MOST_TEXT}
          value={value}
          aria-describedby={`${id}-say`}
          onInput={(event) => onAnswer(event.currentTarget.value)}
        />
        <small id={`${id}-say`}>
          {text.noNames} {value.length > MOST_TEXT - 500 && text.left(MOST_TEXT - value.length)}
        </small>
      </>
    )
  if (kind === 'date')
    return (
      <>
        <input id={id} type="date" value={value} aria-describedby={`${id}-say`} onInput={(event) => onAnswer(event.currentTarget.value)} />
        {/* a browser writes a day in its own habit, month first or day first: here it stands as it is kept */}
        <small id={`${id}-say`}>{value === '' ? text.dayOrder : text.dayChosen(value)}</small>
      </>
    )
  const bounds = kind === 'number' ? boundsOf(item) : null
  const line = (
    <input
      id={id}
      type="text"
      inputMode={kind === 'number' ? 'decimal' : undefined}
      maxLength={200}
      value={value}
      aria-describedby={bounds ? `${id}-say` : undefined}
      onInput={(event) => onAnswer(kind === 'number' ? plainNumber(event.currentTarget.value) : event.currentTarget.value)}
    />
  )
  return bounds ? (
    <>
      {line}
      <small id={`${id}-say`}>{text.within(inLanguage(language, bounds))}</small>
    </>
  ) : (
    line
  )
}

/** Full-width figures and commas as a Chinese keyboard gives them. */
const plainNumber = (typed: string) => typed.normalize('NFKC').replace(/,/g, '').trim()
