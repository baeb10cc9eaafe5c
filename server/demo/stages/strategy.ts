import { readScorecard, saveLink, saveObjective } from '@milepost/contract/design/scorecard'
import { saveThemes } from '@milepost/contract/design/strategy'
import { CAST } from '../cast.ts'
import { ANSWERS, HYPOTHESES, OWNERS, THEMES } from '../content/strategy.ts'
import type { Scene } from '../scene.ts'
import { headOfUnit } from '../staff.ts'

/** Themes, an owner for every objective, what the diagnosis asks for, and the arrows the bureau believes in most, each to be reviewed. */
export async function setStrategy(scene: Scene, { scorecardId, cycleId }: { scorecardId: string; cycleId: string }): Promise<void> {
  await scene.act(CAST.office, saveThemes, { scorecardId, themes: THEMES.map(({ name }) => ({ themeId: null, name })) })
  const { scorecard, findings } = await scene.act(CAST.office, readScorecard, { cycleId })
  if (!scorecard) throw new Error('the scorecard is there')
  const owners = new Map<string, string | null>()
  for (const unitCode of new Set([...Object.values(OWNERS), ...HYPOTHESES.map(({ owner }) => owner)]))
    owners.set(unitCode, (await scene.actorOf(headOfUnit(unitCode).employeeNo)).personId)
  const themeOf = (code: string) => scorecard.themes[THEMES.findIndex(({ objectives }) => objectives.includes(code))]?.themeId ?? null
  for (const { objectiveId, perspectiveId, code, name, statement } of scorecard.objectives)
    await scene.act(CAST.office, saveObjective, {
      scorecardId,
      objectiveId,
      perspectiveId,
      code,
      name,
      statement,
      findingId: findings.find(({ problem }) => problem === ANSWERS[code])?.findingId ?? null,
      themeId: themeOf(code),
      ownerPersonId: owners.get(OWNERS[code] ?? '') ?? null,
    })
  const idOf = new Map(scorecard.objectives.map((one) => [one.code, one.objectiveId]))
  for (const { from, to, strength, lagPeriods, owner, reviewOn } of HYPOTHESES) {
    const link = scorecard.links.find((one) => one.fromObjectiveId === idOf.get(from) && one.toObjectiveId === idOf.get(to))
    if (!link) throw new Error(`the map has no arrow from ${from} to ${to}`)
    await scene.act(CAST.office, saveLink, {
      scorecardId,
      ...link,
      strength,
      lagPeriods,
      ownerPersonId: owners.get(owner) ?? null,
      reviewOn,
    })
  }
}
