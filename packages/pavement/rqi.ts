import { logisticCurve } from './curves.ts'
import type { IndexValue } from './indexResult.ts'
import { indexWithinLimits } from './limits.ts'
import type { CurveParameters } from './parameters.ts'
import { readQuantity } from './reading.ts'

/** Riding quality index `100 / (1 + a0 * e^(a1 * IRI))`, IRI in m/km. */
export function rqi(iri: string, curve: Pick<CurveParameters, 'a0' | 'a1'>): IndexValue {
  const roughness = readQuantity(iri, 'iri')
  if (roughness.kind === 'undefined') return roughness
  return indexWithinLimits(logisticCurve(roughness.value, curve), { iriMetresPerKilometre: iri, a0: curve.a0, a1: curve.a1 })
}
