import { readPersonTicket } from '@milepost/contract/open/personTicket'
import { checkTicket } from '@milepost/contract/open/ticketChecks'
import { payRunInput } from '@milepost/contract/reward/basis'
import { exportSettlement, readCorrections, settleCorrection } from '@milepost/contract/reward/corrections'
import { plainYuan } from '@milepost/contract/reward/money'
import { paidInAll, readOutcome } from '@milepost/contract/reward/outcome'
import { publishPayRules, readPayRules } from '@milepost/contract/reward/payRules'
import { pictureOf } from '@milepost/contract/reward/picture'
import { approvePool, computePool, createPool, exportPayroll, listPools, readPool, savePool } from '@milepost/contract/reward/pools'
import { payPool } from '@milepost/pay/payPool'
import { yuan } from '@milepost/pay/yuan'
import { unzipSync } from 'fflate'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { insertCycle } from '../../design/testing/bureau.ts'
import { newId } from '../../platform/newId.ts'
import { readTable } from '../../platform/spreadsheet/readTable.ts'
import { type Client, openTestApp, type TestApp } from '../../testing/testApp.ts'
import { payLineOf, payPoolOf, tasksOf } from '../published.ts'
import { type DecidedYear, insertDecidedYear } from '../testing/decidedYear.ts'

const AMOUNT = '123456.78'
const NAME = { zh: '2026 年度绩效工资', en: 'Performance pay 2026' }
let app: TestApp
let office: Client
let leader: Client
let year: DecidedYear
let poolId = ''
beforeAll(async () => {
  app = await openTestApp()
  app.setNow('2027-01-20T01:00:00Z')
  office = await app.signIn(['performance-office'], { name: '绩效办' })
  leader = await app.signIn(['leader'], { name: '高远' })
  year = await insertDecidedYear(app, 2026)
  poolId = (await office.call(createPool, { cycleId: year.cycleId, name: NAME, amount: AMOUNT, reserveBp: 200 })).poolId
})
afterAll(() => app.close())

const read = () => office.call(readPool, { poolId })
const compute = async () => office.call(computePool, { poolId, version: (await read()).pool.version })
const save = async (change: Partial<Parameters<typeof office.call<typeof savePool>>[1]>) => {
  const { pool } = await read()
  return office.ask(savePool, {
    poolId,
    version: pool.version,
    name: NAME,
    amount: AMOUNT,
    reserveBp: 200,
    settings: pool.settings,
    ...change,
  })
}

describe('who may', () => {
  test('see and change pools', async () => {
    const employee = await app.signIn(['employee', 'unit-head'], { personId: year.people.get('E1') ?? '' })
    const input = { cycleId: year.cycleId, name: NAME, amount: '1', reserveBp: 0 }
    expect((await app.visitor.ask(listPools, { cycleId: year.cycleId })).status).toBe(401)
    expect((await employee.ask(listPools, { cycleId: year.cycleId })).status).toBe(403)
    expect((await employee.ask(readPool, { poolId })).status).toBe(403)
    expect((await leader.ask(createPool, input)).status).toBe(403)
    expect((await office.ask(readPool, { poolId: 'none' })).status).toBe(422)
    expect((await office.ask(approvePool, { poolId, no: 1, reason: '按方案分配' })).status).toBe(403)
    expect((await office.ask(readPool, { poolId: newId() })).status).toBe(404)
  })

  test('type amounts only as yuan with at most two places, and never nothing', async () => {
    for (const amount of ['1.005', '-5', '1,000', 'many', ''])
      expect((await office.ask(createPool, { cycleId: year.cycleId, name: NAME, amount, reserveBp: 0 })).status).toBe(422)
    const nothing = await office.ask(createPool, { cycleId: year.cycleId, name: NAME, amount: '0.00', reserveBp: 0 })
    expect(nothing.problem?.fields.map(({ pointer }) => pointer)).toEqual(['/amount'])
  })
})

test('one pool of a cycle is worked on at a time', async () => {
  const second = await office.ask(createPool, { cycleId: year.cycleId, name: NAME, amount: '5', reserveBp: 0 })
  expect(second.problem?.code).toBe('pool-open')
})

test('a new pool starts from the factors of the library, and the rules name whose pay they cut', async () => {
  const view = await read()
  expect(view.pool.amountFen).toBe(12_345_678)
  expect(view.pool.settings.grades.map(({ factor }) => factor)).toEqual(['1.2', '1.0', '0.6', '0', '0.5'])
  expect(view.mustCut.map(({ grade }) => grade)).toEqual(['basic', 'unqualified', 'ungraded'])
  expect(view.mustCut.every(({ article }) => article !== null)).toBe(true)
  expect(view.readiness).toEqual({ appraised: 6, decided: 6, final: 0 })
})

