import type { readRatingSheet } from '@milepost/contract/appraise/ratings'
import type { OutputOf } from '@milepost/contract/endpoint'
import { InputNumber, Slider } from 'antd'
import { useId } from 'react'
import { useLanguage } from '../../platform/language.tsx'
import './rating.css'

type RatingItemProps = {
  readonly item: OutputOf<typeof readRatingSheet>['items'][number]
  /** null: not rated, which is not 0. */
  readonly value: number | null
  readonly disabled: boolean
  readonly wrong: string | undefined
  readonly onRate: (value: number | null) => void
}

/** One item: its words, a slider for the hand and a number for the eye. */
export function RatingItem({ item, value, disabled, wrong, onRate }: RatingItemProps) {
  const { pick } = useLanguage()
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
        min={0}
        max={100}
        precision={0}
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
        <div id={id} className="mp-field-error">
          {wrong}
        </div>
      )}
    </div>
  )
}
