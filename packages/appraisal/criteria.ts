import type { Grade } from './grade.ts'

/** The five facets in which the criteria of every grade are written (Art. 11-14). */
export const criteriaFacets = ['ethics', 'ability', 'service', 'results', 'integrity'] as const
export type CriteriaFacet = (typeof criteriaFacets)[number]

/** What the checklist says a facet reaches; null while nobody has looked. */
export type CriteriaChecklist = Readonly<Record<CriteriaFacet, Grade | null>>

/** `limitedBy` names the facets that hold the grade down. */
export type CriteriaGrade =
  | { kind: 'known'; grade: Grade; limitedBy: readonly CriteriaFacet[] }
  | { kind: 'undefined'; because: 'checklist-not-complete'; facets: readonly CriteriaFacet[] }

const worstFirst: readonly Grade[] = ['unqualified', 'basic', 'qualified', 'excellent']

/**
 * The best grade the criteria leave: excellent and qualified need all five facets, one facet is enough for basic or unqualified.
 * So the lowest facet decides. Facets nobody has looked at are named.
 */
export function gradeByCriteria(checklist: CriteriaChecklist): CriteriaGrade {
  const open = criteriaFacets.filter((facet) => checklist[facet] === null)
  if (open.length > 0) return { kind: 'undefined', because: 'checklist-not-complete', facets: open }
  const grade = worstFirst.find((each) => criteriaFacets.some((facet) => checklist[facet] === each)) ?? 'excellent'
  return { kind: 'known', grade, limitedBy: grade === 'excellent' ? [] : criteriaFacets.filter((facet) => checklist[facet] === grade) }
}
