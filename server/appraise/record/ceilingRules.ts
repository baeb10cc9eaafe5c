import type { Library } from '../../platform/library.ts'
import { rulesAt, rulesOf } from '../rulePack.ts'

/** The kinds of sanction that can be recorded of something decided on a day: those the rules of then have an effect for, each with the rule it rests on. */
export function kindsOf(library: Library, on: string) {
  const { sanctions } = rulesOf(library, on).ceilings
  return rulesAt(library, on).ceilings.flatMap(({ code, name, note, periodMonths }) => {
    const rule = sanctions.find((one) => one.sanction === code)
    return rule ? [{ kind: code, name, note, periodMonths, citation: rule.citation }] : []
  })
}
