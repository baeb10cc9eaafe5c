import { decideChoice, judgeChoice, openChoice, readChoice } from '@milepost/contract/choose/choice'
import { CAST } from '../cast.ts'
import type { Scene } from '../scene.ts'

/** The six methods are compared, one judgement is talked over and changed, and the director decides with a reason. */
export async function choose(scene: Scene): Promise<void> {
  scene.clock.moveTo('2025-01-22')
  const { choiceId } = await scene.act(CAST.office, openChoice, {
    title: { zh: '2025 年绩效管理方法比选', en: 'Choice of method for 2025' },
  })
  const choice = await scene.act(CAST.office, readChoice, { choiceId })
  scene.clock.moveTo('2025-01-24', '15:00')
  const { revision } = await scene.act(CAST.office, judgeChoice, {
    choiceId,
    revision: choice.revision,
    judgements: { ...choice.judgements, 'C3/C9': '3' },
    ratings: choice.ratings,
  })
  scene.clock.moveTo('2025-01-26', '10:00')
  await scene.act(CAST.director, decideChoice, { choiceId, revision, method: 'BSC', reason: REASON })
  scene.say({
    zh: '选择：六种方法、十项准则，决定采用平衡计分卡',
    en: 'Choose: six methods by ten criteria; the balanced scorecard is decided on',
  })
}

const REASON =
  '平衡计分卡在战略承接、多维平衡和公共产品适配上最强，按本单位权重排序第一，随机权重下多数情况仍领先。弱点是建立成本高，' +
  '用指标库和一键分解来降低；等次评定仍按 2023 年考核规定执行，个人发展目标借鉴目标管理，季度沟通借鉴 OKR。'
