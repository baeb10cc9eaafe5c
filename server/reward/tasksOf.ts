import type { Actor } from '@milepost/access/actor'
import { mayByRole } from '@milepost/access/may'
import { finalGrades } from '../appraise/published.ts'
import { type Cycle, listCycles } from '../institution/published.ts'
import type { Tx } from '../platform/database/database.ts'
import type { Library } from '../platform/library.ts'
import { sinceApproval } from './correction/sinceApproval.ts'
import { listApprovals, listComputations, listPoolsOf } from './pool/data.ts'
import { readBasis } from './pool/readBasis.ts'
import { signedBy } from './pool/signatureData.ts'

const task = (key: string, zh: string, en: string, href: string) => ({
  key: `reward.${key}`,
  text: { zh, en },
  href,
  dueOn: null,
  stage: 'reward' as const,
})

/** Cycles that may still wait for their pool: the year just ended and the one going on. */
const YEARS_LOOKED_AT = 2

/** What the pay pool asks of this person now. */
export async function tasksOf(tx: Tx, institutionId: string, actor: Actor, _today: string, library: Library) {
  if (!mayByRole(actor, 'pool.edit') && !mayByRole(actor, 'pool.approve')) return []
  const tasks = []
  const cycles = await listCycles(tx, institutionId)
  for (const cycle of cycles.filter(({ stage }) => stage !== 'closed').slice(0, YEARS_LOOKED_AT))
    tasks.push(...(await tasksOfCycle(tx, institutionId, actor, cycle)))
  if (mayByRole(actor, 'pool.approve'))
    for (const cycle of cycles.slice(0, YEARS_LOOKED_AT)) tasks.push(...(await tasksOfCorrections(tx, institutionId, { cycle, library })))
  return tasks
}

async function tasksOfCycle(tx: Tx, institutionId: string, actor: Actor, cycle: Cycle) {
  const grades = await finalGrades(tx, institutionId, cycle.cycleId)
  if (grades.length === 0 || grades.some((one) => !one.isFinal)) return []
  const pools = await listPoolsOf(tx, institutionId, cycle.cycleId)
  if (pools.length === 0) {
    const { year } = cycle
    if (!mayByRole(actor, 'pool.edit')) return []
    return [
      task(
        `create.${year}`,
        `${year} 年等次已生效，请建立绩效工资池`,
        `Grades of ${year} are final: make the pay pool`,
        `/reward?year=${year}`,
      ),
    ]
  }
  const ids = pools.map((pool) => pool.poolId)
  const approved = new Set((await listApprovals(tx, institutionId, ids)).map((one) => one.poolId))
  const computations = await listComputations(tx, institutionId, ids)
  const computed = new Set(computations.map((one) => one.poolId))
  const signed = actor.accountId === null ? [] : await signedBy(tx, institutionId, actor.accountId)
  const latestOf = (poolId: string) => computations.find((one) => one.poolId === poolId)?.no
  const hasSigned = (poolId: string) => signed.some((one) => one.poolId === poolId && one.no === latestOf(poolId))
  return pools
    .filter((pool) => !approved.has(pool.poolId))
    .flatMap((pool) => {
      const href = `/reward/pools/${pool.poolId}`
      const [zh, en] = [pool.name.zh || pool.name.en, pool.name.en || pool.name.zh]
      if (computed.has(pool.poolId))
        return mayByRole(actor, 'pool.approve') && !hasSigned(pool.poolId)
          ? [task(`approve.${pool.poolId}`, `签署“${zh}”的分配结果`, `Sign the result of “${en}”`, href)]
          : []
      return mayByRole(actor, 'pool.edit') ? [task(`compute.${pool.poolId}`, `计算“${zh}”`, `Compute “${en}”`, href)] : []
    })
}

/** A grade or a score changed after the pool was approved, in an open year or the one just closed: a leader pays the difference or puts it on record. */
async function tasksOfCorrections(tx: Tx, institutionId: string, { cycle, library }: { readonly cycle: Cycle; readonly library: Library }) {
  const pools = await listPoolsOf(tx, institutionId, cycle.cycleId)
  const approvals = await listApprovals(
    tx,
    institutionId,
    pools.map(({ poolId }) => poolId),
  )
  if (approvals.length === 0) return []
  const basis = await readBasis(tx, institutionId, cycle)
  const tasks = []
  for (const pool of pools) {
    const approval = approvals.find((one) => one.poolId === pool.poolId)
    if (!approval || !(await sinceApproval(tx, institutionId, { pool, approval, library, cycle, basis })).correctionOpen) continue
    const [zh, en] = [pool.name.zh || pool.name.en, pool.name.en || pool.name.zh]
    tasks.push(
      task(
        `correct.${pool.poolId}`,
        `“${zh}”批准后有结果变更，请处理补发或记录在案`,
        `Results changed after “${en}” was approved: pay the difference or put it on record`,
        `/reward/pools/${pool.poolId}`,
      ),
    )
  }
  return tasks
}
