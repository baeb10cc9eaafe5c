import type { reportMaterial } from '@milepost/contract/appraise/selfReport'
import type { z } from 'zod'
import { type CardDesign, developmentGoals, findCardOfPerson, findScorecard } from '../../design/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { checkInsOf, incidentsOf, latestOfficialRun, officialCardScore } from '../../run/published.ts'

type Material = z.infer<typeof reportMaterial>
type Asked = { readonly institutionId: string; readonly cycleId: string; readonly personId: string }

/** What is on record about a person's year and may be taken over into the report: the plan, its values, the check-ins, the incidents. */
export async function materialOf(tx: Tx, { institutionId, cycleId, personId }: Asked): Promise<Material[]> {
  const scorecard = await findScorecard(tx, institutionId, cycleId)
  const card = scorecard && (await findCardOfPerson(tx, institutionId, scorecard.scorecardId, personId))
  const incidents = (await incidentsOf(tx, institutionId, { cycleId, personId })).toReversed()
  const talks = (await checkInsOf(tx, institutionId, personId, cycleId)).toReversed()
  return [
    ...(card ? await valuesOf(tx, { institutionId, cycleId, card }) : []),
    ...(card ? (await developmentGoals(tx, institutionId, [card.cardId])).map(goalLine) : []),
    ...talks.map((talk): Material => {
      const [zh, en] = talk.kind === 'mid-year' ? ['年中回顾，', 'Mid-year review, '] : ['', '']
      const line = `${talk.heldOn}：${talk.progress}`
      return { facet: 'results', source: 'check-ins', text: { zh: `${zh}${line}`, en: `${en}${line}` } }
    }),
    ...incidents.map(({ sign, happenedOn, what, effect }): Material => {
      const line = `${happenedOn}：${what}（${effect}）`
      return { facet: sign === 'plus' ? 'results' : 'shortfalls', source: 'incidents', text: { zh: line, en: line } }
    }),
  ]
}

function goalLine(goal: Awaited<ReturnType<typeof developmentGoals>>[number]): Material {
  return {
    facet: 'ability',
    source: 'plan',
    text: { zh: `发展目标：${goal.title.zh}（${goal.dueOn} 前）`, en: `Development goal: ${goal.title.en} (by ${goal.dueOn})` },
  }
}

/** Each measure of the plan that has an official score. One without a score is nothing to take over, and no nought. */
async function valuesOf(tx: Tx, given: { institutionId: string; cycleId: string; card: CardDesign }): Promise<Material[]> {
  const run = await latestOfficialRun(tx, given.institutionId, given.cycleId)
  const scored = run ? await officialCardScore(tx, given.institutionId, run.runId, given.card.cardId) : null
  const scoreOf = new Map((scored?.result.measures ?? []).map((measure) => [measure.id, measure.official]))
  return given.card.perspectives
    .flatMap(({ objectives }) => objectives)
    .flatMap(({ measures }) => measures)
    .flatMap(({ cardMeasureId, name }): Material[] => {
      const score = scoreOf.get(cardMeasureId) ?? null
      if (score === null) return []
      return [{ facet: 'results', source: 'values', text: { zh: `${name.zh}：得分 ${score}`, en: `${name.en}: score ${score}` } }]
    })
}
