import { publishPayRules } from '@milepost/contract/reward/payRules'
import { approvePool, computePool, createPool, readPool, savePool } from '@milepost/contract/reward/pools'
import { CAST } from '../cast.ts'
import type { Scene } from '../scene.ts'

const AMOUNT = '3600000'

/** The incentive pool is tried out, shared out to the fen, and approved by the director. */
export async function reward(scene: Scene, cycleId: string): Promise<void> {
  scene.clock.moveTo('2026-02-04')
  const name = { zh: '2025 年度奖励性绩效', en: 'Incentive pay 2025' }
  const { poolId } = await scene.act(CAST.office, createPool, { cycleId, name, amount: AMOUNT, reserveBp: 500 })
  const { pool } = await scene.act(CAST.office, readPool, { poolId })
  const settings = { ...pool.settings, unitWithoutScore: '1', personWithoutScore: '1' }
  const { version } = await scene.act(CAST.office, savePool, {
    poolId,
    version: pool.version,
    name,
    amount: AMOUNT,
    reserveBp: 500,
    settings,
  })
  const { no, lines, distributedFen } = await scene.act(CAST.office, computePool, { poolId, version })
  scene.clock.moveTo('2026-02-06', '16:00')
  await scene.act(CAST.director, publishPayRules, { poolId, reason: '2026 年 1 月 30 日职工代表大会审议通过。' })
  await scene.act(CAST.director, approvePool, { poolId, no, reason: '经班子会议研究同意，分配结果与考核等次一致，按程序公示后发放。' })
  await scene.act(CAST.secretary, approvePool, { poolId, no, reason: '同意，预留部分用于复核和更正补发。' })
  scene.say({
    zh: `激励：${AMOUNT} 元分配给 ${lines} 人，分到分，合计 ${distributedFen / 100} 元`,
    en: `Reward: ${AMOUNT} yuan, ${distributedFen / 100} of it shared among ${lines} people to the fen`,
  })
}
