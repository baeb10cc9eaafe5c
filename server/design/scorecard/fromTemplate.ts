import type { ScorecardDesign } from '@milepost/contract/design/scorecardDesign'
import type { Strategy } from '../../../library/schemas/strategy.ts'

/** The strategy of the library with ids of its own; links keep cause and effect. */
export function strategyFromTemplate(
  strategy: Strategy,
  newId: () => string,
): Pick<ScorecardDesign, 'perspectives' | 'themes' | 'objectives' | 'links'> {
  const perspectives = strategy.perspectives
    .toSorted((a, b) => a.order - b.order)
    .map((p, at) => ({
      perspectiveId: newId(),
      code: p.code,
      name: p.name,
      order: at + 1,
      weightBp: p.weightBp,
      rollRule: 'weighted' as const,
    }))
  const perspectiveIds = new Map<string, string>(perspectives.map((p) => [p.code, p.perspectiveId]))
  const objectives = strategy.objectives.map((o, at) => ({
    objectiveId: newId(),
    perspectiveId: known(perspectiveIds, o.perspective),
    code: o.code,
    name: o.name,
    statement: o.result,
    order: at + 1,
    findingId: null,
    themeId: null,
    ownerPersonId: null,
    place: null,
    rollRule: 'weighted' as const,
    critical: false,
  }))
  const objectiveIds = new Map(objectives.map((o) => [o.code, o.objectiveId]))
  const links = strategy.links.map((l) => ({
    fromObjectiveId: known(objectiveIds, l.from),
    toObjectiveId: known(objectiveIds, l.to),
    sign: l.sign,
    lagPeriods: 0,
    rationale: l.rationale,
    strength: 'medium' as const,
    ownerPersonId: null,
    reviewOn: null,
  }))
  return { perspectives, themes: [], objectives, links }
}

function known(ids: ReadonlyMap<string, string>, code: string): string {
  const found = ids.get(code)
  if (found === undefined) throw new Error(`the template names ${code}, which it does not hold`)
  return found
}
