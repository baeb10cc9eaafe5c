import type { ObjectiveDesign } from '@milepost/contract/design/scorecardDesign'
import type { Bilingual } from '@milepost/terms/bilingual'
import type { ScorecardView } from '../useDesign.ts'

/** A problem or a cause of the diagnosis, what was chosen against it, and the objectives that answer it. */
export type AskedOfDesign = {
  readonly code: string
  readonly name: Bilingual
  /** null: a cause, which is mended elsewhere and is no finding an objective names. */
  readonly findingId: string | null
  readonly verdict: string | null
  readonly remedies: ScorecardView['remedies']
  readonly objectives: readonly Pick<ObjectiveDesign, 'code' | 'name'>[]
}

/** Findings that were not ruled out first, then the causes against which a remedy was chosen. */
export function askedOfDesign(
  { findings, remedies }: Pick<ScorecardView, 'findings' | 'remedies'>,
  objectives: readonly Pick<ObjectiveDesign, 'code' | 'name' | 'findingId'>[],
): AskedOfDesign[] {
  const against = (code: string) => remedies.filter(({ answers }) => answers === code)
  const found = findings
    .filter(({ verdict, problem }) => verdict !== 'not-confirmed' || against(problem).length > 0)
    .map(({ findingId, problem, name, verdict }) => ({
      ...{ code: problem, name, findingId, verdict, remedies: against(problem) },
      objectives: objectives.filter((one) => one.findingId === findingId),
    }))
  const known = new Set(findings.map(({ problem }) => problem))
  const causes = new Map(remedies.filter(({ answers }) => !known.has(answers)).map((one) => [one.answers, one.about]))
  return [
    ...found,
    ...[...causes].map(([code, name]) => ({ ...{ code, name, findingId: null, verdict: null, remedies: against(code) }, objectives: [] })),
  ]
}
