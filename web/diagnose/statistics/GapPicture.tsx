import { useLanguage, useText } from '../../platform/language.tsx'
import { cut } from '../results/percent.ts'
import { gapsOf, rangeOf } from './gaps.ts'
import type { Statistics } from './statistics.ts'
import { en, zh } from './text.ts'

/** Told apart by shape as well as by colour. */
const MARKS = ['●', '■', '▲', '◆', '★', '✚', '○', '□'] as const
const COLOURS = ['#10598c', '#a2521d', '#3f6f42', '#7a4a99', '#8a6d0b', '#5b6770', '#10598c', '#a2521d'] as const

/** Where each group stands on each construct, and how far the highest and the lowest are apart. */
export function GapPicture({ comparisons }: { readonly comparisons: Statistics['comparisons'] }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const gaps = gapsOf(comparisons)
  const groups = [...new Map(gaps.flatMap((one) => one.groups).map((group) => [group.stratum, pick(group.name)]))]
  if (gaps.length === 0 || groups.length > MARKS.length) return null
  const { least, most } = rangeOf(gaps)
  const at = (mean: number) => `${(100 * (mean - least)) / (most - least)}%`
  const markOf = (stratum: string) => groups.findIndex(([code]) => code === stratum)
  return (
    <figure className="mp-gaps">
      <figcaption>
        <strong>{text.gap}</strong> {text.gapSay(least, most)}
        <span className="mp-gap-legend">
          {groups.map(([code, name], place) => (
            <span key={code}>
              <i style={{ color: COLOURS[place] }}>{MARKS[place]}</i> {name}
            </span>
          ))}
        </span>
      </figcaption>
      <ul>
        {gaps.map((one) => (
          <li key={one.construct}>
            <span>
              {one.construct} {pick(one.name)}
            </span>
            <span
              className="mp-gap-line"
              role="img"
              aria-label={one.groups.map((group) => `${pick(group.name)} ${cut(group.mean, 2)}`).join('; ')}
            >
              {one.groups.map((group) => (
                <i
                  key={group.stratum}
                  title={`${pick(group.name)} ${cut(group.mean, 2)} (${group.n})`}
                  style={{ left: at(group.mean), color: COLOURS[markOf(group.stratum)] }}
                >
                  {MARKS[markOf(group.stratum)]}
                </i>
              ))}
            </span>
            <b>{cut(one.gap, 2)}</b>
          </li>
        ))}
      </ul>
    </figure>
  )
}