test('a grade that must be cut and is not, stops the computation and says why in both languages', async () => {
  const { pool } = await read()
  const grades = pool.settings.grades.map((one) => (one.grade === 'basic' ? { ...one, factor: '1.0' } : one))
  const saved = await save({ settings: { ...pool.settings, grades } })
  // kept as a draft, and said so wherever the pool stands: in the answer, in the pool, in the list
  const reason = expect.stringContaining('“基本合格”依规定应核减')
  expect(saved.body.unfit.map(({ zh }) => zh)).toEqual([reason])
  expect((await read()).pool.unfit.map(({ zh }) => zh)).toEqual([reason])
  expect((await office.call(listPools, { cycleId: year.cycleId })).pools[0]?.unfit.map(({ zh }) => zh)).toEqual([reason])
  const refused = await office.ask(computePool, { poolId, version: (await read()).pool.version })
  expect(refused.problem?.code).toBe('pay-factors-not-fit')
  expect(refused.problem?.text.zh).toContain('“基本合格”依规定应核减')
  expect(refused.problem?.text.en).toContain('"Basically qualified" must be cut by rule')
  const upsideDown = pool.settings.grades.map((one) => (one.grade === 'qualified' ? { ...one, factor: '1.3' } : one))
  expect((await save({ settings: { ...pool.settings, grades: upsideDown } })).body.unfit.map(({ en }) => en)).toEqual([
    expect.stringContaining('earns more than a better grade'),
  ])
  expect((await save({ settings: pool.settings })).body.unfit).toEqual([])
  expect((await read()).pool.unfit).toEqual([])
})

test('a least above the pool is a draft only and stops the computation with both sums, in both languages', async () => {
  const { pool } = await read()
  await save({ amount: '50000', settings: { ...pool.settings, personLeast: '900000' } })
  const refused = await office.ask(computePool, { poolId, version: (await read()).pool.version })
  expect(refused.problem?.code).toBe('pay-factors-not-fit')
  expect(refused.problem?.text.zh).toContain('每人最低 900,000.00 元，高于可分配的全部 49,000.00 元')
  expect(refused.problem?.text.en).toContain('900,000.00 yuan, is above all there is to share, 49,000.00 yuan')
  // four whose grade is not cut, at 12,500 each, are 1,000 more than there is: the sum that is missing is named
  await save({ amount: '50000', settings: { ...pool.settings, personLeast: '12500' } })
  const short = await office.ask(computePool, { poolId, version: (await read()).pool.version })
  expect([short.problem?.code, short.problem?.text.zh.includes('下限合计超出总额 1,000.00 元')]).toEqual(['pay-not-computable', true])
  await save({ settings: pool.settings })
})

test('who changes what somebody else has changed meanwhile is told', async () => {
  const { pool } = await read()
  expect((await office.ask(computePool, { poolId, version: pool.version - 1 })).problem?.code).toBe('changed-meanwhile')
})

