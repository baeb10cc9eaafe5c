import type { CheckInView } from '@milepost/contract/run/checkIns'
import { useText } from '../../platform/language.tsx'
import { CheckInCard } from './CheckInCard.tsx'
import { en, zh } from './text.ts'

/** The talks of the year the page is about; those of other years fold away below, each under its year. */
export function TalksByYear({ checkIns, year }: { readonly checkIns: readonly CheckInView[]; readonly year: number | null }) {
  const text = useText({ zh, en })
  const years = [...new Set(checkIns.map((one) => one.year))].sort((a, b) => b - a)
  const of = (which: number) =>
    checkIns.filter((one) => one.year === which).map((checkIn) => <CheckInCard key={checkIn.checkInId} checkIn={checkIn} />)
  return (
    <>
      {year !== null && of(year)}
      {years
        .filter((one) => one !== year)
        .map((one) => (
          <details key={one} className="mp-check-in-year">
            <summary>{text.ofYear(one, checkIns.filter((talk) => talk.year === one).length)}</summary>
            {of(one)}
          </details>
        ))}
    </>
  )
}
