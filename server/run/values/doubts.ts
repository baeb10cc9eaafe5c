import type { MeasureDesign } from '@milepost/contract/design/measure'
import type { Holder } from '@milepost/contract/run/holder'
import { holderKey } from '@milepost/contract/run/holder'
import { type Doubt, doubtsAbout } from '@milepost/scorecard/plausible'
import type { Bilingual } from '@milepost/terms/bilingual'
import type { Period } from '../periods/data.ts'
import type { StoredValue } from './data.ts'

/** Earlier values in force, looked up by series: a measure, a holder, a kind of period. */
export type Histories = (place: {
  readonly measureId: string
  readonly holder: Holder
  readonly period: Pick<Period, 'kind' | 'startsOn'>
}) => readonly string[]

type Placed = StoredValue & { readonly startsOn: string }

export function historiesOf(stored: readonly StoredValue[], periods: ReadonlyMap<string, Pick<Period, 'startsOn'>>): Histories {
  const bySeries = new Map<string, Placed[]>()
  const keyOf = (measureId: string, holder: Holder, kind: string) => `${measureId} ${holderKey(holder)} ${kind}`
  for (const value of stored) {
    const startsOn = periods.get(value.periodId)?.startsOn
    if (startsOn === undefined || value.actual === null || (value.state !== 'reported' && value.state !== 'estimated')) continue
    const key = keyOf(value.measureId, value.holder, value.periodKind)
    bySeries.set(key, [...(bySeries.get(key) ?? []), { ...value, startsOn }])
  }
  return ({ measureId, holder, period }) =>
    (bySeries.get(keyOf(measureId, holder, period.kind)) ?? [])
      .filter((one) => one.startsOn < period.startsOn)
      .sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1))
      .flatMap((one) => (one.actual === null ? [] : [one.actual]))
}

/** What is doubtful about a figure, in words. Nothing is said of values without a figure. */
export function doubtsInWords(actual: string | null, measure: MeasureDesign, before: readonly string[]): Bilingual[] {
  if (actual === null) return []
  const isShare = measure.unit.en.trim() === '%' || measure.unit.zh.trim() === '%'
  return doubtsAbout(actual, { before, target: null, isShare }).map((doubt) => inWords(doubt, actual, measure.unit))
}

function inWords(doubt: Doubt, actual: string, unit: Bilingual): Bilingual {
  if (doubt.kind === 'unit-mistaken') {
    const { factor, tooLarge, meant, usual } = doubt
    return {
      zh: `${actual} 约为以往（${usual} ${unit.zh}）的${tooLarge ? ` ${factor} 倍` : `1/${factor}`}，可能是单位看错；若是，应为 ${meant} ${unit.zh}`,
      en: `${actual} is about ${tooLarge ? `${factor} times` : `1/${factor} of`} what is usual (${usual} ${unit.en}): perhaps the unit is mistaken, and ${meant} ${unit.en} is meant`,
    }
  }
  if (doubt.kind === 'outside-range') {
    const [least, most] = [doubt.least ?? '–', doubt.most ?? '–']
    return {
      zh: `${actual} 不在合理范围 ${least} 至 ${most} ${unit.zh} 之内`,
      en: `${actual} lies outside the plausible range ${least} to ${most} ${unit.en}`,
    }
  }
  return {
    zh: `${actual} 与以往 ${doubt.before} 期（通常 ${doubt.usual}，${doubt.least} 至 ${doubt.most} ${unit.zh}）相差很大`,
    en: `${actual} is far from the ${doubt.before} figures before it (usually ${doubt.usual}, between ${doubt.least} and ${doubt.most} ${unit.en})`,
  }
}
