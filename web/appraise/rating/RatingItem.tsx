import type { readRatingSheet } from '@milepost/contract/appraise/ratings'
import type { OutputOf } from '@milepost/contract/endpoint'
import { InputNumber, Slider } from 'antd'
import { useId } from 'react'
import { useLanguage, useText } from '../../platform/language.tsx'
import './rating.css'
import { en, zh } from './text.ts'

type RatingItemProps = {
  readonly item: OutputOf<typeof readRatingSheet>['items'][number]
  /** null: not rated, which is not 0. */
  readonly value: number | null
  readonly disabled: boolean
  /** What the server said of it. */
  readonly wrong: string | undefined
  readonly onRate: (value: number | null) => void
}

/** A rating is a whole number from 0 to 100. What cannot stand is refused where it was typed, never changed into something else. */
export const canStand = (value: number): boolean => Number.isInteger(value) && value >= 0 && value <= 100

/** One item: its words, a slider for the hand and a number for the eye. */
export function RatingItem({ item, value, disabled, wrong: said, onRate }: RatingItemProps) {
  const { pick } = useLanguage()
  const text = useText({ zh, en })
  const wrong = value === null || canStand(value) ? said : text.outOfBounds(value)
  const id = useId()
  return (
    <div className="mp-rating-item">
      <span>{pick(item.text)}</span>
      <Slider
        min={0}
        max={100}
        disabled={disabled}
        value={value ?? 0}
        onChange={onRate}
        tooltip={{ formatter: null }}
        ariaLabelForHandle={pick(item.text)}
      />
      <InputNumber
        disabled={disabled}
        placeholder="–"
        value={value}
        onChange={onRate}
        aria-label={pick(item.text)}
        aria-invalid={wrong !== undefined}
        aria-describedby={wrong === undefined ? undefined : id}
        {...(wrong === undefined ? {} : { status: 'error' })}
      />
      {wrong !== undefined && (
        <div id={id} className="mp-field-error" role="alert">
          {wrong}
        </div>
      )}
    </div>
  )
}
