import { readPersonTicket } from '@milepost/contract/open/personTicket'
import { readCorrections, settleCorrection } from '@milepost/contract/reward/corrections'
import { plainYuan } from '@milepost/contract/reward/money'
import { paidInAll, readOutcome } from '@milepost/contract/reward/outcome'
import { publishPayRules } from '@milepost/contract/reward/payRules'
import { approvePool, computePool, createPool } from '@milepost/contract/reward/pools'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../testing/testApp.ts'
import { type DecidedYear, insertDecidedYear } from '../testing/decidedYear.ts'

let app: TestApp
let year: DecidedYear
beforeAll(async () => {
  app = await openTestApp()
  app.setNow('2027-01-20T01:00:00Z')
  year = await insertDecidedYear(app, 2026)
  await year.makeFinal()
})
afterAll(() => app.close())

test('who had no result when the pool was approved sees what was paid later, step by step, and the ticket gives every fen of it again', async () => {
  const office = await app.signIn(['performance-office'])
  const leader = await app.signIn(['leader'], { name: '高远' })
  const name = { zh: '绩效工资', en: 'Performance pay' }
  const { poolId } = await office.call(createPool, { cycleId: year.cycleId, name, amount: '50000', reserveBp: 200, signatures: 1 })
  await office.call(computePool, { poolId, version: 1 })
  await leader.call(publishPayRules, { poolId, reason: '职工代表大会通过' })
  await leader.call(approvePool, { poolId, no: 1, reason: '按方案分配' })
  // graded after an investigation that ended with a warning at most (Art. 42): the verdict comes when the pool has long been approved
  await year.gradeLate('L1', '85.00', 'qualified')
  const personId = year.people.get('L1') ?? ''
  const own = await app.signIn(['employee'], { personId })
  expect((await own.call(readOutcome, { cycleId: year.cycleId, personId })).lines).toEqual([])

  const { open } = await office.call(readCorrections, { poolId })
  expect(open?.lines[0]).toMatchObject({
    employeeNo: 'L1',
    paidFen: 0,
    standing: 'corrected-up',
    changed: [{ en: 'had no result at the approval' }],
  })
  const added = plainYuan(open?.shortFen ?? 0)
  await leader.call(settleCorrection, { poolId, inputHash: open?.inputHash ?? '', reason: '调查结束，补定等次后补发', added })

  const [line] = (await own.call(readOutcome, { cycleId: year.cycleId, personId })).lines
  expect(line).toMatchObject({ amountFen: 0, steps: null, corrections: [{ no: 1, amountFen: open?.paidFen, dueFen: open?.paidFen }] })
  expect(line && paidInAll(line)).toBe(open?.paidFen)
  expect(line?.corrections[0]?.steps?.children).toHaveLength(3)
  const ticket = await office.call(readPersonTicket, { cycleId: year.cycleId, personId })
  expect(ticket.pay).toHaveLength(1)
  expect(ticket.replay?.differsAt.filter((place) => place.startsWith('pay:'))).toEqual([])
})
