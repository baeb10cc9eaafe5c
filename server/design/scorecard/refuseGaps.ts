import type { LintFinding } from '@milepost/contract/design/lint'
import { type InvalidField, Refusal } from '@milepost/contract/refusals'

/** An objective without a measure, a retired measure that weighs: named one by one, each with its mend. */
export function refuseGaps(findings: readonly LintFinding[]): void {
  if (findings.length === 0) return
  const fields = findings.map(
    ({ code, name, message, mend }): InvalidField => ({
      pointer: code === 'K1' ? '/objectives' : '/lines',
      zh: `${name.zh || name.en}：${message.zh}。${mend.zh}。`,
      en: `${name.en || name.zh}: ${message.en}. ${mend.en}.`,
    }),
  )
  throw new Refusal('scheme-has-gaps', { count: findings.length, names: findings.map(({ name }) => name.zh || name.en) }, fields)
}
