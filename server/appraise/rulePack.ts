import type { AppraisalRulePack } from '@milepost/appraisal/rulePack'
import { rulePackOf, rulesInForce } from '../../library/rulePack.ts'
import type { Library } from '../platform/library.ts'

type Rules = Library['appraisalRules']
const packs = new WeakMap<Rules | Library['earlierRules'], AppraisalRulePack>()

/**
 * The rules of the library in the shapes the engine takes, read once a pack: those in force on the last day of a year. A year is
 * appraised when it is over, one before the present rules by the older version, one under a pack of the institution's own by that.
 * There is no other way to ask for them, so nobody reads the national pack by oversight.
 */
export function rulesOf(library: Library, yearEndsOn: string): AppraisalRulePack {
  const rules = rulesInForce(library, yearEndsOn)
  // the older version is put together anew each time, so its pack is remembered by its file
  const isEarlier = rules !== library.appraisalRules && !library.ownRules?.includes(rules)
  const key = isEarlier ? library.earlierRules : rules
  const known = packs.get(key)
  if (known) return known
  const pack = rulePackOf(rules)
  packs.set(key, pack)
  return pack
}

/** The same rules in their own words: titles, articles, criteria, items. */
export const rulesAt = (library: Library, yearEndsOn: string): Rules => rulesInForce(library, yearEndsOn)

/** The library with the rules of a year in the place of the newest, for what reads items, heads and limits from it. */
export function libraryAt(library: Library, yearEndsOn: string): Library {
  const rules = rulesInForce(library, yearEndsOn)
  return rules === library.appraisalRules ? library : { ...library, appraisalRules: rules }
}
