import path from 'node:path'
import { type NetworkRates, networkRates } from '@milepost/pavement/network'
import type { SectionAssessment } from '@milepost/pavement/section'
import type { ToVerify } from '@milepost/pavement/toVerify'
import { findRoot } from '../platform/config/root.ts'
import { openLibrary } from '../platform/library.ts'
import type { Table } from '../platform/spreadsheet/table.ts'
import { judgeInspections } from '../run/inspections/judgeInspections.ts'
import { CommandFault } from './speaking.ts'

export type AssessedFile = {
  readonly standard: string
  readonly version: string
  readonly sections: readonly SectionAssessment[]
  readonly rates: { readonly MQI: NetworkRates; readonly PQI: NetworkRates }
  /** Parameters in use that nobody has compared with the official text yet. */
  readonly toVerify: readonly ToVerify[]
}

/** The sections of a survey as the import reads them, assessed with the library's parameters; any wrong row stops it. */
export async function assessFile(table: Table): Promise<AssessedFile> {
  const { parameters } = (await openLibrary(path.join(findRoot(), 'library'))).pavement
  const rows = judgeInspections(table, { parameters, unitByCode: everyCodeOf(table), inForce: [] })
  const wrong = rows.flatMap(({ row, judged }) =>
    judged.verdict === 'wrong' ? judged.problems.map((problem) => ({ row, ...problem })) : [],
  )
  if (wrong.length > 0)
    throw new CommandFault(
      { zh: `有 ${wrong.length} 处不符合要求，未评定：`, en: `${wrong.length} cells are at fault, nothing was assessed:` },
      wrong.slice(0, 50).map(({ row, column, message }) => `${row} ${column}: ${message.zh} ${message.en}`),
    )
  const assessed = rows.flatMap(({ judged }) => (judged.verdict === 'new' ? [judged.save] : []))
  const rates = (index: 'MQI' | 'PQI') =>
    networkRates(
      assessed.map(({ assessment, fromM, toM }) => ({
        section: assessment.section,
        lengthMetres: String(toM - fromM),
        index: assessment.indices[index],
      })),
    )
  const sections = assessed.map(({ assessment: { stated: _stated, ...assessment } }) => assessment)
  const toVerify = new Map(sections.flatMap((section) => section.toVerify.map((one) => [one.parameter, one])))
  return {
    standard: parameters.standard,
    version: parameters.version,
    sections,
    rates: { MQI: rates('MQI'), PQI: rates('PQI') },
    toVerify: [...toVerify.values()],
  }
}

/** Away from an institution no unit code is unknown. */
const everyCodeOf = ({ rows }: Table): ReadonlyMap<string, string> =>
  new Map(
    rows.flatMap(({ cells }) =>
      cells.flatMap((cell): [string, string][] => (typeof cell === 'string' ? [[cell.trim().toLowerCase(), cell]] : [])),
    ),
  )
