import { Refusal } from '@milepost/contract/refusals'
import { exportSettlement } from '@milepost/contract/reward/corrections'
import { plainYuan } from '@milepost/contract/reward/money'
import { serve } from '../../platform/http/serve.ts'
import { writeXlsx } from '../../platform/spreadsheet/writeTable.ts'
import { findPool } from '../pool/data.ts'
import { listSettlementLines, listSettlements } from './data.ts'

const HEADINGS = {
  zh: ['职工编号', '姓名', '部门', '已发（元）', '应发（元）', '补发（元）'],
  en: ['Employee no.', 'Name', 'Unit', 'Paid (yuan)', 'Due (yuan)', 'Difference (yuan)'],
} as const

/** What payroll pays in addition after a correction or an appeal that was won; those who receive nothing are not listed. */
export const exportSettlementRoute = serve(exportSettlement, {
  run: async ({ tx, institutionId, input, audit }) => {
    const { poolId, no, language } = input
    const pool = await findPool(tx, institutionId, poolId)
    const settled = pool && (await listSettlements(tx, institutionId, poolId)).find((one) => one.no === no)
    if (!pool || !settled) throw new Refusal('not-found')
    const lines = (await listSettlementLines(tx, institutionId, poolId)).filter((line) => line.no === no && line.fromReserveFen > 0)
    const rows = lines.map((line) => [
      line.employeeNo,
      line.name,
      line.unit[language] || line.unit.zh,
      ...[line.paidFen, line.dueFen, line.fromReserveFen].map((fen) => Number(plainYuan(fen))),
    ])
    audit({ kind: 'pay-pool', id: poolId, detail: { settlement: no, lines: lines.length } })
    return writeXlsx(`${pool.name[language] || pool.name.zh}-${no}.xlsx`, HEADINGS[language], rows, { money: [3, 4, 5] })
  },
})