describe('a computation', () => {
  test('gives lines that add up to the pool with the reserve, to the fen', async () => {
    const { no, lines, reserveFen, distributedFen } = await compute()
    expect({ no, lines, reserveFen }).toEqual({ no: 1, lines: 6, reserveFen: 246_913 })
    expect(reserveFen + distributedFen).toBe(12_345_678)
    const { picture } = (await read()).latest ?? { picture: null }
    expect(picture?.linesFen).toBe(distributedFen)
    expect(picture?.units.reduce((sum, unit) => sum + unit.amountFen, 0)).toBe(distributedFen)
    expect(picture?.units.map(({ code }) => code)).toEqual(['YH', 'BG', 'GL01'])
    expect(picture?.units.find(({ code }) => code === 'GL01')?.people).toBe(3)
  })

  test('is what the same engine gives in the browser from the basis that was sent', async () => {
    const view = await read()
    if (!view.basis || !view.latest) throw new Error('the pool is open and computed')
    const { pool } = view
    const mustCut = view.mustCut.map(({ grade }) => grade)
    const run = payPool(payRunInput(view.basis, { amounts: pool, settings: pool.settings, mustCut }))
    if (run.kind === 'refused') throw new Error(run.text.en)
    const byPerson = (lines: readonly { employeeNo: string; amountFen: number }[]) =>
      lines.map((line) => [line.employeeNo, line.amountFen]).sort()
    expect(byPerson(pictureOf(view.basis, run).lines)).toEqual(byPerson(view.latest.picture.lines))
    expect(view.changedSince).toBe(false)
  })

  test('counts sick leave of working days, and leaves maternity leave alone', async () => {
    const before = (await read()).latest?.picture.lines ?? []
    await app.inInstitution((tx) =>
      tx
        .insertInto('absence')
        .values([
          {
            institution_id: app.institutionId,
            absence_id: newId(),
            person_id: year.people.get('W1') ?? '',
            kind: 'sick',
            starts_on: '2026-03-02',
            ends_on: '2026-03-15',
          },
          {
            institution_id: app.institutionId,
            absence_id: newId(),
            person_id: year.people.get('S1') ?? '',
            kind: 'maternity',
            starts_on: '2026-03-02',
            ends_on: '2026-06-30',
          },
        ])
        .execute(),
    )
    expect((await read()).changedSince).toBe(true)
    await compute()
    const view = await read()
    expect(view.basis?.people.find(({ employeeNo }) => employeeNo === 'W1')?.absentDays).toEqual({ sick: 10 })
    const of = (lines: typeof before, no: string) => lines.find((line) => line.employeeNo === no)
    const now = view.latest?.picture.lines ?? []
    expect(Number(of(now, 'W1')?.amountFen)).toBeLessThan(Number(of(before, 'W1')?.amountFen))
    expect(of(now, 'S1')?.text.zh).toContain('出勤 1 ')
    expect(view.latest?.before[year.people.get('W1') ?? '']).toBe(of(before, 'W1')?.amountFen)
    expect(view.computations.map(({ no }) => no)).toEqual([2, 1])
  })

  test('can be neither rewritten nor removed by the program', async () => {
    for (const statement of [
      'update pay_line set amount_fen = 0',
      'delete from pay_computation',
      'update pay_approval set reason = null',
      'delete from pay_unit_share',
      'delete from pay_signature',
      'update pay_rules set settings = null',
    ])
      await expect(app.inInstitution((tx) => sql.raw(statement).execute(tx))).rejects.toThrow(/permission denied/)
  })

  test('on a provisional unit score is refused with the unit, unless a factor is agreed for units without one', async () => {
    const provisional = (codes: readonly string[]) =>
      app.database.asOwner((tx) =>
        sql`update card_score set provisional = exists (select from card join unit using (institution_id, unit_id)
          where card.card_id = card_score.card_id and unit.code = any(${codes}))`.execute(tx),
      )
    await provisional(['GL01'])
    const refused = await office.ask(computePool, { poolId, version: (await read()).pool.version })
    expect(refused.problem?.code).toBe('pay-not-computable')
    expect(refused.problem?.text.zh).toContain('GL01')
    const { pool } = await read()
    await save({ settings: { ...pool.settings, unitWithoutScore: '0.9' } })
    expect((await compute()).no).toBe(3)
    await provisional([])
    await save({ settings: pool.settings })
    expect((await compute()).no).toBe(4)
  })
})

