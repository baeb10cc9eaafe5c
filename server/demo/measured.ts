import type { Measure } from '../../library/schemas/measures.ts'
import { type Chance, within } from './chance.ts'

/** The cells of one value, as somebody would type them. */
export type Measured = {
  readonly value: string | null
  readonly numerator: string | null
  readonly denominator: string | null
  readonly n: string | null
}

type Asked = {
  readonly measure: Measure
  readonly level: 'institution' | 'unit' | 'person'
  /** Part of the year: 0.25 for a quarter. */
  readonly share: number
  /** 1 reaches the target, 0 stands at the floor. */
  readonly skill: number
}

/** A plausible figure for a measure: around where the holder's skill puts it between floor and target. */
export function measured({ measure, level, share, skill }: Asked, chance: Chance): Measured {
  const reached = levelOf(measure, chance.around(skill, 0.07))
  if (measure.ratioScale !== null) return ratioOf(measure, reached, FEW[measure.code]?.[level] ?? BASE[level], chance)
  const isCount = measure.veto
  const figure = isCount ? Math.round(reached) : measure.timeAggregation === 'sum' ? reached * share : reached
  const survey = measure.timeAggregation === 'survey'
  return {
    value: figure.toFixed(isCount ? 0 : Math.max(1, measure.digits)),
    numerator: null,
    denominator: measure.unitAggregation === 'weighted-mean' ? String(chance.whole(...(FEW[measure.code]?.[level] ?? BASE[level]))) : null,
    n: survey ? String(chance.whole(180, 260)) : null,
  }
}

/** Of these a person has one or a handful in a year, and a unit as many as it has people. */
const FEW: Readonly<Record<string, Partial<Record<Asked['level'], readonly [number, number]>>>> = {
  LG01: { institution: [300, 306], unit: [9, 60], person: [1, 1] },
  LG03: { unit: [16, 30], person: [3, 6] },
  LG07: { unit: [4, 9], person: [1, 1] },
}

const BASE: Readonly<Record<Asked['level'], readonly [number, number]>> = { institution: [420, 760], unit: [110, 240], person: [60, 120] }

/** Floor to target by skill, beyond the target towards the stretch, never past it; a band is missed by as much as skill is lacking. */
function levelOf({ exampleTarget, veto }: Measure, skill: number): number {
  if (exampleTarget.kind === 'band') {
    const [low, high, tolerance] = [Number(exampleTarget.low), Number(exampleTarget.high), Number(exampleTarget.tolerance)]
    return skill >= 1 ? (low + high) / 2 : low - tolerance * within(1 - skill, 0, 1.1)
  }
  const [floor, target, stretch] = [Number(exampleTarget.floor), Number(exampleTarget.target), Number(exampleTarget.stretch)]
  if (veto) return skill < 0.42 ? floor : target
  if (skill <= 1) return floor + (target - floor) * Math.max(-0.15, skill)
  return target + (stretch - target) * Math.min(1, (skill - 1) * 4)
}

function ratioOf({ ratioScale, unit }: Measure, reached: number, base: readonly [number, number], chance: Chance): Measured {
  const denominator = chance.whole(...base)
  const most = unit.zh === '%' && reached <= 100 ? denominator : Number.POSITIVE_INFINITY
  const numerator = Math.max(0, Math.min(most, Math.round((reached * denominator) / Number(ratioScale))))
  return { value: null, numerator: String(numerator), denominator: String(denominator), n: null }
}
