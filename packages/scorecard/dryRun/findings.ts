import type { LocalText } from '../localText.ts'
import type { MeasureDryRun } from './measureDryRuns.ts'
import type { Spread } from './spread.ts'
import type { Stability } from './stability.ts'

export type DryRunFinding = {
  readonly code: DryRunCode
  readonly measure: string | null
  readonly value: number
  readonly message: LocalText
}
export type DryRunCode =
  | 'ceiling'
  | 'floor'
  | 'decides-much-more'
  | 'decides-much-less'
  | 'often-missing'
  | 'scores-too-alike'
  | 'ranks-shake'

type Seen = { readonly measures: readonly MeasureDryRun[]; readonly spread: Spread | null; readonly stability: Stability }

/** What a performance office should look at before the scheme is adopted. */
export function findingsOf({ measures, spread, stability }: Seen): DryRunFinding[] {
  const found = measures.flatMap((measure): DryRunFinding[] => {
    const { id, name, ceiling, floor, decides, weight, missing, n } = measure
    const percent = (share: number): string => `${Math.round(share * 100) + 0} %`
    const say = (code: DryRunCode, value: number, zh: string, en: string): DryRunFinding => ({
      code,
      measure: id,
      value,
      message: { zh: `“${name.zh}”：${zh}`, en: `"${name.en}": ${en}` },
    })
    return [
      ...(ceiling !== null && ceiling >= 0.5 && n > 1
        ? [
            say(
              'ceiling',
              ceiling,
              `${percent(ceiling)} 已到封顶分，拉不开差距`,
              `${percent(ceiling)} stand at the cap, it tells them apart no more`,
            ),
          ]
        : []),
      ...(floor !== null && floor >= 0.5 && n > 1
        ? [
            say(
              'floor',
              floor,
              `${percent(floor)} 为最低分，目标可能过高`,
              `${percent(floor)} stand at the floor, the target may be out of reach`,
            ),
          ]
        : []),
      ...(decides !== null && weight > 0 && decides > 2 * weight
        ? [
            say(
              'decides-much-more',
              decides,
              `权重 ${percent(weight)}，却决定了 ${percent(decides)} 的差距`,
              `it weighs ${percent(weight)} and decides ${percent(decides)} of the differences`,
            ),
          ]
        : []),
      ...(decides !== null && weight > 0 && decides < weight / 2
        ? [
            say(
              'decides-much-less',
              decides,
              `权重 ${percent(weight)}，只决定了 ${percent(decides)} 的差距`,
              `it weighs ${percent(weight)} and decides only ${percent(decides)} of the differences`,
            ),
          ]
        : []),
      ...(missing > 0.2 * n
        ? [say('often-missing', missing / n, `${percent(missing / n)} 没有数据`, `${percent(missing / n)} have no data`)]
        : []),
    ]
  })
  const whole: DryRunFinding[] = []
  if (spread?.sd != null && spread.n >= 5 && spread.sd < 1)
    whole.push({
      code: 'scores-too-alike',
      measure: null,
      value: spread.sd,
      message: {
        zh: `总分标准差只有 ${spread.sd.toFixed(2)}，名次多由小数决定`,
        en: `scores spread by only ${spread.sd.toFixed(2)}; decimals would decide the ranks`,
      },
    })
  if (stability.kind === 'computed' && stability.topFifthStays < 0.7)
    whole.push({
      code: 'ranks-shake',
      measure: null,
      value: stability.topFifthStays,
      message: {
        zh: `权重上下浮动 ${(stability.within * 100).toFixed(0)} % 时，前五分之一只有 ${(stability.topFifthStays * 100).toFixed(0)} % 不变`,
        en: `with weights moved by up to ${(stability.within * 100).toFixed(0)} %, only ${(stability.topFifthStays * 100).toFixed(0)} % of the top fifth stay in it`,
      },
    })
  return [...found, ...whole]
}