describe('the approval', () => {
  test('waits until every grade is final', async () => {
    const refused = await leader.ask(approvePool, { poolId, no: 4, reason: '按方案分配' })
    expect(refused.problem).toMatchObject({ code: 'grades-not-final', details: { open: 6, people: 6 } })
    expect((await office.ask(exportPayroll, { poolId, language: 'zh' })).problem?.code).toBe('pool-not-approved')
    await year.makeFinal()
  })

  test('is of the newest computation, on settings that have not changed since', async () => {
    expect((await leader.ask(approvePool, { poolId, no: 1, reason: '按方案分配' })).problem?.code).toBe('changed-meanwhile')
    expect((await save({ reserveBp: 300 })).status).toBe(200)
    expect((await leader.ask(approvePool, { poolId, no: 4, reason: '按方案分配' })).problem?.code).toBe('pool-changed-since')
    expect((await save({})).status).toBe(200)
  })

  test('rests on published factors: fit ones, published by a leader, read by everybody on the staff', async () => {
    const sign = () => leader.ask(approvePool, { poolId, no: 4, reason: '按方案分配' })
    expect((await sign()).problem?.code).toBe('pay-rules-not-published')
    const employee = await app.signIn(['employee'])
    expect((await app.visitor.ask(readPayRules, {})).status).toBe(401)
    expect((await (await app.signIn(['authority'])).ask(readPayRules, {})).status).toBe(403)
    expect((await employee.call(readPayRules, {})).versions).toEqual([])
    expect((await office.ask(publishPayRules, { poolId, reason: '职工代表大会通过' })).status).toBe(403)
    expect((await leader.ask(publishPayRules, { poolId, reason: '短' })).status).toBe(422)
    const { settings } = (await read()).pool
    const upsideDown = settings.grades.map((one) => (one.grade === 'qualified' ? { ...one, factor: '1.3' } : one))
    await save({ settings: { ...settings, grades: upsideDown } })
    expect((await leader.ask(publishPayRules, { poolId, reason: '职工代表大会通过' })).problem?.code).toBe('pay-factors-not-fit')
    await save({ settings: { ...settings, personLeast: '900', personMost: '800' } })
    expect((await leader.ask(publishPayRules, { poolId, reason: '职工代表大会通过' })).problem?.code).toBe('pay-factors-not-fit')
    await save({ settings: { ...settings, personMost: '80000' } })
    expect((await leader.call(publishPayRules, { poolId, reason: '试行版第一次公布' })).version).toBe(1)
    await save({ settings })
    expect((await sign()).problem?.code).toBe('pay-rules-not-published')
    expect((await leader.call(publishPayRules, { poolId, reason: '职工代表大会通过' })).version).toBe(2)
    expect((await leader.ask(publishPayRules, { poolId, reason: '职工代表大会通过' })).problem?.code).toBe('pay-rules-same')
    const { versions } = await employee.call(readPayRules, {})
    expect(versions.map(({ version, changes }) => [version, changes.map(({ what, before, after }) => [what.en, before, after])])).toEqual([
      [2, [['most a person receives (yuan)', '80000', '–']]],
      [1, []],
    ])
  })

  test('stands when as many leaders as the pool asks for have signed the same computation', async () => {
    const deputy = await app.signIn(['leader'], { name: '何副局长' })
    expect(await deputy.call(approvePool, { poolId, no: 4, reason: '同意分配结果' })).toEqual({ signed: 1, needed: 2, approvedAt: null })
    expect((await deputy.ask(approvePool, { poolId, no: 4, reason: '同意分配结果' })).problem?.code).toBe('signed-already')
    const { approval, signed } = await read()
    expect([approval, signed.map(({ signedBy }) => signedBy)]).toEqual([null, ['何副局长']])
    expect((await office.ask(exportPayroll, { poolId, language: 'zh' })).problem?.code).toBe('pool-not-approved')
    const own = await app.inInstitution((tx) =>
      tasksOf(tx, app.institutionId, { ...actorOf(['leader']), accountId: deputy.accountId }, '2027-01-20', app.services.library),
    )
    expect(own).toEqual([])
  })

  test('asks the leader, names them and their reason, and ends all change', async () => {
    const tasks = await app.inInstitution((tx) =>
      tasksOf(tx, app.institutionId, { ...actorOf(['leader']) }, '2027-01-20', app.services.library),
    )
    expect(tasks.map(({ href }) => href)).toEqual([`/reward/pools/${poolId}`])
    await leader.call(approvePool, { poolId, no: 4, reason: '经领导班子会议研究，按方案分配' })
    const view = await read()
    expect(view.approval).toMatchObject({ no: 4, approvedBy: '何副局长、高远', reason: '同意分配结果', rulesVersion: 2 })
    expect(view.signed.map(({ signedBy, reason }) => [signedBy, reason]).sort()).toEqual([
      ['何副局长', '同意分配结果'],
      ['高远', '经领导班子会议研究，按方案分配'],
    ])
    expect(view.basis).toBeNull()
    expect((await leader.ask(approvePool, { poolId, no: 4, reason: '再批一次试试' })).problem?.code).toBe('pool-approved')
    expect((await office.ask(computePool, { poolId, version: view.pool.version })).problem?.code).toBe('pool-approved')
    expect((await save({ amount: '1' })).problem?.code).toBe('pool-approved')
    expect(
      await app.inInstitution((tx) => tasksOf(tx, app.institutionId, actorOf(['leader']), '2027-01-20', app.services.library)),
    ).toEqual([])
  })

  test('opens the payroll list: number, name, unit, amount, and no word of grades', async () => {
    const file = await office.ask(exportPayroll, { poolId, language: 'zh' })
    const table = await readTable({ name: 'payroll.xlsx', bytes: file.bytes })
    expect(table.columns).toEqual(['职工编号', '姓名', '部门', '金额（元）'])
    const amounts = table.rows.map(({ cells }) => Math.round(Number(cells[3]) * 100))
    expect(amounts.reduce((sum, fen) => sum + fen, 0)).toBe(12_345_678 - 246_913)
    expect(table.rows.map(({ cells }) => cells[0]).sort()).toEqual(['E1', 'G1', 'H1', 'S1', 'W1', 'W2'])
  })

  test('a name that looks like a formula stays text in the payroll list, and nothing in it is worked out', async () => {
    const formula = '=HYPERLINK("http://x","y")'
    const rename = (name: string) =>
      app.database.asOwner((tx) => sql`update person set name = ${name} where person_id = ${year.people.get('W1') ?? ''}`.execute(tx))
    const before = (await app.inInstitution((tx) => tx.selectFrom('person').select('name').where('employee_no', '=', 'W1').execute()))[0]
    await rename(formula)
    const { bytes } = await office.ask(exportPayroll, { poolId, language: 'zh' })
    await rename(before?.name ?? '')
    const sheets = Object.entries(unzipSync(bytes)).filter(([name]) => name.startsWith('xl/worksheets/'))
    const said = sheets.map(([, xml]) => new TextDecoder().decode(xml)).join('')
    expect(sheets.length).toBeGreaterThan(0)
    // <f> is a cell that is worked out; text stands in <t> or among the shared strings
    expect(said).not.toMatch(/<f[ >]/)
    const { rows } = await readTable({ name: 'payroll.xlsx', bytes })
    expect(rows.map(({ cells }) => cells[1]).some((cell) => String(cell).includes('HYPERLINK'))).toBe(true)
  })

  test('lets later rooms read pool and lines, and another pool be made', async () => {
    const [pool] = await app.inInstitution((tx) => payPoolOf(tx, app.institutionId, year.cycleId))
    expect(pool).toMatchObject({ poolId, amountFen: 12_345_678, reserveFen: 246_913, approvedBy: '何副局长、高远' })
    const [line] = await app.inInstitution((tx) => payLineOf(tx, app.institutionId, year.cycleId, year.people.get('H1') ?? ''))
    expect(line?.steps?.children).toHaveLength(3)
    const second = await office.call(createPool, {
      cycleId: year.cycleId,
      name: { zh: '预留发放', en: '' },
      amount: '2469.13',
      reserveBp: 0,
    })
    const { pools } = await office.call(listPools, { cycleId: year.cycleId })
    expect(pools.map(({ poolId: id, revision, state }) => [id, revision, state])).toEqual([
      [second.poolId, 2, 'draft'],
      [poolId, 1, 'approved'],
    ])
  })
})

