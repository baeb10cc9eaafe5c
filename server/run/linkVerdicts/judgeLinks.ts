import type { CardMeasure } from '@milepost/contract/design/card'
import type { ScorecardDesign } from '@milepost/contract/design/scorecardDesign'
import { linkVerdict, type MapSeries } from '@milepost/scorecard/linkVerdict'
import type { Bilingual } from '@milepost/terms/bilingual'

/** A measure of the institution's card with its past; `better` turns it so that rising means improving. */
export type PastOf = { readonly line: CardMeasure; readonly objectiveId: string; readonly grain: string | null; readonly series: MapSeries }

const NO_PAIR: Bilingual = {
  zh: '因或果没有数据按同一周期报送的指标，无法比较',
  en: 'cause and effect have no measures reported by the same kind of period, so nothing can be compared',
}

/** Every arrow with what its measures say. Two measures are laid side by side only when they are reported by the same kind of period. */
export function judgeLinks(links: ScorecardDesign['links'], pasts: readonly PastOf[]) {
  return links.map((link) => {
    const under = (objectiveId: string) => pasts.filter((past) => past.objectiveId === objectiveId && past.grain !== null)
    const pairs = under(link.fromObjectiveId).flatMap((from) =>
      under(link.toObjectiveId)
        .filter((to) => to.grain === from.grain)
        .map((to) => {
          const { verdict, words, r, interval, n, lag, clearestLag } = linkVerdict(
            { from: from.line.code, to: to.line.code, sign: link.sign, lag: link.lagPeriods },
            { from: from.series, to: to.series },
          )
          return {
            from: { code: from.line.code, name: from.line.name },
            to: { code: to.line.code, name: to.line.name },
            verdict,
            words,
            r,
            interval: interval === null ? null : ([interval[0], interval[1]] as [number, number]),
            n,
            lag,
            clearestLag,
          }
        }),
    )
    return {
      fromObjectiveId: link.fromObjectiveId,
      toObjectiveId: link.toObjectiveId,
      verdict: verdictOf(pairs.map((pair) => pair.verdict)),
      pairs,
      because: pairs.length === 0 ? NO_PAIR : null,
    }
  })
}

type Verdict = 'consistent' | 'inconsistent' | 'untested'

/** What cannot be tested says nothing either way. */
function verdictOf(verdicts: readonly Verdict[]): Verdict | 'mixed' {
  const [along, against] = [verdicts.includes('consistent'), verdicts.includes('inconsistent')]
  if (along && against) return 'mixed'
  if (against) return 'inconsistent'
  return along ? 'consistent' : 'untested'
}

/** A measure where less is better is turned round; one with a band has no single direction and stays out. */
export function turned(
  line: Pick<CardMeasure, 'direction'>,
  values: readonly { period: string; shown: string | null }[],
): MapSeries | null {
  if (line.direction === 'band') return null
  const sign = line.direction === 'down' ? -1 : 1
  return values.map(({ period, shown }) => ({ period, value: shown === null ? null : sign * Number(shown) }))
}
