import { Button } from 'antd'
import { useLanguage, useText } from '../../platform/language.tsx'
import { judgementOf, nameIn, STEPS } from '../choice/choice.ts'
import type { MyJudging } from './judging.ts'
import type { Pair } from './pairs.ts'
import { en, zh } from './text.ts'

type PairCardProps = {
  readonly judging: MyJudging
  readonly judgements: Readonly<Record<string, string>>
  readonly pair: Pair
  /** null: only to be read. */
  readonly onJudge: ((value: string | null) => void) | null
}

/** From "the upper one, extremely" over "equal" to "the lower one, extremely". The even steps are reached with the two buttons below. */
const SHOWN = [9, 7, 5, 3, 1, -3, -5, -7, -9] as const
const stepAt = (side: number) => (side >= 0 ? String(side) : `1/${-side}`)

/** Two criteria and nine places between them: one touch is a judgement. */
export function PairCard({ judging, judgements, pair, onJudge }: PairCardProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const value = judgementOf(judgements, pair.row, pair.column)
  const [upper, lower] = [pair.row, pair.column].map((code) => judging.criteria.find((one) => one.code === code))
  const name = (code: string) => pick(nameIn(judging.criteria, code))
  const at = STEPS.findIndex((step) => step === (value ?? '1'))
  const nudge = (by: 1 | -1) => onJudge?.(STEPS[at + by] ?? null)
  return (
    <div className="mp-pair">
      <p className="mp-pair-ask">{text.which}</p>
      <div className="mp-pair-side" data-ahead={value !== null && value !== '1' && !value.startsWith('1/')}>
        <b>{upper && pick(upper.name)}</b>
        <small>{upper && pick(upper.definition)}</small>
      </div>
      <fieldset className="mp-pair-scale" disabled={onJudge === null}>
        <legend>{text.scale}</legend>
        {SHOWN.map((side) => (
          <label key={side} data-chosen={value === stepAt(side)} title={inWords(stepAt(side))}>
            <input
              type="radio"
              name="judgement"
              checked={value === stepAt(side)}
              onChange={() => onJudge?.(stepAt(side))}
              aria-label={inWords(stepAt(side))}
            />
            <span aria-hidden="true">{Math.abs(side)}</span>
          </label>
        ))}
      </fieldset>
      <div className="mp-pair-side" data-ahead={value?.startsWith('1/')}>
        <b>{lower && pick(lower.name)}</b>
        <small>{lower && pick(lower.definition)}</small>
      </div>
      <p className="mp-pair-says" role="status">
        {value === null ? text.notJudged : inWords(value)}
      </p>
      {onJudge !== null && (
        <div className="mp-pair-fine">
          <Button
            size="small"
            disabled={value === null || at === STEPS.length - 1}
            onClick={() => nudge(1)}
            aria-label={text.towards(name(pair.row))}
          >
            ↑ {name(pair.row)}
          </Button>
          <Button size="small" disabled={value === null} onClick={() => onJudge(null)}>
            {text.clear}
          </Button>
          <Button size="small" disabled={value === null || at === 0} onClick={() => nudge(-1)} aria-label={text.towards(name(pair.column))}>
            ↓ {name(pair.column)}
          </Button>
        </div>
      )}
    </div>
  )

  function inWords(judged: string): string {
    if (judged === '1') return text.same(name(pair.row), name(pair.column))
    const isLower = judged.startsWith('1/')
    const times = isLower ? judged.slice(2) : judged
    const [ahead, behind] = isLower ? [pair.column, pair.row] : [pair.row, pair.column]
    return text.more(name(ahead), name(behind), text.levels[Number(times)] ?? '', times)
  }
}
