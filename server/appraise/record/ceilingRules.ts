import type { Library } from '../../platform/library.ts'
import { rulesOf } from '../rulePack.ts'

/** The kinds of sanction that can be recorded: those the rule pack has an effect for, each with the rule it rests on. */
export function kindsOf(library: Library) {
  const { sanctions } = rulesOf(library).ceilings
  return library.appraisalRules.ceilings.flatMap(({ code, name, note, periodMonths }) => {
    const rule = sanctions.find((one) => one.sanction === code)
    return rule ? [{ kind: code, name, note, periodMonths, citation: rule.citation }] : []
  })
}
