import { Refusal } from '@milepost/contract/refusals'
import { plainYuan } from '@milepost/contract/reward/money'
import { exportPayroll } from '@milepost/contract/reward/pools'
import { serve } from '../../platform/http/serve.ts'
import { writeXlsx } from '../../platform/spreadsheet/writeTable.ts'
import { findApproval, findPool } from './data.ts'
import { readLineRows } from './lineData.ts'

const HEADINGS = {
  zh: ['职工编号', '姓名', '部门', '金额（元）'],
  en: ['Employee no.', 'Name', 'Unit', 'Amount (yuan)'],
} as const

/** The list payroll needs and nothing more: no grade, no score. */
export const exportPayrollRoute = serve(exportPayroll, {
  run: async ({ tx, institutionId, input, audit }) => {
    const pool = await findPool(tx, institutionId, input.poolId)
    if (!pool) throw new Refusal('not-found')
    const approval = await findApproval(tx, institutionId, input.poolId)
    if (!approval) throw new Refusal('pool-not-approved')
    const lines = await readLineRows(tx, institutionId, approval)
    const { language } = input
    const rows = lines.map((line) => {
      const { unit } = line.explanation.facts
      return [line.employeeNo, line.name, unit[language] || unit.zh, Number(plainYuan(line.amountFen))]
    })
    audit({ kind: 'pay-pool', id: input.poolId, detail: { no: approval.no, lines: lines.length } })
    const title = pool.name[language] || pool.name.zh
    return writeXlsx(`${title}.xlsx`, HEADINGS[language], rows, { money: [3] })
  },
})
