import path from 'node:path'
import { type RouteLine, routeLines } from '@milepost/pavement/carriageways'
import { type FhwaCondition, fhwaCondition } from '@milepost/pavement/fhwa'
import { type NetworkRates, networkRates } from '@milepost/pavement/network'
import type { SectionRecord } from '@milepost/pavement/record'
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
  readonly sections: readonly (SectionAssessment & { readonly federal: FhwaCondition })[]
  /** Each route by carriageway and over its full width. */
  readonly routes: readonly RouteLine[]
  readonly rates: { readonly MQI: NetworkRates; readonly PQI: NetworkRates }
  /** Parameters in use that nobody has compared with the official text yet. */
  readonly toVerify: readonly ToVerify[]
}

/** The sections of a survey as the import reads them, assessed with the library's parameters; any wrong row stops it. */
export async function assessFile(table: Table): Promise<AssessedFile> {
  const library = await openLibrary(path.join(findRoot(), 'library'))
  const { parameters } = library.pavement
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
  const sections = assessed.map(({ assessment: { stated: _stated, ...assessment }, record }) => ({
    ...assessment,
    federal: federalOf(record, library.federalRating.parameters),
  }))
  const routes = routeLines(
    assessed.map(({ route, direction, assessment, fromM, toM }) => ({
      route,
      direction: direction,
      section: assessment.section,
      lengthMetres: String(toM - fromM),
      index: assessment.indices.MQI,
    })),
    parameters.grades,
  )
  const toVerify = new Map(sections.flatMap((section) => section.toVerify.map((one) => [one.parameter, one])))
  return {
    standard: parameters.standard,
    version: parameters.version,
    sections,
    routes,
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

/** What the federal rating can say of an inspection record: roughness and ruts where they were measured; a survey by JTG 5210 has no share of cracked area. */
function federalOf({ pavement, roughness, rutting }: SectionRecord, parameters: Parameters<typeof fhwaCondition>[1]): FhwaCondition {
  return fhwaCondition(
    {
      pavement: pavement === 'asphalt' ? 'asphalt' : 'jointed-concrete',
      iriMetresPerKilometre: roughness.kind === 'measured' ? roughness.iri : null,
      crackingPercent: null,
      ruttingMillimetres: rutting.kind === 'measured' ? rutting.millimetres : null,
      faultingMillimetres: null,
    },
    parameters,
  )
}
