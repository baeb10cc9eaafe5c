import type { Scale } from './answers.ts'

export type SeverityBand = 'severe' | 'marked' | 'mild' | 'fine'
export type Severity = {
  /** 0 (everybody at the healthy end) to 100 (everybody at the other). */
  readonly severity: number
  readonly band: SeverityBand
  readonly method: 'distance-from-healthy-end'
}

/** Lower ends of the bands, as the questionnaire's authors propose them: cut-offs by convention, not by law. Each institution may set its own. */
export const SEVERITY_BANDS: Readonly<Record<Exclude<SeverityBand, 'fine'>, number>> = { severe: 50, marked: 35, mild: 20 }

/**
 * How bad a problem is, from the mean of its construct (high = healthy): (max - mean) / (max - min) x 100; on a 1-5 scale
 * (5 - mean) / 4 x 100. A value at a cut belongs to the worse band.
 */
export function severity(mean: number, scale: Scale = { min: 1, max: 5 }, bands = SEVERITY_BANDS): Severity {
  const value = (100 * (scale.max - mean)) / (scale.max - scale.min)
  const band = reaches(value, bands.severe)
    ? 'severe'
    : reaches(value, bands.marked)
      ? 'marked'
      : reaches(value, bands.mild)
        ? 'mild'
        : 'fine'
  return { severity: value, band, method: 'distance-from-healthy-end' }
}

/**
 * At or above a cut, decided on the exact value behind the double: means of whole-number answers are fractions whose
 * denominators, for up to 10^5 people and 12 items, keep two different severities more than 10^-9 apart, so one nearer to the cut lies on it.
 */
export function reaches(value: number, cut: number): boolean {
  return value >= cut - 1e-9
}
