import type { Expected } from '@milepost/scorecard/worked/workedCase'
import { useText } from '../../platform/language.tsx'
import { en, zh } from './text.ts'

type ReadingsProps = { readonly of: readonly (Expected & { readonly shown: string | null })[] }

/** The numbers of a case, each under its name. */
export function Readings({ of }: ReadingsProps) {
  const text = useText({ zh, en })
  return (
    <span className="mp-worked-readings">
      {of.map((one) => (
        <span key={`${one.what}${one.of ?? ''}`}>
          <small>{readingName(one, text)}</small> {one.shown === null ? '–' : (text.values[one.shown] ?? one.shown)}
        </span>
      ))}
    </span>
  )
}

/** "Points", or "Share of the card, % (A)" where several measures are asked for the same. */
export const readingName = ({ what, of }: Expected, text: typeof zh): string =>
  what === 'weight' && of !== undefined ? `${text.readings[what]}${text.of(of)}` : text.readings[what]
