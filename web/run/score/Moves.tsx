import { useText } from '../../platform/language.tsx'
import type { MeasureResult } from './cardGroups.ts'
import { en, zh } from './text.ts'

/** What would move a score by one point: the measure's own, and the card's. */
export function Moves({ measure, unit }: { readonly measure: MeasureResult; readonly unit: string }) {
  const text = useText({ zh, en })
  const { measureByOne, cardByOne } = measure.whatMoves
  const lines = [
    measureByOne.kind === 'needs'
      ? text.byOneMeasure(measureByOne.shown, measureByOne.changeShown, unit)
      : sayCannot(text.cannot[measureByOne.because], measureByOne),
    cardByOne.kind === 'needs' ? text.byOneCard(cardByOne.shown, cardByOne.changeShown, unit) : null,
  ].filter((line) => line !== null)
  return (
    <ul className="mp-run-moves" aria-label={text.more}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

/** Only where a measure falls short of one point is there a figure to say. */
const sayCannot = (why: string, { because, mostPoints }: { because: string; mostPoints?: string | undefined }) =>
  because === 'not-within-cap' && mostPoints !== undefined ? `${why} ${mostPoints}` : why
