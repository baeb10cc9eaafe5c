import { RULE_CASES } from './ruleCases.ts'
import { WHOLE_CASES } from './wholeCases.ts'
import type { WorkedCase } from './workedCase.ts'

/** V1 to V30 in their order. */
export const WORKED_CASES: readonly WorkedCase[] = [...RULE_CASES, ...WHOLE_CASES].toSorted((a, b) => numberOf(a) - numberOf(b))

function numberOf({ code }: WorkedCase): number {
  return Number(code.replace(/\D/g, ''))
}