describe('a correction after the approval', () => {
  const regrade = (no: string, grade: string) =>
    app.inInstitution((tx) =>
      tx
        .updateTable('appraisal')
        .set({ grade })
        .where('institution_id', '=', app.institutionId)
        .where('person_id', '=', year.people.get(no) ?? '')
        .execute(),
    )
  const corrections = () => office.call(readCorrections, { poolId })
  const toSettle = () =>
    app.inInstitution(async (tx) =>
      (await tasksOf(tx, app.institutionId, actorOf(['leader']), '2027-01-20', app.services.library)).map(({ key }) => key),
    )
  const pools = async () => (await office.call(listPools, { cycleId: year.cycleId })).pools
  const linesOf = async (no: string) => {
    const own = await app.signIn(['employee'], { personId: year.people.get(no) ?? '' })
    return (await own.call(readOutcome, { cycleId: year.cycleId, personId: year.people.get(no) ?? '' })).lines
  }

  test('while nothing has changed there is nothing to settle', async () => {
    expect(await corrections()).toEqual({ reserveFen: 246_913, settled: [], open: null, refused: null })
    const refused = await leader.ask(settleCorrection, { poolId, inputHash: 'none', reason: '没有更正也试试' })
    expect(refused.problem?.code).toBe('nothing-to-correct')
  })

  test('a review won lifts basic to qualified: the difference comes from the reserve, nobody else loses', async () => {
    await regrade('W2', 'qualified')
    const { open, refused } = await corrections()
    // a reserve of 2 % does not reach: it says what is missing, for whom, and how to mend it; nothing is paid in part
    const missing = (open?.paidFen ?? 0) - 246_913
    expect(open).toMatchObject({ shortFen: missing, reserveAfterFen: 0 })
    expect(open?.lines.find(({ standing }) => standing === 'corrected-up')).toMatchObject({
      employeeNo: 'W2',
      fromReserveFen: open?.paidFen,
      changed: [{ zh: '等次 基本合格 → 合格', en: 'grade Basically qualified → Qualified' }],
    })
    expect(refused?.zh).toContain(`还差 ${yuan(missing)} 元`)
    expect(refused?.en).toContain(`${yuan(missing)} are missing`)
    const input = { poolId, inputHash: open?.inputHash ?? '', reason: '复核决定第1号' }
    for (const added of [undefined, plainYuan(missing - 1)]) {
      const short = await leader.ask(settleCorrection, { ...input, ...(added === undefined ? {} : { added }) })
      expect(short.problem?.code).toBe('reserve-too-small')
      expect(short.problem?.text.zh).toContain('追加金额')
      expect(short.problem?.text.en).toContain(`${yuan(missing)} are missing`)
    }
    await regrade('W2', 'basic')
    await app.database.asOwner((tx) =>
      sql`update appraisal set official_score = '66.00' where person_id = ${year.people.get('W2') ?? ''}`.execute(tx),
    )
    const now = await corrections()
    const [line, ...others] = now.open?.lines ?? []
    expect(line).toMatchObject({
      employeeNo: 'W2',
      standing: 'corrected-up',
      changed: [{ zh: '得分 64.00 → 66.00', en: 'score 64.00 → 66.00' }],
    })
    expect(line && line.dueFen - line.paidFen).toBe(now.open?.paidFen)
    expect(others.every(({ fromReserveFen, standing }) => fromReserveFen === 0 && standing === 'not-corrected')).toBe(true)
    expect(now.open?.othersFen).toBe(-(now.open?.paidFen ?? 0))
  })

  test('a leader settles what was looked at, by name; the office may not, and old eyes are refused', async () => {
    const { open } = await corrections()
    const input = { poolId, inputHash: open?.inputHash ?? '', reason: '复核决定第1号，更正得分' }
    expect((await office.ask(settleCorrection, input)).status).toBe(403)
    expect((await leader.ask(settleCorrection, { ...input, inputHash: 'another' })).problem?.code).toBe('correction-changed-since')
    expect((await leader.ask(settleCorrection, { ...input, reason: '短' })).status).toBe(422)
    const settled = await leader.call(settleCorrection, input)
    expect(settled).toEqual({ no: 1, paidFen: open?.paidFen, reserveAfterFen: 246_913 - (open?.paidFen ?? 0) })
    const after = await corrections()
    expect(after).toMatchObject({ reserveFen: settled.reserveAfterFen, open: null, settled: [{ no: 1, approvedBy: '高远', addedFen: 0 }] })
    // what had changed is still told once it is settled, from what was stored
    expect(after.settled[0]?.lines.map(({ employeeNo, standing, changed }) => [employeeNo, standing, changed[0]?.zh])).toEqual([
      ['W2', 'corrected-up', '得分 64.00 → 66.00'],
    ])
    expect((await leader.ask(settleCorrection, input)).problem?.code).toBe('nothing-to-correct')
    const file = await office.ask(exportSettlement, { poolId, no: 1, language: 'zh' })
    const { columns, rows } = await readTable({ name: 'differences.xlsx', bytes: file.bytes })
    expect(columns.slice(-3)).toEqual(['已发（元）', '应发（元）', '补发（元）'])
    expect(rows.map(({ cells }) => [cells[0], Math.round(Number(cells[5]) * 100)])).toEqual([['W2', settled.paidFen]])
    expect((await office.ask(exportSettlement, { poolId, no: 2, language: 'zh' })).status).toBe(404)
    expect((await (await app.signIn(['employee'])).ask(exportSettlement, { poolId, no: 1, language: 'zh' })).status).toBe(403)
  })

  test('the person reads what was paid in all and every part of it, who approved it and why, worked out step by step', async () => {
    const [settled] = (await corrections()).settled
    const [line] = await linesOf('W2')
    expect(line?.corrections).toMatchObject([{ no: 1, approvedBy: '高远', reason: '复核决定第1号，更正得分', amountFen: settled?.paidFen }])
    expect(line && paidInAll(line)).toBe(settled?.lines[0]?.dueFen)
    expect(line?.corrections[0]?.steps?.value).toBe(yuan(settled?.lines[0]?.dueFen ?? 0))
    expect(line?.corrections[0]?.steps?.children[1]?.children[4]?.text.zh).toContain('得分 66.00')
  })

  test('a correction that only lowers is listed with the difference, claims nothing back, and waits for a leader to put it on record', async () => {
    const before = await corrections()
    await regrade('H1', 'qualified')
    const { open, reserveFen } = await corrections()
    // whose own result changed stands first, colleagues whose share only moved along after
    const [line] = open?.lines ?? []
    expect(line?.employeeNo).toBe('H1')
    expect(line).toMatchObject({ standing: 'corrected-down', fromReserveFen: 0, changed: [{ zh: '等次 优秀 → 合格' }] })
    expect(open).toMatchObject({
      paidFen: 0,
      shortFen: 0,
      reserveAfterFen: reserveFen,
      loweredFen: (line?.paidFen ?? 0) - (line?.dueFen ?? 0),
    })
    expect(open?.loweredFen).toBeGreaterThan(0)
    // what was settled before is not open again, though the pool is not the approved one any more
    expect(open?.lines.filter(({ standing }) => standing !== 'not-corrected').map(({ employeeNo }) => employeeNo)).toEqual(['H1'])
    expect((await pools()).find((pool) => pool.poolId === poolId)).toMatchObject({ settlements: 1, correctionOpen: true })
    const input = { poolId, inputHash: open?.inputHash ?? '', reason: '考核更正第2号，等次改为合格' }
    expect(await toSettle()).toEqual([`reward.correct.${poolId}`])
    expect((await office.ask(settleCorrection, input)).status).toBe(403)
    expect(await leader.call(settleCorrection, input)).toEqual({ no: 2, paidFen: 0, reserveAfterFen: before.reserveFen })
    const after = await corrections()
    expect(await toSettle()).toEqual([])
    expect(after).toMatchObject({ open: null, reserveFen: before.reserveFen, settled: [{ no: 1 }, { no: 2, paidFen: 0, addedFen: 0 }] })
    expect(after.settled[1]?.lines).toMatchObject([
      { employeeNo: 'H1', standing: 'corrected-down', changed: [{ en: 'grade Excellent → Qualified' }] },
    ])
    expect((await pools()).find((pool) => pool.poolId === poolId)).toMatchObject({ settlements: 2, correctionOpen: false })
    const [own] = await linesOf('H1')
    expect(own?.corrections).toMatchObject([{ no: 2, amountFen: 0, dueFen: line?.dueFen, approvedBy: '高远' }])
    expect(own && paidInAll(own)).toBe(line?.paidFen)
  })

  test('where the reserve is too small, what was approved in addition pays it, and the payment says so', async () => {
    await regrade('W2', 'qualified')
    const { open, reserveFen } = await corrections()
    const [missing, paidFen] = [open?.shortFen ?? 0, open?.paidFen ?? 0]
    expect(missing).toBe(paidFen - reserveFen)
    // the difference H1 keeps from the settlement before is named as such, not as one of this correction
    const kept = open?.lines.find(({ employeeNo }) => employeeNo === 'H1')
    expect(kept).toMatchObject({ standing: 'not-corrected', fromReserveFen: 0, changed: [{ zh: '第 2 次处理过' }] })
    const input = { poolId, inputHash: open?.inputHash ?? '', reason: '复核决定第3号；追加额度批复第9号' }
    const added = plainYuan(missing + 100)
    expect(await leader.call(settleCorrection, { ...input, added })).toEqual({ no: 3, paidFen, reserveAfterFen: 100 })
    const { settled } = await corrections()
    expect(settled[2]).toMatchObject({ addedFen: missing + 100, reserveBeforeFen: paidFen + 100, reserveAfterFen: 100 })
    const file = await office.ask(exportSettlement, { poolId, no: 3, language: 'en' })
    const { rows } = await readTable({ name: 'differences.xlsx', bytes: file.bytes })
    expect(rows.reduce((sum, { cells }) => sum + Math.round(Number(cells[5]) * 100), 0)).toBe(paidFen)
  })

  test('a name that looks like a formula stays text in the list of differences too', async () => {
    const rename = (name: string) =>
      app.database.asOwner((tx) => sql`update person set name = ${name} where person_id = ${year.people.get('W2') ?? ''}`.execute(tx))
    await rename('=1+1')
    const { bytes } = await office.ask(exportSettlement, { poolId, no: 3, language: 'zh' })
    // a new name is no new input: nothing opens by it
    expect((await corrections()).open).toBeNull()
    await rename('吴二')
    const said = Object.values(unzipSync(bytes))
      .map((part) => new TextDecoder().decode(part))
      .join('')
    expect([said.includes('=1+1'), /<f[ >]/.test(said)]).toEqual([true, false])
  })

  test('every fen on every ticket comes out again from what is stored, the later payment too; a changed one does not', async () => {
    for (const personId of year.people.values()) {
      const read = await office.ask(readPersonTicket, { cycleId: year.cycleId, personId })
      if (read.status === 404) continue
      const ticket = JSON.parse(JSON.stringify(await office.call(readPersonTicket, { cycleId: year.cycleId, personId })))
      expect(ticket.replay).toEqual({ same: true, differsAt: [] })
      expect(await office.call(checkTicket, { ticket })).toMatchObject({ same: true, differsAt: [] })
    }
    const ticket = await office.call(readPersonTicket, { cycleId: year.cycleId, personId: year.people.get('W2') ?? '' })
    expect(ticket.payFrom[0]?.corrections).toHaveLength(2)
    const line = ticket.pay[0]
    if (line) line.corrections[0]!.amountFen += 100
    const answer = await office.call(checkTicket, { ticket })
    expect(answer.differsAt.map(({ id }) => id)).toEqual([`pay:${poolId}`, 'seal'])
  })
})

