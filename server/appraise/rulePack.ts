import type { AppraisalRulePack } from '@milepost/appraisal/rulePack'
import { rulePackOf, rulesInForce } from '../../library/rulePack.ts'
import type { Library } from '../platform/library.ts'

const packs = new WeakMap<Library['appraisalRules'] | Library['earlierRules'], AppraisalRulePack>()

/**
 * The rules of this product's library in the shapes the engine takes, read once a file. With the last day of a year, those in force on it: a
 * year is appraised when it is over, and one before the present rules by the older version.
 */
export function rulesOf(library: Library, yearEndsOn?: string): AppraisalRulePack {
  const { appraisalRules, earlierRules } = library
  const isEarlier = yearEndsOn !== undefined && rulesInForce(library, yearEndsOn) !== appraisalRules
  const file = isEarlier ? earlierRules : appraisalRules
  const known = packs.get(file)
  if (known) return known
  const pack = rulePackOf(isEarlier ? rulesInForce(library, yearEndsOn) : appraisalRules)
  packs.set(file, pack)
  return pack
}
