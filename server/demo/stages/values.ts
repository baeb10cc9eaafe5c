import type { Gap } from '@milepost/contract/run/gap'
import { closePeriod, createPeriods, readPeriods } from '@milepost/contract/run/periods'
import { grantNotApplicable, importValues, readMissing, readValues, verifyValues } from '@milepost/contract/run/values'
import { CAST } from '../cast.ts'
import { chanceOf } from '../chance.ts'
import { measured } from '../measured.ts'
import { goalsIn, goalsOf } from '../ownGoals.ts'
import type { Scene } from '../scene.ts'
import { aliasOf, pushBehind, skillIn } from '../skill.ts'
import { tableOf } from '../tables.ts'

/** Periods of a cycle by their codes. */
export type Periods = ReadonlyMap<string, string>

export async function openPeriods(scene: Scene, cycleId: string): Promise<Periods> {
  await scene.act(CAST.office, createPeriods, { cycleId, kinds: ['quarter', 'half', 'year'], dueAfterDays: 15 })
  const { periods } = await scene.act(CAST.office, readPeriods, { cycleId })
  return new Map(periods.map(({ code, periodId }) => [code, periodId]))
}

export function periodOf(periods: Periods, code: string): string {
  const found = periods.get(code)
  if (found === undefined) throw new RangeError(`there is no period ${code}`)
  return found
}

type Report = {
  readonly cycleId: string
  readonly year: number
  readonly periods: readonly string[]
  readonly day: string
  /** Share of the values that nobody reports. */
  readonly unreported: number
}

/** Everything the cards want for the periods, as the offices report it in one file; a few cells stay blank, a measure or two does not apply. */
export async function reportPeriods(scene: Scene, { cycleId, year, periods, day, unreported }: Report): Promise<void> {
  scene.clock.moveTo(day)
  const { gaps } = await scene.act(CAST.office, readMissing, { cycleId, when: 'all' })
  const library = new Map(scene.services.library.measures.measures.map((measure) => [measure.code, measure]))
  const skill = skillIn(year)
  const rows = gaps.flatMap((gap): Row[] => {
    const period = gap.period.code
    const measure = library.get(gap.measure.code)
    if (!measure || isComputed(gap) || !periods.includes(period)) return []
    const place = { measureCode: gap.measure.code, scope: gap.holderCode, level: gap.holder.kind, periodCode: period }
    if (DOES_NOT_APPLY.some((one) => one.measure === place.measureCode && one.holder === place.scope && one.period === period))
      return [{ ...place, value: '不适用', note: '本期辖区无此项业务' }]
    const chance = chanceOf(`value/${period}/${place.measureCode}/${aliasOf(place.scope)}`)
    if (chance.often(unreported)) return []
    const holder = { kind: gap.holder.kind, code: gap.holderCode }
    if (measure.code === 'LG06') return [{ ...place, ...goalsReached(year, holder) }]
    const reach = skill(holder) + pushBehind(measure.code, holder.kind)
    const figure = measured({ measure, level: holder.kind, share: shareOf(period), skill: reach }, chance)
    // a person's hours are those of the courses on record: whole ones
    const isHours = measure.code === 'LG01' && holder.kind === 'person' && figure.value !== null
    return [{ ...place, ...figure, ...(isHours ? { value: String(Math.round(Number(figure.value))) } : {}) }]
  })
  if (rows.length > 0)
    await scene.bring(CAST.office, importValues, { step: 'save', confirmed: true }, tableOf(`values-${periods.join('-')}.csv`, rows))
}

function goalsReached(year: number, { kind, code }: { kind: string; code: string }) {
  const { reached, set } = kind === 'person' ? goalsOf(year, aliasOf(code)) : goalsIn(year, code)
  return { value: null, numerator: String(reached), denominator: String(set), n: null }
}

type Row = Readonly<Record<string, string | null>>

/** Filled from inspection records and from the public's answers, never typed. */
const isComputed = ({ measure: { code } }: Gap) => ['PS01', 'PS02', 'PS03', 'PS04', 'PS07'].includes(code)
const shareOf = (period: string) => (period.includes('Q') ? 0.25 : period.includes('H') ? 0.5 : 1)

/** A work area without machines in a quarter, a station without structures: asked for, not assumed. */
const DOES_NOT_APPLY = [
  { measure: 'IP18', holder: 'YMZ-3', period: '2025Q1' },
  { measure: 'IP10', holder: 'ALZ', period: '2025Q2' },
  { measure: 'IP10', holder: 'NPZ', period: '2026Q3' },
] as const

/** The deputy looks at what was asked for as not applicable, and grants it: never the one who recorded it. */
export async function grantAsked(scene: Scene, cycleId: string): Promise<void> {
  const { values } = await scene.act(CAST.director, readValues, { cycleId, asked: 'only' })
  for (const { valueId } of values) await scene.act(CAST.director, grantNotApplicable, { valueId, note: '情况属实，同意。' })
}

/** The leader compares the figures with their sources: never the one who recorded them. */
export async function verifyReported(scene: Scene, cycleId: string, periods: readonly string[]): Promise<void> {
  for (const period of periods) {
    const { values } = await scene.act(CAST.director, readValues, { cycleId, period, check: 'none' })
    const valueIds = values.filter((value) => value.mayVerify).map((value) => value.valueId)
    if (valueIds.length > 0) await scene.act(CAST.director, verifyValues, { valueIds, note: '与原始台账核对一致。' })
  }
}

/** Closes what is over; what is still missing is named with a reason. */
export async function closePeriods(scene: Scene, periods: Periods, codes: readonly string[]): Promise<void> {
  for (const code of codes)
    await scene.act(CAST.office, closePeriod, { periodId: periodOf(periods, code), waivers: [], waiveRest: '催报两次未报，按缺失处理' })
}