describe('a cycle before anybody is graded', () => {
  let cycleId = ''
  let trialId = ''
  const readTrial = () => office.call(readPool, { poolId: trialId })
  const stateOf = (where: string, state: string) =>
    app.database.asOwner((tx) =>
      sql`update appraisal set state = ${state} where cycle_id = ${year.cycleId}
        and person_id in (select person_id from person where employee_no like ${where})`.execute(tx),
    )
  beforeAll(async () => {
    cycleId = await insertCycle(app, 2027)
    trialId = (await office.call(createPool, { cycleId, name: { zh: '2027 年试算', en: '' }, amount: AMOUNT, reserveBp: 200 })).poolId
  })

  test('is tried out on the newest earlier results in force, shared out to the fen by the factors of its own pool', async () => {
    const { basis, earlier, readiness, mustCut, pool } = await readTrial()
    expect([readiness.appraised, basis?.people.length, earlier?.year, earlier?.leftOut]).toEqual([0, 0, 2026, 0])
    const people = earlier?.basis.people ?? []
    expect(people.map(({ employeeNo }) => employeeNo).sort()).toEqual(['E1', 'G1', 'H1', 'S1', 'W1', 'W2'])
    // time present, posts and scores are those of that year; what the year before that brought is not sent
    expect(people.find(({ employeeNo }) => employeeNo === 'W1')).toMatchObject({
      cycleDays: 365,
      absentDays: { sick: 10 },
      score: '81.30',
      lastGrade: null,
    })
    expect(earlier?.basis.units.find(({ code }) => code === 'YH')?.score).toBe('92.00')
    if (!earlier) throw new Error('2026 is in force')
    const run = payPool(payRunInput(earlier.basis, { amounts: pool, settings: pool.settings, mustCut: mustCut.map(({ grade }) => grade) }))
    if (run.kind === 'refused') throw new Error(run.text.en)
    expect(run.lines.reduce((sum, { fen }) => sum + fen, 0)).toBe(12_345_678 - 246_913)
  })

  test('such a trial is neither kept, nor signed, nor paid, each with its reason, and only who may read pools sees it', async () => {
    const refused = await office.ask(computePool, { poolId: trialId, version: (await readTrial()).pool.version })
    expect(refused.problem?.code).toBe('nobody-appraised')
    expect(refused.problem?.text.zh).toContain('依往年结果的试算不是本年数额')
    expect(refused.problem?.text.en).toContain('neither computed and kept, nor signed, nor paid')
    expect((await leader.ask(approvePool, { poolId: trialId, no: 1, reason: '按试算分配' })).problem?.code).toBe('pool-not-computed')
    expect((await office.ask(exportPayroll, { poolId: trialId, language: 'zh' })).problem?.code).toBe('pool-not-approved')
    const employee = await app.signIn(['employee', 'unit-head'], { personId: year.people.get('E1') ?? '' })
    expect((await employee.ask(readPool, { poolId: trialId })).status).toBe(403)
    expect((await leader.call(readPool, { poolId: trialId })).earlier?.year).toBe(2026)
  })

  test('leaves out and counts who has no result in force, and stands on nothing where nobody has', async () => {
    await stateOf('W2', 'decided')
    const { earlier } = await readTrial()
    expect([earlier?.leftOut, earlier?.basis.people.some(({ employeeNo }) => employeeNo === 'W2')]).toEqual([1, false])
    await stateOf('%', 'decided')
    expect((await readTrial()).earlier).toBeNull()
    await stateOf('%', 'final')
  })

  test('stands on its own people as soon as there are any, keeps the earlier results beside them until all are graded', async () => {
    await app.database.asOwner((tx) =>
      sql`insert into appraisal (institution_id, appraisal_id, cycle_id, person_id, unit_id, post_id, state, participation, participation_rule)
        select institution_id, ${newId()}, ${cycleId}, person_id, unit_id, post_id, 'enrolled', participation, participation_rule
        from appraisal where cycle_id = ${year.cycleId} and person_id = ${year.people.get('H1') ?? ''}`.execute(tx),
    )
    const own = await readTrial()
    expect([own.basis?.people.map(({ employeeNo }) => employeeNo), own.earlier?.year]).toEqual([['H1'], 2026])
    await app.database.asOwner((tx) =>
      sql`update appraisal set grade = 'qualified', state = 'decided' where cycle_id = ${cycleId}`.execute(tx),
    )
    expect((await readTrial()).earlier).toBeNull()
  })
})

const actorOf = (roles: readonly ('leader' | 'performance-office')[]) => ({
  accountId: null,
  personId: null,
  name: '',
  roles,
  unitId: null,
  headedUnitIds: [],
})
