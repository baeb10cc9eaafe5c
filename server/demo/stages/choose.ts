import { decideChoice, openChoice, readChoice } from '@milepost/contract/choose/choice'
import { inviteJudges, listCandidates, readMyJudging, saveMyJudging, submitMyJudging } from '@milepost/contract/choose/judging'
import { CAST } from '../cast.ts'
import { CHOICE_REASON, HYBRID, JUDGES } from '../content/choice.ts'
import type { Scene } from '../scene.ts'

/** The six methods are compared: five invited judges compare the criteria pair by pair, one of them not every pair, and the director decides. */
export async function choose(scene: Scene): Promise<void> {
  scene.clock.moveTo('2025-01-22')
  const { choiceId } = await scene.act(CAST.office, openChoice, {
    title: { zh: '2025 年绩效管理方法比选', en: 'Choice of method for 2025' },
  })
  const start = await scene.act(CAST.office, readChoice, { choiceId })
  const { candidates } = await scene.act(CAST.office, listCandidates, { choiceId })
  const accounts = new Map<string, string>()
  for (const { username } of JUDGES) {
    const { accountId } = await scene.actorOf(username)
    if (accountId !== null && candidates.some((one) => one.accountId === accountId)) accounts.set(username, accountId)
  }
  await scene.act(CAST.office, inviteJudges, { choiceId, accountIds: [...accounts.values()] })
  for (const [at, { username, changes, skips, ratings }] of JUDGES.entries()) {
    scene.clock.moveTo('2025-01-23', `${String(9 + at).padStart(2, '0')}:20`)
    const { revision } = await scene.act(username, readMyJudging, { choiceId })
    const judgements = Object.fromEntries(
      Object.entries({ ...start.judgements, ...changes }).filter(([pair]) => !skips.some((code) => pair.split('/').includes(code))),
    )
    const saved = await scene.act(username, saveMyJudging, { choiceId, revision, judgements, ratings })
    await scene.act(username, submitMyJudging, { choiceId, revision: saved.revision })
  }
  scene.clock.moveTo('2025-01-26', '10:00')
  const { revision } = await scene.act(CAST.director, readChoice, { choiceId })
  await scene.act(CAST.director, decideChoice, { choiceId, revision, method: 'BSC', reason: CHOICE_REASON, hybrid: [...HYBRID] })
  scene.say({
    zh: '选择：六种方法、十项准则、五位评判人，决定采用平衡计分卡',
    en: 'Choose: six methods by ten criteria and five judges; the balanced scorecard is decided on',
  })
}
