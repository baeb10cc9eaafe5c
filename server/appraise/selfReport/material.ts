import type { reportMaterial } from '@milepost/contract/appraise/selfReport'
import type { z } from 'zod'
import { type CardDesign, developmentGoals, findCardOfPerson, findScorecardId } from '../../design/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { checkInsOf, incidentsOf, latestOfficialRun, officialCardScore, type ReportedLine, reportedSoFar } from '../../run/published.ts'

type Material = z.infer<typeof reportMaterial>
type Asked = { readonly institutionId: string; readonly cycleId: string; readonly personId: string; readonly today: string }

/** What is on record about a person's year and may be taken over into the report: the plan, its values, the check-ins, the incidents. */
export async function materialOf(tx: Tx, { institutionId, cycleId, personId, today }: Asked): Promise<Material[]> {
  const scorecardId = await findScorecardId(tx, institutionId, cycleId)
  const card = scorecardId === null ? null : await findCardOfPerson(tx, institutionId, scorecardId, personId)
  const incidents = (await incidentsOf(tx, institutionId, { cycleId, personId })).toReversed()
  const talks = (await checkInsOf(tx, institutionId, personId, cycleId)).toReversed()
  return [
    ...(card ? await valuesOf(tx, { institutionId, cycleId, card, today }) : []),
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

/** Each measure of the plan that has an official score; before there is one, what has been reported so far, said to be so. */
async function valuesOf(tx: Tx, given: { institutionId: string; cycleId: string; card: CardDesign; today: string }): Promise<Material[]> {
  const run = await latestOfficialRun(tx, given.institutionId, given.cycleId)
  const scored = run ? await officialCardScore(tx, given.institutionId, run.runId, given.card.cardId) : null
  if (!scored) return (await reportedSoFar(tx, given.institutionId, { cardId: given.card.cardId, today: given.today })).map(soFarLine)
  const scoreOf = new Map(scored.result.measures.map((measure) => [measure.id, measure.official]))
  return given.card.perspectives
    .flatMap(({ objectives }) => objectives)
    .flatMap(({ measures }) => measures)
    .flatMap(({ cardMeasureId, name }): Material[] => {
      const score = scoreOf.get(cardMeasureId) ?? null
      if (score === null) return []
      return [{ facet: 'results', source: 'values', text: { zh: `${name.zh}：得分 ${score}`, en: `${name.en}: score ${score}` } }]
    })
}

function soFarLine({ name, unit, actual, period, silent, score }: ReportedLine): Material {
  const part = (zh: string, en: string) => ({ zh, en })
  const parts = [
    part(`${name.zh}：${period} 实际 ${actual} ${unit.zh}`, `${name.en}: actual of ${period} ${actual} ${unit.en}`),
    ...(score === null ? [] : [part(`得分 ${score}（尚未正式计分）`, `score ${score} (not official yet)`)]),
    ...(silent.length === 0 ? [] : [part(`${silent.join('、')} 到期未报`, `nothing reported for ${silent.join(', ')} by its due day`)]),
  ]
  return {
    facet: 'results',
    source: 'values',
    text: { zh: parts.map((one) => one.zh.trim()).join('，'), en: parts.map((one) => one.en.trim()).join(', ') },
  }
}
