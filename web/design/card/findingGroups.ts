import type { LintFinding } from '@milepost/contract/design/lint'
import type { Bilingual } from '@milepost/terms/bilingual'

export type FindingGroup = { readonly first: LintFinding; readonly names: readonly Bilingual[] }

/** Findings of the same rule and wording together, those on another card apart, what blocks first: one sentence, and what it concerns. */
export function findingGroups(lint: readonly LintFinding[]): FindingGroup[] {
  const groups = new Map<string, { first: LintFinding; names: Bilingual[] }>()
  for (const finding of lint) {
    const key = `${finding.code} ${finding.message.zh} ${finding.cardId ?? ''}`
    const group = groups.get(key)
    if (group) group.names.push(finding.name)
    else groups.set(key, { first: finding, names: [finding.name] })
  }
  return [...groups.values()].sort((a, b) => Number(a.first.severity !== 'blocks') - Number(b.first.severity !== 'blocks'))
}
