import type { AppraisalRulePack } from '@milepost/appraisal/rulePack'
import { rulePackOf, rulesInForce } from '../../library/rulePack.ts'
import type { Library } from '../platform/library.ts'

const packs = new WeakMap<Library['appraisalRules'] | Library['earlierRules'], AppraisalRulePack>()

/**
 * The rules of this product's library in the shapes the engine takes, read once a file. With the first day of a year, those in force in that year: a
 * year before the present rules is appraised by the older version.
 */
export function rulesOf(library: Library, yearStartsOn?: string): AppraisalRulePack {
  const { appraisalRules, earlierRules } = library
  const isEarlier = yearStartsOn !== undefined && rulesInForce(library, yearStartsOn) !== appraisalRules
  const file = isEarlier ? earlierRules : appraisalRules
  const known = packs.get(file)
  if (known) return known
  const pack = rulePackOf(isEarlier ? rulesInForce(library, yearStartsOn) : appraisalRules)
  packs.set(file, pack)
  return pack
}
