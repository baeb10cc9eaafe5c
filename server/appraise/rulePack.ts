import type { AppraisalRulePack } from '@milepost/appraisal/rulePack'
import { rulePackOf, rulesInForce } from '../../library/rulePack.ts'
import type { Library } from '../platform/library.ts'

type Rules = Library['appraisalRules']
const packs = new WeakMap<Rules | Library['earlierRules'], AppraisalRulePack>()

/**
 * The rules of the library in the shapes the engine takes, read once a pack. With the last day of a year, those in force on it: a year is
 * appraised when it is over, one before the present rules by the older version, one under a pack of the institution's own by that.
 */
export function rulesOf(library: Library, yearEndsOn?: string): AppraisalRulePack {
  const rules = yearEndsOn === undefined ? library.appraisalRules : rulesInForce(library, yearEndsOn)
  // the older version is put together anew each time, so its pack is remembered by its file
  const isEarlier = rules !== library.appraisalRules && !library.ownRules?.includes(rules)
  const key = isEarlier ? library.earlierRules : rules
  const known = packs.get(key)
  if (known) return known
  const pack = rulePackOf(rules)
  packs.set(key, pack)
  return pack
}

/** The library with the rules of a year in the place of the newest, for what reads items, heads and limits from it. */
export function libraryAt(library: Library, yearEndsOn: string): Library {
  const own = library.ownRules?.findLast((rules) => rules.inForceFrom <= yearEndsOn)
  return own ? { ...library, appraisalRules: own } : library
}
