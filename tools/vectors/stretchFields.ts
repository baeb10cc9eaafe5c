import type { Tolerance } from './compare.ts'
import type { Vector } from './vector.ts'

/**
 * Fields that a vector's notes call a stretch item ("hommel is a stretch item", "cohenDCi95Noncentral is a stretch item (tolerance 1e-3)"): nice to
 * have, counted apart, and compared to the tolerance the notes give, as the source itself stops there. A vector marked `stretch` is so throughout.
 */
export function stretchFields({ notes = '', expected, stretch, tolerance }: Vector): ReadonlyMap<string, Tolerance> {
  const noted = [...notes.matchAll(/(\w+)(?: for [\w ]+)? is a stretch item(?: \(tolerance ([\d.e-]+)\))?/g)]
  const fields = noted.map(([, field = '', looser]): [string, Tolerance] => [
    field,
    looser === undefined ? tolerance : { abs: Number(looser), rel: Number(looser) },
  ])
  return new Map(stretch ? Object.keys(expected).map((field): [string, Tolerance] => [field, tolerance]) : fields)
}
