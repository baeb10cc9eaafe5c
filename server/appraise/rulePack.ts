import type { AppraisalRulePack } from '@milepost/appraisal/rulePack'
import { rulePackOf } from '../../library/rulePack.ts'
import type { Library } from '../platform/library.ts'

const packs = new WeakMap<Library['appraisalRules'], AppraisalRulePack>()

/** The rules of this product's library in the shapes the engine takes, read once a file. */
export function rulesOf({ appraisalRules }: Library): AppraisalRulePack {
  const known = packs.get(appraisalRules)
  if (known) return known
  const pack = rulePackOf(appraisalRules)
  packs.set(appraisalRules, pack)
  return pack
}
