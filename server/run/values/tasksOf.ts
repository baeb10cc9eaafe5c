import { line, type Scene, type Task } from '../taskLine.ts'
import { checksOf, isUnchecked } from './checkData.ts'
import { valuesInForce } from './data.ts'
import { readWaitsFor } from './waitsFor.ts'

/** Figures recorded by somebody else that wait for this person's eyes, and one's own that were sent back. */
export async function valuesToVerify({ tx, institutionId, actor, cycle, today }: Scene): Promise<Task[]> {
  const figures = (await valuesInForce(tx, institutionId, { cycleIds: [cycle.cycleId] })).filter(
    (one) => one.state === 'reported' || one.state === 'estimated',
  )
  const checks = await checksOf(
    tx,
    institutionId,
    figures.map((one) => one.valueId),
  )
  const waitsFor = await readWaitsFor(tx, institutionId, actor, today)
  const waiting = figures.filter((one) => isUnchecked(one, checks) && waitsFor(one)).length
  const returned = figures.filter(
    (one) => checks.get(one.valueId)?.verdict === 'returned' && one.recordedByAccountId === actor.accountId,
  ).length
  const href = (check: string) => `/run/values?year=${cycle.year}&period=all&check=${check}`
  return [
    ...(waiting === 0 || cycle.stage === 'closed'
      ? []
      : [
          line(
            `verify.${cycle.cycleId}`,
            { zh: `${waiting} 个数据待您核验`, en: waiting === 1 ? '1 value to verify' : `${waiting} values to verify` },
            href('mine'),
          ),
        ]),
    ...(returned === 0
      ? []
      : [
          line(
            `returned.${cycle.cycleId}`,
            {
              zh: `${returned} 个数据被退回`,
              en: returned === 1 ? '1 value was sent back to you' : `${returned} values were sent back to you`,
            },
            href('returned'),
          ),
        ]),
  ]
}
