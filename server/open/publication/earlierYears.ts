import type { EarlierFigure, PublicMeasure, PublicSnapshot } from '@milepost/contract/open/publications'
import { type InvalidField, Refusal } from '@milepost/contract/refusals'

type Trends = ReadonlyMap<string, PublicMeasure['trend']>

/** The figures of years before there were official scores, as a snapshot has them. */
export const earlierIn = ({ perspectives }: PublicSnapshot): EarlierFigure[] =>
  perspectives
    .flatMap(({ measures }) => measures)
    .flatMap(({ code, trend }) =>
      trend.flatMap(({ year, actual, source }) => (source === null || actual === null ? [] : [{ code, year, actual, source }])),
    )

/** Earlier years go before the official ones and never take the place of one. */
export function withEarlier(trends: Trends, earlier: readonly EarlierFigure[]): Trends {
  const whole = new Map(trends)
  for (const { code, year, actual, source } of earlier) {
    const known = whole.get(code) ?? []
    if (known.some((point) => point.year === year)) continue
    const point = { year, actual, target: null, targetSetOn: null, source }
    whole.set(
      code,
      [...known, point].sort((a, b) => a.year - b.year),
    )
  }
  return whole
}

/** A figure is of a public measure and of a year before the cycle, and is given once. */
export function refuseEarlier(earlier: readonly EarlierFigure[], { year, codes }: { year: number; codes: readonly string[] }): void {
  const seen = new Set<string>()
  const fields = earlier.flatMap(({ code, year: of }, at): InvalidField[] => {
    const key = `${code} ${of}`
    const isTwice = seen.size === seen.add(key).size
    if (!codes.includes(code))
      return [{ pointer: `/earlier/${at}/code`, zh: `没有代码为“${code}”的公开指标`, en: `No public measure has the code “${code}”` }]
    if (of >= year) return [{ pointer: `/earlier/${at}/year`, zh: `${of} 年不早于 ${year} 年`, en: `${of} is not before ${year}` }]
    return isTwice ? [{ pointer: `/earlier/${at}`, zh: `${key} 重复`, en: `${key} is given twice` }] : []
  })
  if (fields.length > 0) throw new Refusal('input-invalid', {}, fields)
}
