import { planInitiative, readInitiatives, settleInitiative } from '@milepost/contract/run/initiatives'
import { CAST } from '../cast.ts'
import type { Scene } from '../scene.ts'

/** What is set out to be done, for which measure, and the value it promises. */
const PLANNED = [
  { code: 'PS01', name: 'S318、S320 预防性养护 45 公里', promised: '90', dueOn: '2026-10-15' },
  { code: 'IP', name: '病害“发现—派单—修复”手机闭环', promised: '95', dueOn: '2026-11-30' },
  { code: 'LG', name: '冬季停工期集中轮训', promised: '90', dueOn: '2026-12-20' },
] as const

/** The office plans what the institution sets out to do this year. */
export async function planInitiatives(scene: Scene, { cycleId, day }: { cycleId: string; day: string }): Promise<void> {
  scene.clock.moveTo(day)
  const { cards, people } = await scene.act(CAST.office, readInitiatives, { cycleId })
  const [own] = cards
  if (!own) return
  for (const [at, { code, name, promised, dueOn }] of PLANNED.entries()) {
    const measure = own.measures.find((one) => one.code.startsWith(code) && one.now !== promised)
    const owner = people[(at + 1) * 9]
    if (!measure || !owner) continue
    const given = { cardId: own.cardId, measureId: measure.measureId, name, ownerPersonId: owner.personId }
    await scene.act(CAST.office, planInitiative, { ...given, startsOn: day, dueOn, valuePromised: promised })
  }
  scene.say({ zh: `改进举措：${PLANNED.length} 项，各有承诺值`, en: `Initiatives: ${PLANNED.length}, each with the value it promises` })
}

/** When its day is over, a leader says whether the effect came. */
export async function settleInitiatives(scene: Scene, { cycleId, day }: { cycleId: string; day: string }): Promise<void> {
  scene.clock.moveTo(day)
  const { initiatives } = await scene.act(CAST.director, readInitiatives, { cycleId })
  for (const { initiativeId, valueNow, valuePromised } of initiatives.filter((one) => one.toCheck && one.maySettle)) {
    const verdict = valueNow === null ? 'did-not' : Number(valueNow) >= Number(valuePromised) ? 'came' : 'partly'
    const finding = verdict === 'came' ? '检测结果达到承诺值，做法可在其他线路推广。' : '检测结果有改善，未到承诺值，剩余路段转入明年。'
    await scene.act(CAST.director, settleInitiative, { initiativeId, verdict, finding })
  }
}
